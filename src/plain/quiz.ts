import {beginAttempt, itemsOf, openAttempt, type QuizPlan} from '../app/sessions/quiz-plan.ts';
import {summarise} from '../app/sessions/quiz-result.ts';
import {openQuiz, type QuizSession, resultsFor} from '../app/sessions/quiz-session.ts';
import {askedNow, currentItem} from '../app/sessions/quiz-state.ts';
import type {Tutor} from '../app/tutor.ts';
import {countOf} from '../app/where-next.ts';
import {failureTexts} from './failure-texts.ts';
import {choose, type Guide, pause, promptLine} from './prompt.ts';
import {askQuestion, gradeTexts} from './questions.ts';
import {until} from './until.ts';

/** Take a quiz, or go on with one that was left, to its result. @throws {GoBack | Leave} */
export async function takeQuiz(guide: Guide, tutor: Tutor, plan: QuizPlan): Promise<void> {
  const {course, learner} = tutor;
  guide.talk.say(`Quiz: ${plan.title}`, plan.purpose);
  const open = openAttempt(plan, learner.progress(), course);
  if (open) guide.talk.say('You left this quiz before its end; here is the rest.');
  const attempt = open ?? beginAttempt(plan, tutor);
  if (attempt === undefined) {
    guide.talk.say('There is nothing to ask yet.');
    return;
  }
  const session = openQuiz(tutor, attempt, itemsOf(attempt, course));
  for (;;) {
    await askRound(guide, tutor, session);
    const {missed} = sayResult(guide, tutor, plan, session);
    if (missed.length === 0) return;
    const again = await choose(guide, [
      {label: `Try the ${countOf(missed.length, 'missed question')} again`, value: true},
      {label: 'Leave it at that', value: false},
    ]);
    if (!again) return;
    session.send({type: 'retry-missed'});
  }
}

async function askRound(guide: Guide, tutor: Tutor, session: QuizSession): Promise<void> {
  while (session.state().phase.kind !== 'result') {
    const {at, round, phase} = session.state();
    if (phase.kind === 'answering') guide.talk.say(`Question ${at + 1} of ${round.length}`);
    await askOne(guide, tutor, session);
    session.send({type: 'next'});
  }
}

async function askOne(guide: Guide, tutor: Tutor, session: QuizSession): Promise<void> {
  const results = await resultsFor(tutor, currentItem(session.state())!);
  const answer = await askQuestion(guide, askedNow(session.state())!, results);
  session.send({type: 'answer', answer});
  session.send({type: 'sure', sure: await askSure(guide)});
  for (;;) {
    const {phase} = await until(session, state => state.phase.kind !== 'grading');
    if (phase.kind === 'feedback') {
      guide.talk.say(...gradeTexts(phase.grade, phase.sure, askedNow(session.state())!.question.type));
      await pause(guide);
      return;
    }
    if (phase.kind !== 'failed') return;
    guide.talk.say(...failureTexts(phase.error));
    await pause(guide, 'Enter tries again');
    session.send({type: 'grade-again'});
  }
}

async function askSure(guide: Guide): Promise<boolean> {
  for (;;) {
    const line = await promptLine(guide, 'Are you sure of it? (y or n, Enter for y):');
    if (['', 'y', 'yes'].includes(line)) return true;
    if (['n', 'no'].includes(line)) return false;
    guide.talk.say('Write y if you are sure and n if it was a guess.');
  }
}

function sayResult({talk}: Guide, {course}: Tutor, plan: QuizPlan, session: QuizSession) {
  const {attempt} = session.state();
  const summary = summarise(attempt, course, plan.pass);
  const {right, total, share, passed, scores, becameCards, calibration, placedOut} = summary;
  const verdict = plan.pass === null ? 'Done' : passed ? 'Passed' : 'Not passed yet';
  const needed = plan.pass === null || passed ? '' : ` It takes ${Math.round(100 * plan.pass)}%.`;
  const titles = placedOut.map(id => course.lessons.find(lesson => lesson.id === id)?.title ?? id);
  talk.say(
    `${verdict}: ${plan.title}. ${right} of ${total} right, ${Math.round(100 * share)}%.${needed}`,
    scores.map(score => `- ${score.right} of ${score.total}: ${score.text}`).join('\n'),
    ...(becameCards === 0
      ? []
      : [`${countOf(becameCards, 'question')} that you missed or guessed will come back as cards.`]),
    calibration,
    ...(titles.length === 0 ? [] : [`You may pass over: ${titles.join('; ')}.`]),
  );
  return summary;
}
