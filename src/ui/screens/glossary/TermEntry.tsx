import {useMemo} from 'react';
import {lessonsUsing} from '../../../app/sessions/glossary-session.ts';
import type {Term} from '../../../tutor/schema/course.ts';
import type {Line} from '../../components/rich-text.ts';
import {SpokenPlace} from '../../components/SpokenPlace.tsx';
import {wrapSpans} from '../../components/wrap-spans.ts';
import {useCommands} from '../../keys/use-commands.ts';
import type {Area} from '../../layout/area.ts';
import {useTextWidth} from '../../layout/text-width.ts';
import {useNavigator, useTutor} from '../../navigation/contexts.ts';
import {useGlyphs} from '../../theme/ThemeProvider.tsx';
import {markedSpans} from '../text/marked-spans.ts';
import {ScrolledText} from '../text/ScrolledText.tsx';
import {useFilledText} from '../text/use-filled-texts.ts';
import {useTextScroll} from '../text/use-text-scroll.ts';
import {useIsPlain} from '../text/use-text-style.ts';

const widest = 76;

/** What a word means, what else it is called, where it is explained and used, and the words beside it. */
export function TermEntry(props: {
  readonly term: Term;
  readonly area: Area;
  /** Whether it was opened; else it is shown beside the list, which has the keys. */
  readonly isOpen: boolean;
  readonly onPick: (number: number) => void;
  readonly onClose: () => void;
}) {
  const {term, area, isOpen, onPick, onClose} = props;
  const {course} = useTutor();
  const navigator = useNavigator();
  const lines = useEntryLines(term, useTextWidth(area.width - 2, widest), isOpen);
  const scroll = useTextScroll(term.id, lines.length, area.height, null);
  const lesson = course.lessons.find(({id}) => id === term.introduced_in);
  const close = {run: onClose, label: 'close'};
  useCommands(
    {
      back: close,
      quit: {...close, isQuiet: true},
      pick: term.see.length > 0 ? {run: press => onPick(Number(press.name)), label: 'see also'} : undefined,
      choose: lesson && {
        run: () => navigator.open({screen: 'lesson', lesson: lesson.id}),
        label: 'lesson',
        help: 'Open the lesson that explains the word.',
      },
      'move-up': scroll.isLong ? {run: () => scroll.by(-1), label: 'scroll'} : undefined,
      'move-down': scroll.isLong ? {run: () => scroll.by(1), label: 'scroll'} : undefined,
    },
    {isActive: isOpen},
  );
  return (
    <>
      {isOpen && <SpokenPlace title={term.term} />}
      <ScrolledText lines={lines} width={area.width} height={area.height} scroll={scroll} />
    </>
  );
}

function useEntryLines(term: Term, width: number, isOpen: boolean): readonly Line[] {
  const {course} = useTutor();
  const glyphs = useGlyphs();
  const isPlain = useIsPlain();
  const uses = useMemo(() => lessonsUsing(course), [course]);
  const titleOf = (id: string) => course.lessons.find(lesson => lesson.id === id)?.title ?? id;
  const meaning = useFilledText(
    term.meaning,
    course.lessons.find(({id}) => id === term.introduced_in),
  );
  const related = term.see.flatMap(id => course.glossary.find(entry => entry.id === id)?.term ?? []);
  const facts: ReadonlyArray<readonly [string, string]> = [
    ['Also called', term.also.join(', ')],
    ['Explained in', titleOf(term.introduced_in)],
    ['Used again in', (uses.get(term.id) ?? []).map(titleOf).join('; ')],
    ['See also', related.map((name, index) => (isOpen ? `${index + 1} ${name}` : name)).join(isOpen ? '  ' : ', ')],
  ];
  const wrap = (line: Line) => wrapSpans(line, width, {glyphs: glyphs.set});
  return [
    ...wrap([{text: term.term, tone: 'heading'}]),
    [],
    ...wrap(markedSpans(meaning, isPlain)),
    [],
    ...facts
      .filter(([, fact]) => fact !== '')
      .flatMap(([name, fact]) => wrap([{text: `${name}: `, tone: 'dim'}, {text: fact}])),
  ];
}
