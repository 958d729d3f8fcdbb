import {lessonState} from '../../../app/course-map.ts';
import type {ReadingSession} from '../../../app/sessions/reading-session.ts';
import {countOf} from '../../../app/where-next.ts';
import type {Lesson} from '../../../tutor/parse/course.ts';
import {sectionTitles} from '../../../tutor/parse/sections.ts';
import {hasPassedQuiz, nextTask, nextUnreadPage} from '../../../tutor/progress/status.ts';
import type {Progress} from '../../../tutor/schema/progress.ts';
import type {MenuItem} from '../../components/Menu.tsx';
import type {Line} from '../../components/rich-text.ts';
import {wrapSpans} from '../../components/wrap-spans.ts';
import {useCommands} from '../../keys/use-commands.ts';
import type {Area} from '../../layout/area.ts';
import {useNavigator} from '../../navigation/contexts.ts';
import {useProgress} from '../../navigation/use-progress.ts';
import {useGlyphs} from '../../theme/ThemeProvider.tsx';
import {MenuUnderText} from '../text/MenuUnderText.tsx';

type Choice = 'unread' | 'lab' | 'quiz' | 'again' | 'map';

/** The end of a reading: what it was, and what comes next. */
export function EndView({
  lesson,
  session,
  area,
}: {
  readonly lesson: Lesson;
  readonly session: ReadingSession;
  readonly area: Area;
}) {
  const navigator = useNavigator();
  const progress = useProgress();
  const glyphs = useGlyphs();
  const unread = nextUnreadPage(lesson, progress);
  const choose = (choice: Choice) => {
    if (choice === 'unread' && unread) session.send({type: 'go', ...unread});
    else if (choice === 'lab') navigator.open({screen: 'lab', lesson: lesson.id});
    else if (choice === 'quiz') navigator.open({screen: 'quiz', lesson: lesson.id});
    else if (choice === 'map') navigator.home();
    else if (choice === 'again')
      navigator.replace({screen: 'lesson', lesson: lesson.id, section: session.state().depth, page: 0});
  };
  useCommands({
    previous: {run: () => session.send({type: 'previous'}), label: 'page before'},
    'move-left': {run: () => session.send({type: 'previous'}), isQuiet: true},
  });
  const guessed = lesson.prequestions.filter(id => progress.prequestions[id] !== undefined).length;
  const lines = (width: number): readonly Line[] => {
    const wrap = (line: Line) => wrapSpans(line, width, {glyphs: glyphs.set});
    return [
      ...wrap([{text: 'The end of the reading', tone: 'heading'}]),
      [],
      ...wrap([{text: 'You now have what it takes to'}]),
      ...lesson.objectives.flatMap(({text}) =>
        wrapSpans([{text}], width, {glyphs: glyphs.set, first: [{text: `${glyphs.bullet} `, tone: 'accent'}]}),
      ),
      ...(guessed === 0 ? [] : [[], ...wrap([{text: comesBack(guessed)}])]),
      ...(unread === undefined
        ? []
        : [
            [],
            ...wrap([
              {text: `You passed over ${sectionTitles[unread.section]}, page ${unread.page + 1}.`, tone: 'warn'},
            ]),
          ]),
    ];
  };
  return (
    <MenuUnderText
      lines={lines}
      items={choicesOf(lesson, progress, unread !== undefined)}
      area={area}
      onChoose={choose}
    />
  );
}

function comesBack(guessed: number): string {
  return guessed === 1
    ? 'The question you guessed at before comes back in the quiz.'
    : `The ${countOf(guessed, 'question')} you guessed at before come back in the quiz.`;
}

/** What can be done after reading, the next unfinished thing first. */
function choicesOf(lesson: Lesson, progress: Progress, hasUnread: boolean): readonly MenuItem<Choice>[] {
  const {lab, quiz} = lessonState(lesson, progress);
  const isLabOpen = lab !== null && nextTask(lesson, progress) !== undefined;
  const isQuizOpen = quiz !== null && !hasPassedQuiz(lesson, progress);
  const items: ReadonlyArray<MenuItem<Choice> & {readonly rank: number}> = [
    ...(hasUnread ? [{value: 'unread' as const, label: 'Read what you passed over', rank: 0}] : []),
    ...(lab === null ? [] : [{value: 'lab' as const, label: `Try it in the lab: ${lab}`, rank: isLabOpen ? 1 : 5}]),
    ...(quiz === null ? [] : [{value: 'quiz' as const, label: `Take the quiz: ${quiz}`, rank: isQuizOpen ? 2 : 6}]),
    {value: 'map', label: 'Back to the map', rank: 4},
    {value: 'again', label: 'Read it again from the beginning', rank: 7},
  ];
  return [...items].sort((a, b) => a.rank - b.rank);
}
