import {shuffle} from '../random.ts';
import type {QuestionRecord} from '../schema/progress.ts';
import type {Question} from '../schema/quiz.ts';

/** What is known of a learner's answers, by the id of the question. */
export type QuestionHistory = {readonly [question: string]: Pick<QuestionRecord, 'last'>};

/**
 * Draw `n` questions, turn by turn from each objective so that all are asked about as equally as the pool allows.
 *
 * Within an objective come first those missed with confidence, then those missed, never seen, right but unsure,
 * and last those right; equals are mixed by the seed. The draw is shown in mixed order.
 */
export function drawQuiz(
  pool: readonly Question[],
  objectives: readonly string[],
  n: number,
  seed: string,
  history: QuestionHistory = {},
): readonly Question[] {
  const queues = shuffle(objectives, `${seed}/objectives`).map(objective => {
    const own = pool.filter(question => question.objective === objective);
    return [...shuffle(own, `${seed}/${objective}`)].sort((a, b) => urgency(a, history) - urgency(b, history));
  });
  const drawn: Question[] = [];
  for (let round = 0; drawn.length < n && queues.some(queue => round < queue.length); round++) {
    drawn.push(...queues.flatMap(queue => queue.slice(round, round + 1)).slice(0, n - drawn.length));
  }
  return shuffle(drawn, `${seed}/shown`);
}

/**
 * Draw a lesson's quiz with its pre-questions in it, so that what was asked before the lesson is asked again after it.
 */
export function drawLessonQuiz(
  lesson: {
    readonly quiz: {readonly pool: readonly Question[]; readonly draw: number};
    readonly objectives: readonly {readonly id: string}[];
    readonly prequestions: readonly string[];
  },
  seed: string,
  history: QuestionHistory = {},
): readonly Question[] {
  const {pool, draw} = lesson.quiz;
  const objectives = lesson.objectives.map(objective => objective.id);
  const again = pool
    .filter(question => lesson.prequestions.includes(question.id) && !history[question.id]?.last.correct)
    .slice(0, draw);
  const rest = pool.filter(question => !again.includes(question));
  const asked = new Set(again.map(question => question.objective));
  // The objectives that the pre-questions leave out come first, so that the quiz stays balanced.
  const uncovered = objectives.filter(objective => !asked.has(objective));
  const first = drawQuiz(rest, uncovered, Math.min(uncovered.length, draw - again.length), seed, history);
  const last = rest.filter(question => !first.includes(question));
  const more = drawQuiz(last, objectives, draw - again.length - first.length, seed, history);
  return shuffle([...again, ...first, ...more], `${seed}/shown`);
}

function urgency(question: Question, history: QuestionHistory): number {
  const known = history[question.id];
  if (known === undefined) return 2;
  const {correct, sure} = known.last;
  if (!correct) return sure === true ? 0 : 1;
  return sure === false ? 3 : 4;
}
