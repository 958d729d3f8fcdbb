import {Box} from 'ink';
import type {Term} from '../../../tutor/schema/course.ts';
import type {Line} from '../../components/rich-text.ts';
import {wrapSpans} from '../../components/wrap-spans.ts';
import {useCommands} from '../../keys/use-commands.ts';
import {useKeyReducer} from '../../keys/use-key-reducer.ts';
import type {Area} from '../../layout/area.ts';
import {Overlay} from '../../layout/Overlay.tsx';
import {useTextWidth} from '../../layout/text-width.ts';
import {useNavigator, useTutor} from '../../navigation/contexts.ts';
import {useGlyphs} from '../../theme/ThemeProvider.tsx';
import {ScrolledText} from './ScrolledText.tsx';
import {useFilledText} from './use-filled-texts.ts';
import {useTextScroll} from './use-text-scroll.ts';

type Step = {readonly type: 'turn'; readonly steps: number} | {readonly type: 'show'; readonly id: string};
type Shown = {readonly at: number; readonly id: string};

/** The glossary entry of a term, over the text it stands in; the other terms of the text are one key away. */
export function TermOverlay(props: {
  readonly area: Area;
  /** The terms of the text. */
  readonly terms: readonly Term[];
  readonly first: string;
  readonly onClose: () => void;
}) {
  const {area, terms} = props;
  const {course} = useTutor();
  const glyphs = useGlyphs();
  const [shown, go, latest] = useKeyReducer(
    (state: Shown, step: Step): Shown => {
      if (step.type === 'show') return {...state, id: step.id};
      const at = (state.at + step.steps + terms.length) % terms.length;
      return {at, id: terms[at]!.id};
    },
    () => ({
      at: Math.max(
        0,
        terms.findIndex(term => term.id === props.first),
      ),
      id: props.first,
    }),
  );
  const term = course.glossary.find(({id}) => id === shown.id) ?? terms[shown.at]!;
  const lesson = course.lessons.find(({id}) => id === term.introduced_in);
  const meaning = useFilledText(term.meaning, lesson);
  const related = term.see.flatMap(id => course.glossary.find(entry => entry.id === id) ?? []);
  const width = Math.max(10, useTextWidth(area.width - 6, 60));
  const lines = termLines(
    {term, meaning, lesson: lesson?.title, related, count: terms.length, at: shown.at},
    width,
    glyphs.set,
  );
  return (
    <Overlay area={area} title={term.term} wish={{width: width + 2, height: lines.length}}>
      {inside => (
        <TermText
          id={term.id}
          lines={lines}
          area={inside}
          onTurn={terms.length > 1 ? steps => go({type: 'turn', steps}) : undefined}
          onPick={number => {
            const now = course.glossary.find(({id}) => id === latest().id);
            const id = now?.see[number - 1];
            if (id !== undefined) go({type: 'show', id});
          }}
          hasRelated={related.length > 0}
          lesson={lesson?.id}
          onClose={props.onClose}
        />
      )}
    </Overlay>
  );
}

type Entry = {
  readonly term: Term;
  readonly meaning: string;
  readonly lesson: string | undefined;
  readonly related: readonly Term[];
  readonly at: number;
  readonly count: number;
};

function termLines(
  {term, meaning, lesson, related, at, count}: Entry,
  width: number,
  glyphs: 'braille' | 'block' | 'ascii',
): readonly Line[] {
  const wrap = (line: Line) => wrapSpans(line, width, {glyphs});
  const facts: ReadonlyArray<readonly [string, string]> = [
    ['Also called ', term.also.join(', ')],
    ['Explained in ', lesson ?? ''],
    ['See also ', related.map((entry, index) => `${index + 1} ${entry.term}`).join('  ')],
    ['Word ', count > 1 ? `${at + 1} of ${count} in this text` : ''],
  ];
  return [
    ...wrap([{text: meaning}]),
    [],
    ...facts
      .filter(([, fact]) => fact !== '')
      .flatMap(([name, fact]) => wrap([{text: name, tone: 'dim'}, {text: fact}])),
  ];
}

function TermText(props: {
  readonly id: string;
  readonly lines: readonly Line[];
  readonly area: Area;
  readonly onTurn: ((steps: number) => void) | undefined;
  readonly onPick: (number: number) => void;
  readonly hasRelated: boolean;
  readonly lesson: string | undefined;
  readonly onClose: () => void;
}) {
  const {area, lines, onTurn, onClose, lesson} = props;
  const navigator = useNavigator();
  const scroll = useTextScroll(props.id, lines.length, area.height, null);
  const close = {run: onClose, label: 'close'};
  const turn = (steps: number) =>
    onTurn && {run: () => onTurn(steps), label: 'other word', help: 'Go to another word of the text.'};
  useCommands({
    back: close,
    choose: {...close, isQuiet: true},
    quit: {...close, isQuiet: true},
    'move-left': turn(-1),
    'move-right': turn(1),
    'next-pane': onTurn && {run: () => onTurn(1), isQuiet: true},
    'previous-pane': onTurn && {run: () => onTurn(-1), isQuiet: true},
    'move-up': scroll.isLong ? {run: () => scroll.by(-1), label: 'scroll'} : undefined,
    'move-down': scroll.isLong ? {run: () => scroll.by(1), label: 'scroll'} : undefined,
    pick: props.hasRelated ? {run: press => props.onPick(Number(press.name)), label: 'see also'} : undefined,
    next:
      lesson === undefined
        ? undefined
        : {
            run: () => {
              onClose();
              navigator.open({screen: 'lesson', lesson});
            },
            label: 'its lesson',
            help: 'Open the lesson that explains the word.',
          },
  });
  return (
    <Box width={area.width} height={area.height}>
      <ScrolledText lines={lines} width={area.width} height={area.height} scroll={scroll} />
    </Box>
  );
}
