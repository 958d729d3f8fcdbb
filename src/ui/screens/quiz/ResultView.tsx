import {itemsOf, type QuizPlan} from '../../../app/sessions/quiz-plan.ts';
import {type QuizSummary, summarise} from '../../../app/sessions/quiz-result.ts';
import type {QuizSession} from '../../../app/sessions/quiz-session.ts';
import {countOf, nextWords} from '../../../app/where-next.ts';
import type {MenuItem} from '../../components/Menu.tsx';
import type {Line} from '../../components/rich-text.ts';
import {wrapSpans} from '../../components/wrap-spans.ts';
import type {Area} from '../../layout/area.ts';
import {useNavigator, useTutor} from '../../navigation/contexts.ts';
import {routeOfNext} from '../../navigation/doors.ts';
import {useNext} from '../../navigation/use-next.ts';
import {useProgress} from '../../navigation/use-progress.ts';
import {useSession} from '../../navigation/use-session.ts';
import type {Glyphs} from '../../theme/glyphs.ts';
import {useGlyphs} from '../../theme/ThemeProvider.tsx';
import {MenuUnderText} from '../text/MenuUnderText.tsx';

type Choice = 'next' | 'retry' | 'skip' | 'read' | 'anew' | 'map';

/** What a quiz came to, and what to do about it. */
export function ResultView(props: {
  readonly plan: QuizPlan;
  readonly session: QuizSession;
  readonly area: Area;
  /** Draw other questions and begin again. */
  readonly onAnew: () => void;
}) {
  const {plan, session, area} = props;
  const {course, learner} = useTutor();
  const navigator = useNavigator();
  const progress = useProgress();
  const glyphs = useGlyphs();
  const {attempt} = useSession(session);
  const summary = summarise(attempt, course, plan.pass);
  const {next} = useNext();
  const open = summary.placedOut.filter(lesson => !progress.lessons[lesson]?.skipped);
  const choose = (choice: Choice) => {
    if (choice === 'retry') session.send({type: 'retry-missed'});
    else if (choice === 'anew') props.onAnew();
    else if (choice === 'map') navigator.home();
    else if (choice === 'next') navigator.replace(routeOfNext(next.thing));
    else if (choice === 'read' && plan.lesson) {
      navigator.replace({screen: 'lesson', lesson: plan.lesson.id, section: progress.settings.depth, page: 0});
    } else if (choice === 'skip')
      for (const lesson of open) learner.record({type: 'lesson_skipped', lesson, skipped: true});
  };
  const titles = summary.placedOut.map(id => course.lessons.find(lesson => lesson.id === id)?.title ?? id);
  const result = {plan, summary, titles, total: itemsOf(attempt, course).length};
  const items = choicesOf(plan, summary, open.length, nextWords(next, plan.lesson?.id));
  return (
    <MenuUnderText lines={width => resultLines(result, width, glyphs)} items={items} area={area} onChoose={choose} />
  );
}

type Result = {
  readonly plan: QuizPlan;
  readonly summary: QuizSummary;
  /** The lessons that may be passed over. */
  readonly titles: readonly string[];
  readonly total: number;
};

function resultLines({plan, summary, titles, total}: Result, width: number, glyphs: Glyphs): readonly Line[] {
  const {right, share, firstShare, scores, becameCards, calibration} = summary;
  const wrap = (line: Line) => wrapSpans(line, width, {glyphs: glyphs.set, rest: [{text: '  '}]});
  const percent = `${right} of ${total} right, ${Math.round(100 * share)}%.`;
  const first = firstShare < share ? ` At the first try ${Math.round(100 * firstShare)}%.` : '';
  const half = scores.length > 8 ? scores.filter(score => score.right < score.total) : scores;
  return [
    verdictLine(plan, summary, glyphs),
    ...wrap([{text: `${percent}${first}`}]),
    [],
    ...half.flatMap(score => {
      const isFull = score.right === score.total;
      return wrap([
        {text: `${isFull ? glyphs.right : glyphs.bullet} `, tone: isFull ? 'good' : 'warn'},
        {text: `${score.right}/${score.total} `, tone: 'dim'},
        {text: score.text},
      ]);
    }),
    ...(titles.length === 0
      ? []
      : [[], ...wrap([{text: 'You may pass over: ', tone: 'heading'}, {text: titles.join('; ')}])]),
    [],
    ...wrap([{text: cardWords(becameCards)}]),
    ...wrap([{text: calibration, tone: 'dim'}]),
  ];
}

function verdictLine({pass, title}: QuizPlan, {passed}: QuizSummary, glyphs: Glyphs): Line {
  if (pass === null) return [{text: `${title}: done`, tone: 'heading'}];
  if (passed)
    return [
      {text: `${glyphs.right} Passed`, tone: 'good', bold: true},
      {text: `: ${title}`, tone: 'heading'},
    ];
  return [
    {text: `${glyphs.bullet} Not passed yet`, tone: 'warn', bold: true},
    {text: `: it takes ${Math.round(100 * pass)}%`, tone: 'dim'},
  ];
}

function cardWords(count: number): string {
  if (count === 0) return 'Nothing was missed or guessed, so no new cards.';
  const verb = count === 1 ? 'is a card now and comes' : 'are cards now and come';
  return `${countOf(count, 'question')} that you missed or guessed ${verb} back in the review.`;
}

function choicesOf(
  {kind}: QuizPlan,
  {missed, passed}: QuizSummary,
  open: number,
  next: string,
): readonly MenuItem<Choice>[] {
  const retry: readonly MenuItem<Choice>[] =
    missed.length === 0 ? [] : [{value: 'retry', label: `Try the ${countOf(missed.length, 'missed question')} again`}];
  const onward: MenuItem<Choice> = {value: 'next', label: `Next: ${next}`};
  const skip: readonly MenuItem<Choice>[] =
    open === 0
      ? []
      : [{value: 'skip', label: `Pass over ${open === 1 ? 'this lesson' : `these ${open} lessons`}; they stay open`}];
  return [
    ...skip,
    ...(passed || missed.length === 0 ? [onward, ...retry] : retry),
    ...(kind === 'lesson' ? [{value: 'read' as const, label: 'Read the lesson again'}] : []),
    {value: 'anew', label: 'Take it again with other questions'},
    {value: 'map', label: 'Back to the map'},
  ];
}
