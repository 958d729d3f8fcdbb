import {useState} from 'react';
import {type AnswerDraft, answerOf, type DraftMove, moveDraft, startDraft} from '../../../app/sessions/answer-draft.ts';
import {resultsFor} from '../../../app/sessions/quiz-session.ts';
import type {QuizItem} from '../../../app/sessions/quiz-state.ts';
import type {ReadingSession} from '../../../app/sessions/reading-session.ts';
import type {Lesson} from '../../../tutor/parse/course.ts';
import {grade} from '../../../tutor/quiz/grade.ts';
import {shuffleOptions} from '../../../tutor/quiz/options.ts';
import {lineOf} from '../../components/rich-text.ts';
import {StyledLine, StyledLines} from '../../components/StyledLines.tsx';
import {wrapText} from '../../components/wrap-spans.ts';
import {useCommands} from '../../keys/use-commands.ts';
import {useKeyReducer} from '../../keys/use-key-reducer.ts';
import type {Area} from '../../layout/area.ts';
import {useTutor} from '../../navigation/contexts.ts';
import {useSession} from '../../navigation/use-session.ts';
import {useGlyphs} from '../../theme/ThemeProvider.tsx';
import {NoNumbersYet} from '../quiz/NoNumbersYet.tsx';
import {QuestionPane} from '../quiz/QuestionPane.tsx';
import {useQuestionResults} from '../quiz/use-question-results.ts';
import {Column} from '../text/Column.tsx';

type Draft = {readonly draft: AnswerDraft; readonly notice: string};

/** A question asked before the lesson: a guess, without a mark, that makes the reader look for the answer. */
export function PrequestionView(props: {
  readonly lesson: Lesson;
  readonly session: ReadingSession;
  readonly question: string;
  readonly area: Area;
}) {
  const {lesson, session, area} = props;
  const tutor = useTutor();
  const glyphs = useGlyphs();
  const {prequestions} = useSession(session);
  const [item] = useState((): QuizItem => {
    return {lesson: lesson.id, question: lesson.quiz.pool.find(({id}) => id === props.question)!};
  });
  const [asked] = useState(() => ({question: item.question, shown: shuffleOptions(item.question, tutor.freshSeed())}));
  const [state, change, latest] = useKeyReducer(
    (_: Draft, next: Draft) => next,
    (): Draft => ({draft: startDraft(asked), notice: ''}),
  );
  const numbers = useQuestionResults(item);
  const skip = () => void session.send({type: 'next'});
  useCommands({
    next: {run: skip, label: 'skip', help: 'Go on without guessing.'},
    previous: {run: () => session.send({type: 'previous'}), isQuiet: true},
  });
  const submit = async () => {
    const made = answerOf(latest().draft, asked);
    if ('missing' in made) return void change({...latest(), notice: made.missing});
    try {
      const {correct} = grade(item.question, made.answer, await resultsFor(tutor, item));
      session.send({type: 'prequestion-answered', correct});
    } catch {
      // A guess that cannot be checked is as good as one that was skipped.
      skip();
    }
  };
  const at = prequestions.indexOf(props.question) + 1;
  const words = `Before you read, ${at} of ${prequestions.length}. A guess is fine; the quiz asks again.`;
  return (
    <Column area={area} widest={88}>
      {({width, height}) => {
        const head = glyphs.isSpoken ? [] : wrapText(words, width, glyphs.set).map(text => lineOf(text, 'dim'));
        const inside = {width, height: height - head.length - 1};
        return (
          <>
            {glyphs.isSpoken ? (
              <StyledLine line={lineOf(words)} width={width} speech="place" />
            ) : (
              <StyledLines lines={[...head, []]} width={width} />
            )}
            {numbers.kind === 'ready' ? (
              <QuestionPane
                asked={asked}
                draft={state.draft}
                results={numbers.results}
                notice={state.notice}
                isLocked={false}
                onMove={(move: DraftMove) => void change({draft: moveDraft(latest().draft, move, asked), notice: ''})}
                onSubmit={() => void submit()}
                onSkip={skip}
                area={inside}
              />
            ) : (
              <NoNumbersYet state={numbers} area={inside} />
            )}
          </>
        );
      }}
    </Column>
  );
}
