import {Box} from 'ink';
import {sectionsOnPath} from '../../../app/sessions/reading-path.ts';
import type {ReadingState} from '../../../app/sessions/reading-state.ts';
import type {Lesson} from '../../../tutor/parse/course.ts';
import {findSection, sectionTitles} from '../../../tutor/parse/sections.ts';
import {type Line, lineOf} from '../../components/rich-text.ts';
import {StyledLines} from '../../components/StyledLines.tsx';
import {wrapSpans} from '../../components/wrap-spans.ts';
import {useGlyphs} from '../../theme/ThemeProvider.tsx';
import type {Target} from '../text/inline-spans.ts';
import {useFilledText} from '../text/use-filled-texts.ts';

/** The room for the outline beside a page; none where the text needs the whole width. */
export function outlineWidth(width: number): number {
  return width < 96 ? 0 : Math.min(44, width - 66);
}

/** What stands beside a page on a wide screen: the parts of the lesson, and the words of the page. */
export function Outline(props: {
  readonly lesson: Lesson;
  readonly state: ReadingState;
  readonly targets: readonly Target[];
  readonly focus: string | null;
  readonly width: number;
  readonly height: number;
}) {
  const {lesson, state, targets, focus, width, height} = props;
  const glyphs = useGlyphs();
  const room = width - 4;
  const selected = targets.find(target => target.key === focus);
  const meaning = useFilledText(selected?.kind === 'term' ? selected.term.meaning : '', lesson);
  const parts = sectionsOnPath(lesson, state.depth).map((section, index): Line => {
    const pages = findSection(lesson, section)!.pages.length;
    const isHere = state.stop.kind === 'page' && state.stop.section === section;
    const isRead = (state.read[section] ?? 0) >= pages;
    const mark = isHere ? glyphs.marks.here : isRead ? glyphs.marks.done : glyphs.marks.todo;
    return [
      {text: `${index + 1} `, tone: 'dim'},
      {text: `${mark} `, tone: isHere ? 'accent' : isRead ? 'good' : 'dim'},
      {text: sectionTitles[section], tone: isHere ? 'heading' : 'text'},
    ];
  });
  const words = targets.map((target): Line => {
    const name = target.kind === 'term' ? target.term.term : `lesson: ${target.lesson}`;
    const isSelected = target.key === focus;
    return [
      {text: isSelected ? `${glyphs.pointer} ` : '  ', tone: 'accent'},
      {text: name, tone: isSelected ? 'selection' : 'term'},
    ];
  });
  const lines: readonly Line[] = [
    lineOf('In this lesson', 'dim'),
    ...parts,
    ...(words.length > 0 ? [[], lineOf('Words of this page', 'dim'), ...words] : []),
    ...(meaning === '' ? [] : [[], ...wrapSpans([{text: meaning}], room, {glyphs: glyphs.set})]),
  ];
  const barred = Array.from(
    {length: height},
    (_, row): Line => [{text: ` ${glyphs.bar}  `, tone: 'border'}, ...(lines[row] ?? [])],
  );
  return (
    <Box width={width} height={height} flexShrink={0}>
      <StyledLines lines={barred} width={width} />
    </Box>
  );
}
