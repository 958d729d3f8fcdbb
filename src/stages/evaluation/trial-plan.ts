import type {StepContext, StepResult} from '../../engine/step.ts';
import type {Parts} from '../../engine/transform.ts';
import type {Value} from '../../engine/value.ts';
import type {Rows} from '../rows.ts';
import type {Params} from '../stage.ts';
import {count, say} from '../words.ts';
import {
  type Chain,
  chainParams,
  scoreTrial,
  scoreTrialBaseline,
  type Trial,
  type TrialContext,
  tryChain,
} from './chain.ts';
import type {Scores} from './scores.ts';
import {describeGaps, type SpreadOutput, spreadOf} from './spread.ts';

/** How one trial is made of two parts of rows, and everything that decides what comes of it. */
export type TrialPlan = {
  readonly params: Params;
  readonly make: (parts: Parts<Rows>, context: TrialContext) => Trial;
};

/** The plain plan: fit the chain, with the settings it has. */
export function planOf(chain: Chain): TrialPlan {
  return {params: chainParams(chain), make: (parts, context) => tryChain(chain, parts, context)};
}

type Trials = {
  readonly metric: string;
  /** What a trial is, in a word: a fold, a split. */
  readonly noun: string;
  readonly total: number;
  /** The two parts of one trial. */
  readonly parts: (index: number) => Parts<Rows>;
};

/** Make trial after trial, model and baseline on the same rows, and collect the spread of every metric. */
export function runTrials(plan: TrialPlan, {metric, noun, total, parts}: Trials, context: StepContext): StepResult {
  const model: Scores[] = [];
  const baseline: Scores[] = [];
  const keepOn = () => context.progress(model.length, total);
  keepOn();
  for (let index = 0; index < total; index++) {
    const trial = plan.make(parts(index), {seed: `${context.seed}/${noun}/${index}`, keepOn});
    model.push(scoreTrial(trial));
    baseline.push(scoreTrialBaseline(trial));
    context.progress(model.length, total, {metric, scores: model.map(scores => known(scores[metric]))});
  }
  const output: SpreadOutput = {metric, trials: total, ...spreadOf(model), baseline: spreadOf(baseline)};
  return {output: output as unknown as Value, report: {learned: learnedOf(output, noun), warnings: []}};
}

function learnedOf(output: SpreadOutput, noun: string): readonly string[] {
  const spread = output.all[output.metric];
  const line = spread
    ? [`${output.metric}: ${say(spread.mean)} ± ${say(spread.sd)} over ${count(spread.scores.length, noun)}`]
    : [];
  return [...line, ...describeGaps(output, output.trials, noun)];
}

function known(score: Scores[string] | undefined): number | null {
  return typeof score === 'number' ? score : null;
}
