import type {Attempt, GradedAnswer} from '../schema/progress.ts';

/** How an attempt stands. */
export type AttemptResult = {
  readonly total: number;
  readonly answered: number;
  /** Questions whose latest answer is right. */
  readonly right: number;
  readonly share: number;
  /** The share that was right at the first try. */
  readonly firstShare: number;
  readonly finished: boolean;
  readonly passed: boolean;
  /** Questions whose latest answer is wrong: those answered with confidence first. */
  readonly missed: readonly string[];
};

/** Begin an attempt. */
export function startAttempt(
  start: Pick<Attempt, 'id' | 'kind' | 'lesson' | 'started'>,
  questions: readonly {readonly id: string}[],
): Attempt {
  return {...start, questions: questions.map(question => question.id), answers: []};
}

/** Add an answer; a question may be answered again. */
export function addAnswer(attempt: Attempt, answer: GradedAnswer): Attempt {
  return {...attempt, answers: [...attempt.answers, answer]};
}

/**
 * Work out how an attempt stands. It passes when all questions are answered and the share whose latest answer
 * is right reaches `pass`: retrying the wrong ones counts, and `firstShare` keeps what was known before.
 */
export function attemptResult(attempt: Attempt, pass = 0.8): AttemptResult {
  const latest = attempt.questions.flatMap(id => attempt.answers.findLast(answer => answer.question === id) ?? []);
  const first = attempt.questions.flatMap(id => attempt.answers.find(answer => answer.question === id) ?? []);
  const total = attempt.questions.length;
  const right = latest.filter(answer => answer.correct).length;
  const share = total === 0 ? 0 : right / total;
  const finished = total > 0 && latest.length === total;
  const missed = latest.filter(answer => !answer.correct).sort((a, b) => confidence(b) - confidence(a));
  return {
    total,
    answered: latest.length,
    right,
    share,
    firstShare: total === 0 ? 0 : first.filter(answer => answer.correct).length / total,
    finished,
    passed: finished && share >= pass - 1e-9,
    missed: missed.map(answer => answer.question),
  };
}

function confidence(answer: GradedAnswer): number {
  return answer.sure === true ? 2 : answer.sure === null ? 1 : 0;
}

/** The questions of an attempt that are still to be asked, in order. */
export function questionsLeft(attempt: Attempt): readonly string[] {
  return attempt.questions.filter(id => !attempt.answers.some(answer => answer.question === id));
}

/** How well "sure" and "not sure" agree with right and wrong. */
export type Calibration = {
  readonly sure: {readonly answers: number; readonly right: number};
  readonly unsure: {readonly answers: number; readonly right: number};
  readonly words: string;
};

/** Compare what the learner was sure of with what was right. */
export function calibrate(answers: readonly GradedAnswer[]): Calibration {
  const count = (sure: boolean) => {
    const said = answers.filter(answer => answer.sure === sure);
    return {answers: said.length, right: said.filter(answer => answer.correct).length};
  };
  const sure = count(true);
  const unsure = count(false);
  return {sure, unsure, words: `${tell('Sure', sure)} ${tell('Not sure', unsure)} ${judge(sure, unsure)}`.trim()};
}

type Count = Calibration['sure'];

function tell(word: string, {answers, right}: Count): string {
  return answers === 0 ? `${word}: no answers.` : `${word}: ${right} of ${answers} right.`;
}

function judge(sure: Count, unsure: Count): string {
  if (sure.answers + unsure.answers < 5) return '';
  if (sure.answers > 0 && sure.right / sure.answers < 0.7) return 'You are surer than your answers bear out.';
  if (unsure.answers > 0 && unsure.right / unsure.answers > 0.8) return 'You know more than you think.';
  return 'Your confidence fits your answers.';
}
