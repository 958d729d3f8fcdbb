import {useState} from 'react';
import type {Progress} from '../../../tutor/schema/progress.ts';
import type {MenuItem} from '../../components/Menu.tsx';
import {type Line, padText} from '../../components/rich-text.ts';
import {wrapSpans} from '../../components/wrap-spans.ts';
import {useCommands} from '../../keys/use-commands.ts';
import type {Area} from '../../layout/area.ts';
import {useNavigator, useTutor} from '../../navigation/contexts.ts';
import type {Glyphs} from '../../theme/glyphs.ts';
import {useGlyphs} from '../../theme/ThemeProvider.tsx';
import type {ScreenSpec} from '../screen.ts';
import {MenuUnderText} from '../text/MenuUnderText.tsx';
import {trails} from '../trails.ts';

/** The first start: two questions and the keys. */
export const welcomeScreen: ScreenSpec<'welcome'> = {
  trail: trails.welcome,
  Screen: ({area}) => <Welcome area={area} />,
};

type Choice = Partial<Progress['settings']> | 'map' | 'begin' | 'placement';
type Step = {
  readonly text: (width: number, glyphs: Glyphs) => readonly Line[];
  readonly question?: string;
  readonly items: readonly MenuItem<Choice>[];
};

function Welcome({area}: {readonly area: Area}) {
  const {learner, course} = useTutor();
  const navigator = useNavigator();
  const glyphs = useGlyphs();
  const [at, setAt] = useState(0);
  const step = steps[at]!;
  useCommands({
    back: at === 0 ? undefined : {run: () => setAt(at - 1), label: 'back'},
  });
  const choose = (choice: Choice) => {
    if (choice === 'map') navigator.home();
    else if (choice === 'placement') navigator.replace({screen: 'exam', kind: 'placement'});
    else if (choice === 'begin') {
      const [first] = course.lessons;
      if (first) navigator.replace({screen: 'lesson', lesson: first.id});
      else navigator.home();
    } else {
      learner.record({type: 'settings_changed', settings: choice});
      setAt(at + 1);
    }
  };
  return (
    <MenuUnderText
      key={at}
      lines={width => step.text(width, glyphs)}
      question={width => (step.question ? wrap(step.question, width, glyphs, 'heading') : [])}
      items={step.items}
      area={area}
      onChoose={choose}
    />
  );
}

const wrap = (text: string, width: number, {set}: Glyphs, tone?: 'heading' | 'dim'): readonly Line[] =>
  wrapSpans([tone ? {text, tone} : {text}], width, {glyphs: set});

const steps: readonly Step[] = [
  {
    text: (width, glyphs) => [
      ...wrap('Welcome', width, glyphs, 'heading'),
      ...wrap(
        'This is a course on machine-learning pipelines, and it is one: every number you will see is computed here, by the pipeline you learn about.',
        width,
        glyphs,
      ),
      [],
      ...wrap('Two questions first. You can change the answers at any time with the comma key.', width, glyphs),
    ],
    question: 'What brings you here?',
    items: [
      {label: 'School: these words are new to me', value: {profile: 'school'}},
      {label: 'Work: I write some code', value: {profile: 'professional'}},
    ],
  },
  {
    text: (width, glyphs) => [
      ...wrap('How shall the lessons speak?', width, glyphs, 'heading'),
      ...wrap('The d key changes it on any page.', width, glyphs, 'dim'),
    ],
    items: [
      {label: 'Plain: in everyday words', value: {depth: 'quick'}},
      {label: 'Standard: the whole idea', value: {depth: 'standard'}},
      {label: 'Deep: formulas and real tools', value: {depth: 'deep'}},
    ],
  },
  {
    text: (width, glyphs) => [
      ...wrap('The keys', width, glyphs, 'heading'),
      ...keyLines(width, glyphs),
      [],
      ...wrap(
        glyphs.isSpoken
          ? 'The keys that work are named when a place is opened.'
          : 'The last line of the screen always names the keys that work.',
        width,
        glyphs,
        'dim',
      ),
    ],
    items: [
      {label: 'Begin with the first lesson', value: 'begin'},
      {label: 'Look at the map', value: 'map'},
      {label: 'I know some: placement quiz', value: 'placement'},
    ],
  },
];

function keyLines(width: number, glyphs: Glyphs): readonly Line[] {
  const {up, down, left, right} = glyphs.keys;
  const keys: ReadonlyArray<readonly [string, string]> = [
    ['Enter', 'goes on, chooses, answers'],
    [`${up} ${down} ${left} ${right}`, 'move; so do k j h l'],
    ['Esc', 'goes back'],
    ['?', 'shows every key of the place you are at'],
    ['m', 'leads to the map from anywhere'],
    ['q', 'goes back step by step and leaves at the end; nothing is lost'],
  ];
  const wide = Math.max(...keys.map(([key]) => key.length)) + 2;
  return keys.flatMap(([key, help]) =>
    wrapSpans([{text: help}], width, {
      glyphs: glyphs.set,
      first: [{text: glyphs.isSpoken ? `${key}: ` : padText(key, wide), tone: 'key'}],
    }),
  );
}
