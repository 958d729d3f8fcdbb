import {depthMinutes, pagesOnPath, readingMinutes} from '../../../app/sessions/reading-path.ts';
import type {ReadingSession} from '../../../app/sessions/reading-session.ts';
import {countOf} from '../../../app/where-next.ts';
import type {Lesson} from '../../../tutor/parse/course.ts';
import {findSection} from '../../../tutor/parse/sections.ts';
import {type Depth, depths} from '../../../tutor/schema/progress.ts';
import type {Line} from '../../components/rich-text.ts';
import {Viewport} from '../../components/Viewport.tsx';
import {wrapSpans} from '../../components/wrap-spans.ts';
import {useCommands} from '../../keys/use-commands.ts';
import type {Area} from '../../layout/area.ts';
import {useTutor} from '../../navigation/contexts.ts';
import {useSession} from '../../navigation/use-session.ts';
import type {Glyphs} from '../../theme/glyphs.ts';
import {useGlyphs} from '../../theme/ThemeProvider.tsx';
import {Column} from '../text/Column.tsx';

const depthWords: {readonly [depth in Depth]: string} = {
  quick: 'the short of it, in plain words',
  standard: 'the whole idea',
  deep: 'formulas, edge cases and tools; read standard first if words are new to you',
};

/** What a lesson is about, before its first page: what one can do afterwards, how long it takes, how deep it goes. */
export function StartView({
  lesson,
  session,
  area,
}: {
  readonly lesson: Lesson;
  readonly session: ReadingSession;
  readonly area: Area;
}) {
  const {course} = useTutor();
  const glyphs = useGlyphs();
  const {depth, prequestions} = useSession(session);
  const written = depths.filter(candidate => findSection(lesson, candidate) !== undefined);
  const part = course.parts.find(({id}) => id === lesson.part)?.title ?? '';
  const start = {lesson, depth, written, part, guesses: prequestions.length};
  const deeper = () => {
    const next = written[(written.indexOf(session.state().depth) + 1) % written.length];
    if (next) session.send({type: 'depth', depth: next});
  };
  useCommands({
    choose: {run: () => session.send({type: 'go-on'}), label: 'begin'},
    next: {run: () => session.send({type: 'go-on'}), isQuiet: true},
    'move-right': {run: () => session.send({type: 'go-on'}), isQuiet: true},
    depth: {run: deeper, label: 'depth'},
  });
  return (
    <Column area={area} widest={80}>
      {({width, height}) => <Viewport lines={startLines(start, width - 2, glyphs)} width={width} height={height} />}
    </Column>
  );
}

type Start = {
  readonly lesson: Lesson;
  readonly depth: Depth;
  readonly written: readonly Depth[];
  readonly part: string;
  readonly guesses: number;
};

function startLines({lesson, depth, written, part, guesses}: Start, width: number, glyphs: Glyphs): readonly Line[] {
  const wrap = (line: Line, first?: Line) => wrapSpans(line, width, {glyphs: glyphs.set, ...(first && {first})});
  const pages = pagesOnPath(lesson, depth);
  const minutes = countOf(readingMinutes(lesson, pages), 'minute');
  const length = `${countOf(pages.length, 'page')}: about ${minutes} with every section, ${depthMinutes(lesson, depth)} for the ${depth} text`;
  const next = written[(written.indexOf(depth) + 1) % written.length] ?? depth;
  const spoken: Line = [{text: `${depth}, ${depthWords[depth]}.${next === depth ? '' : ` d changes it to ${next}.`}`}];
  const depthLine = written.flatMap(
    (candidate): Line => [
      {
        text: `${candidate === depth ? glyphs.chosen : glyphs.unchosen} ${candidate}  `,
        tone: candidate === depth ? 'accent' : 'dim',
      },
    ],
  );
  return [
    ...wrap([{text: part, tone: 'dim'}]),
    ...wrap([{text: lesson.title, tone: 'heading'}]),
    [],
    ...wrap([{text: lesson.summary}]),
    [],
    ...wrap([{text: 'Afterwards you can', tone: 'dim'}]),
    ...lesson.objectives.flatMap(({text}) =>
      wrap([{text: lowerFirst(text)}], [{text: `${glyphs.bullet} `, tone: 'accent'}]),
    ),
    [],
    ...wrap([{text: length, tone: 'dim'}]),
    ...wrap([
      {text: 'Depth: ', tone: 'dim'},
      ...(glyphs.isSpoken ? spoken : [...depthLine, {text: `(d) ${depthWords[depth]}`, tone: 'dim' as const}]),
    ]),
    ...(guesses === 0
      ? []
      : [
          [],
          ...wrap([
            {text: `First ${countOf(guesses, 'question')} to guess at. Nothing is marked; they come back in the quiz.`},
          ]),
        ]),
  ];
}

function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
