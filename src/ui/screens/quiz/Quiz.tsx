import {useState} from 'react';
import {
  beginAttempt,
  examPlan,
  itemsOf,
  lessonPlan,
  openAttempt,
  type QuizPlan,
} from '../../../app/sessions/quiz-plan.ts';
import {openQuiz, type QuizSession} from '../../../app/sessions/quiz-session.ts';
import type {Attempt} from '../../../tutor/schema/progress.ts';
import type {Area} from '../../layout/area.ts';
import {useTutor} from '../../navigation/contexts.ts';
import {useProgress} from '../../navigation/use-progress.ts';
import type {ScreenSpec} from '../screen.ts';
import {findLesson} from '../text/find-lesson.ts';
import {trails} from '../trails.ts';
import {QuizRun} from './QuizRun.tsx';
import {QuizStart} from './QuizStart.tsx';

/** The quiz of a lesson. */
export const quizScreen: ScreenSpec<'quiz'> = {
  trail: trails.quiz,
  Screen: ({route, area}) => {
    const {course} = useTutor();
    const [plan] = useState(() => lessonPlan(findLesson(course, route.lesson)));
    return <Quiz plan={plan} area={area} />;
  },
};

/** A quiz over many lessons. */
export const examScreen: ScreenSpec<'exam'> = {
  trail: trails.exam,
  Screen: ({route, area}) => {
    const {course} = useTutor();
    const [plan] = useState(() => examPlan(route.kind, course));
    return <Quiz plan={plan} area={area} />;
  },
};

function Quiz({plan, area}: {readonly plan: QuizPlan; readonly area: Area}) {
  const tutor = useTutor();
  const {course} = tutor;
  const progress = useProgress();
  const [session, setSession] = useState<QuizSession | null>(null);
  const [count] = useState(() => plan.draw('', progress).length);
  const take = (attempt: Attempt | undefined) => {
    if (attempt) setSession(openQuiz(tutor, attempt, itemsOf(attempt, course)));
  };
  const begin = () => take(beginAttempt(plan, tutor));
  if (session) return <QuizRun key={session.state().attempt.id} {...{plan, session, area}} onAnew={begin} />;
  const open = openAttempt(plan, progress, course);
  return <QuizStart {...{plan, count, open, area}} onBegin={begin} onGoOn={() => take(open)} />;
}
