import {Box} from 'ink';
import {lessonState, type MapPlace} from '../../../app/course-map.ts';
import type {Lesson} from '../../../tutor/parse/course.ts';
import type {Progress} from '../../../tutor/schema/progress.ts';
import {Menu, type MenuItem} from '../../components/Menu.tsx';
import type {Line} from '../../components/rich-text.ts';
import {StyledLines} from '../../components/StyledLines.tsx';
import {wrapSpans} from '../../components/wrap-spans.ts';
import {useCommands} from '../../keys/use-commands.ts';
import type {Area} from '../../layout/area.ts';
import {Overlay} from '../../layout/Overlay.tsx';
import {useTextWidth} from '../../layout/text-width.ts';
import {useNavigator, useScreens, useTutor} from '../../navigation/contexts.ts';
import type {Route} from '../../navigation/route.ts';
import {useProgress} from '../../navigation/use-progress.ts';
import type {Glyphs} from '../../theme/glyphs.ts';
import {useGlyphs} from '../../theme/ThemeProvider.tsx';

type Choice = Route | {readonly take: string; readonly skipped: boolean};

/** The ways into a lesson, with how far each is: read it, try it, be asked about it. */
export function LessonMenu(props: {readonly place: MapPlace; readonly area: Area; readonly onClose: () => void}) {
  const {place, area, onClose} = props;
  const {learner} = useTutor();
  const navigator = useNavigator();
  const screens = useScreens();
  const progress = useProgress();
  const glyphs = useGlyphs();
  const items = place.lessons.flatMap(lesson =>
    waysInto(lesson, progress, {isNamed: place.lessons.length > 1, hasLabs: screens.has('lab'), glyphs}),
  );
  const width = Math.max(20, useTextWidth(area.width - 4, 66));
  const summary = place.lessons.map(lesson => lesson.summary).join(' ') || 'This stage has no lesson yet.';
  const text: readonly Line[] = wrapSpans([{text: summary, tone: 'dim'}], width - 2, {glyphs: glyphs.set});
  const choose = (choice: Choice) => {
    onClose();
    if ('take' in choice) learner.record({type: 'lesson_skipped', lesson: choice.take, skipped: choice.skipped});
    else navigator.open(choice);
  };
  const title = place.lessons.length === 1 ? place.lessons[0]!.title : place.name;
  return (
    <Overlay area={area} title={title} wish={{width, height: text.length + 1 + Math.max(1, items.length)}}>
      {inside => {
        const height = Math.min(items.length, Math.max(1, inside.height - 1));
        const room = Math.max(0, inside.height - height - 1);
        return (
          <Box flexDirection="column" width={inside.width} height={inside.height}>
            <StyledLines lines={[...firstLines(text, room, glyphs), ...(room > 0 ? [[]] : [])]} width={inside.width} />
            <MenuKeys onClose={onClose} />
            <Menu items={items} width={inside.width} height={height} onChoose={choose} />
          </Box>
        );
      }}
    </Overlay>
  );
}

/** As many lines as there is room for; that there were more is to be seen. */
function firstLines(lines: readonly Line[], room: number, {ellipsis}: Glyphs): readonly Line[] {
  const last = lines[room - 1];
  if (lines.length <= room || last === undefined) return lines.slice(0, room);
  return [...lines.slice(0, room - 1), [...last, {text: ` ${ellipsis}`, tone: 'dim'}]];
}

function MenuKeys({onClose}: {readonly onClose: () => void}) {
  useCommands({back: {run: onClose, label: 'close'}, quit: {run: onClose, isQuiet: true}});
  return null;
}

type Ways = {readonly isNamed: boolean; readonly hasLabs: boolean; readonly glyphs: Glyphs};

function waysInto(lesson: Lesson, progress: Progress, {isNamed, hasLabs, glyphs}: Ways): readonly MenuItem<Choice>[] {
  const row = (word: string, text: string) => `${glyphs.isSpoken ? `${word}:` : word.padEnd(6)} ${text}`;
  const {id, title} = lesson;
  const {read, lab, quiz} = lessonState(lesson, progress);
  const skipped = progress.lessons[id]?.skipped === true;
  return [
    {
      label: isNamed && !glyphs.isSpoken ? `${title}: read   ${read}` : row(isNamed ? `${title}, read` : 'Read', read),
      value: {screen: 'lesson', lesson: id},
    },
    ...(lab !== null && hasLabs ? [{label: row('Lab', lab), value: {screen: 'lab', lesson: id} as const}] : []),
    ...(quiz !== null ? [{label: row('Quiz', quiz), value: {screen: 'quiz', lesson: id} as const}] : []),
    ...(skipped ? [{label: 'Take it up after all; it was passed over', value: {take: id, skipped: false}}] : []),
  ];
}
