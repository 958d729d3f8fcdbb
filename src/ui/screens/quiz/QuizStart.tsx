import {type PastAttempt, pastAttempts, type QuizPlan} from '../../../app/sessions/quiz-plan.ts';
import {countOf} from '../../../app/where-next.ts';
import type {Attempt} from '../../../tutor/schema/progress.ts';
import type {MenuItem} from '../../components/Menu.tsx';
import type {Line} from '../../components/rich-text.ts';
import {wrapSpans} from '../../components/wrap-spans.ts';
import type {Area} from '../../layout/area.ts';
import {useNavigator} from '../../navigation/contexts.ts';
import {useProgress} from '../../navigation/use-progress.ts';
import type {Glyphs} from '../../theme/glyphs.ts';
import {useGlyphs} from '../../theme/ThemeProvider.tsx';
import {MenuUnderText} from '../text/MenuUnderText.tsx';

type Choice = 'begin' | 'go-on' | 'back';

/** What a quiz is, how it went before, and the ways into it. */
export function QuizStart(props: {
  readonly plan: QuizPlan;
  /** How many questions a new attempt asks. */
  readonly count: number;
  /** The attempt that was left before its end. */
  readonly open: Attempt | undefined;
  readonly area: Area;
  readonly onBegin: () => void;
  readonly onGoOn: () => void;
}) {
  const {plan, count, open, area} = props;
  const glyphs = useGlyphs();
  const navigator = useNavigator();
  const past = pastAttempts(plan, useProgress());
  const left = open ? open.questions.length - new Set(open.answers.map(answer => answer.question)).size : 0;
  const items: readonly MenuItem<Choice>[] = [
    ...(open ? [{value: 'go-on' as const, label: `Go on where you stopped: ${countOf(left, 'question')} left`}] : []),
    ...(count > 0 ? [{value: 'begin' as const, label: open ? 'Begin anew with other questions' : 'Begin'}] : []),
    {value: 'back', label: 'Back'},
  ];
  const choose = (choice: Choice) => {
    if (choice === 'begin') props.onBegin();
    else if (choice === 'go-on') props.onGoOn();
    else navigator.back();
  };
  return (
    <MenuUnderText
      lines={width => startLines(plan, count, past, width, glyphs)}
      items={items}
      area={area}
      onChoose={choose}
    />
  );
}

const shownPast = 5;

function startLines(
  {title, kind, purpose, pass}: QuizPlan,
  count: number,
  past: readonly PastAttempt[],
  width: number,
  glyphs: Glyphs,
): readonly Line[] {
  const wrap = (text: string, tone: 'text' | 'dim' = 'text') => wrapSpans([{text, tone}], width, {glyphs: glyphs.set});
  const passes = pass === null ? '' : `, passed with ${Math.round(100 * pass)}%`;
  const nothing = 'There is nothing to ask yet: read a lesson first.';
  return [
    [{text: kind === 'lesson' ? `Quiz: ${title}` : title, tone: 'heading'}],
    [],
    ...wrap(purpose),
    ...wrap(
      count === 0
        ? nothing
        : `${countOf(count, 'question')}${passes}. The text of the lesson is out of sight meanwhile.`,
    ),
    ...wrap('You can leave at any moment: every answer is kept.', 'dim'),
    ...(past.length === 0 ? [] : [[], [{text: 'Before', tone: 'dim' as const}]]),
    ...past.slice(0, shownPast).flatMap(attempt => wrap(pastWords(attempt))),
  ];
}

function pastWords({date, right, total, firstRight, finished, passed}: PastAttempt): string {
  if (!finished) return `${date}  left at ${right} right of ${total}`;
  const first = firstRight < right ? `, ${firstRight} at the first try` : '';
  return `${date}  ${right} of ${total} right${first}${passed ? ', passed' : ''}`;
}
