import {Box} from 'ink';
import type {QuizPlan} from '../../../app/sessions/quiz-plan.ts';
import type {QuizSession} from '../../../app/sessions/quiz-session.ts';
import {askedNow, currentItem, type QuizState} from '../../../app/sessions/quiz-state.ts';
import {noticeLines} from '../../components/Notice.tsx';
import {type Line, lineOf, lineWidth, padLine} from '../../components/rich-text.ts';
import {StyledLine, StyledLines} from '../../components/StyledLines.tsx';
import {wrapSpans} from '../../components/wrap-spans.ts';
import {useCommands} from '../../keys/use-commands.ts';
import type {Area} from '../../layout/area.ts';
import {errorLines} from '../../layout/ErrorScreen.tsx';
import {useSession} from '../../navigation/use-session.ts';
import type {Glyphs} from '../../theme/glyphs.ts';
import {useGlyphs} from '../../theme/ThemeProvider.tsx';
import {Column} from '../text/Column.tsx';
import {ConfidenceBar} from './ConfidenceBar.tsx';
import {FeedbackView} from './FeedbackView.tsx';
import {NoNumbersYet} from './NoNumbersYet.tsx';
import {QuestionPane} from './QuestionPane.tsx';
import {ResultView} from './ResultView.tsx';
import {useQuestionResults} from './use-question-results.ts';

type RunProps = {
  readonly plan: QuizPlan;
  readonly session: QuizSession;
  readonly area: Area;
  readonly onAnew: () => void;
};

/** A quiz while it is taken: a question, how sure one is, what is said about it, and in the end the result. */
export function QuizRun({plan, session, area, onAnew}: RunProps) {
  const state = useSession(session);
  const glyphs = useGlyphs();
  if (state.phase.kind === 'result') return <ResultView {...{plan, session, area, onAnew}} />;
  const head = area.height >= 14 ? 2 : 1;
  return (
    <Column area={area} widest={88}>
      {({width, height}) => (
        <>
          <StyledLine line={roundLine(state, width, glyphs)} width={width} speech="place" />
          {head === 2 && <StyledLine line={[]} width={width} />}
          <OneQuestion session={session} state={state} area={{width, height: height - head}} />
        </>
      )}
    </Column>
  );
}

/** Which question of how many, and how those before it went. */
function roundLine({round, at, attempt, phase}: QuizState, width: number, glyphs: Glyphs): Line {
  const left: Line = [
    {text: `Question ${at + 1} of ${round.length}`, tone: 'heading'},
    {
      text:
        round.length < attempt.questions.length && attempt.answers.length >= attempt.questions.length ? ', again' : '',
      tone: 'dim',
    },
  ];
  if (glyphs.isSpoken) return left;
  const marks = round.map((id, index): Line => {
    const isAnswered = index < at || (index === at && phase.kind === 'feedback');
    const answer = isAnswered ? attempt.answers.findLast(given => given.question === id) : undefined;
    // A question that is asked again has an answer of the round before.
    if (answer === undefined) return lineOf(glyphs.unchosen, index === at ? 'accent' : 'dim');
    return answer?.correct ? lineOf(glyphs.right, 'good') : lineOf(glyphs.wrong, 'bad');
  });
  const right = marks.flatMap((mark, index) => (index === 0 ? mark : [{text: ' '}, ...mark]));
  return lineWidth(left) + lineWidth(right) + 2 > width ? left : [...padLine(left, width - lineWidth(right)), ...right];
}

function OneQuestion({
  session,
  state,
  area,
}: {
  readonly session: QuizSession;
  readonly state: QuizState;
  readonly area: Area;
}) {
  const glyphs = useGlyphs();
  const item = currentItem(state);
  const asked = askedNow(state)!;
  const numbers = useQuestionResults(item);
  const {phase} = state;
  if (phase.kind === 'feedback') {
    return (
      <FeedbackView
        asked={asked}
        grade={phase.grade}
        sure={phase.sure}
        results={numbers.kind === 'ready' ? numbers.results : {}}
        isLast={state.at + 1 >= state.round.length}
        area={area}
        onNext={() => session.send({type: 'next'})}
      />
    );
  }
  if (numbers.kind !== 'ready') return <NoNumbersYet state={numbers} area={area} />;
  const text = `The engine is running it to find out${glyphs.ellipsis}`;
  const wait: readonly Line[] = [[], ...wrapSpans([{text, tone: 'dim'}], area.width, {glyphs: glyphs.set})];
  const heights = {answering: 0, confidence: 2, grading: wait.length, failed: Math.min(6, area.height - 3), result: 0};
  const under = heights[phase.kind];
  return (
    <Box flexDirection="column" width={area.width} height={area.height} overflowY="hidden">
      <QuestionPane
        asked={asked}
        draft={state.draft}
        results={numbers.results}
        notice={state.notice}
        isLocked={phase.kind !== 'answering'}
        onMove={move => session.send({type: 'draft', move})}
        onSubmit={() => session.send({type: 'submit'})}
        area={{width: area.width, height: area.height - under}}
      />
      {phase.kind === 'confidence' && (
        <ConfidenceBar
          width={area.width}
          onSay={sure => session.send({type: 'sure', sure})}
          onReconsider={() => session.send({type: 'reconsider'})}
        />
      )}
      {phase.kind === 'grading' && <StyledLines lines={wait} width={area.width} />}
      {phase.kind === 'failed' && (
        <Failed error={phase.error} area={{width: area.width, height: under}} session={session} />
      )}
    </Box>
  );
}

/** The engine could not grade an answer; the answer is kept and can be graded again. */
function Failed({error, area, session}: {readonly error: unknown; readonly area: Area; readonly session: QuizSession}) {
  const glyphs = useGlyphs();
  const again = () => session.send({type: 'grade-again'});
  useCommands({
    choose: {run: again, label: 'try again', help: 'Let the engine try again.'},
    run: {run: again, isQuiet: true},
  });
  const text =
    'The engine could not check this answer. Press Enter to try again, Esc to leave; the answers so far are kept.';
  const lines = [[], ...noticeLines('warn', text, area.width, glyphs), ...errorLines(error, area.width, glyphs.set)];
  return <StyledLines lines={lines} width={area.width} height={area.height} />;
}
