import {mapParts, type Parts, type Transform} from '../../engine/transform.ts';
import type {Json} from '../../engine/value.ts';
import type {Rows} from '../rows.ts';
import type {PipelineSpec, Trap} from '../spec.ts';
import type {TaskKind} from '../split/target.ts';
import {bindKind, type Params} from '../stage.ts';
import {baselineTraining, type TrainingSettings, withModel} from '../training/settings.ts';
import {findModel, type TrainedModel, trainModel} from '../training/train-model.ts';
import {transformKinds} from '../transform-kinds.ts';
import {type Scores, scoreRows} from './scores.ts';
import type {How} from './settings.ts';
import {rowsToFit} from './traps.ts';

/** All that is fitted anew in a trial: the transforms in order, the model behind them, and how its answers are scored. */
export type Chain = {
  readonly transforms: ReadonlyArray<Transform<Rows>>;
  readonly training: TrainingSettings;
  readonly evaluation: How;
  readonly task: TaskKind;
  readonly traps: readonly Trap[];
};

/** The chain that a pipeline describes. */
export function chainOf(spec: PipelineSpec, task: TaskKind): Chain {
  const {positive, average, threshold} = spec.evaluation;
  return {
    transforms: transformsOf(spec),
    training: withModel(spec.training, task),
    evaluation: {positive, average, threshold},
    task,
    traps: spec.traps,
  };
}

/** The steps that are fitted on the training rows, with their settings in place. */
export function transformsOf(spec: Pick<PipelineSpec, 'preprocessing' | 'features'>): ReadonlyArray<Transform<Rows>> {
  return transformKinds.flatMap(kind => {
    const params = kind.params(kind.stage === 'features' ? spec.features : spec.preprocessing);
    return params === null ? [] : [bindKind(kind, params)];
  });
}

/** Everything of a chain that decides a score, for the key of the step that tries it. */
export function chainParams({training, transforms, evaluation, task, traps}: Chain): Params {
  const steps = transforms.map(({id, version, params}) => [id, {version, ...params}] as const);
  const {version} = findModel(training, task);
  const model = {...training, version} as unknown as Json;
  return {...evaluation, ...Object.fromEntries(steps), training: model, ...(traps.length > 0 ? {traps} : {})};
}

/** What a trial works with: its own random stream, and a sign of life that stops it when the person cancelled. */
export type TrialContext = {readonly seed: string; readonly keepOn: () => void};

/** A chain that was fitted on one part of the rows: its model, and both parts as the transforms left them. */
export type Trial = {readonly chain: Chain; readonly model: TrainedModel; readonly parts: Parts<Rows>};

/** Fit every step of a chain on the training part alone, and carry the other part along. */
export function tryChain(chain: Chain, parts: Parts<Rows>, {seed, keepOn}: TrialContext): Trial {
  const progress = () => {
    keepOn();
    return true;
  };
  const ready = transformParts(chain, parts);
  return {chain, parts: ready, model: trainModel(ready.train, chain.training, chain.task, {seed, progress})};
}

/** Pass both parts through the transforms, each fitted on the rows that the one before it made. */
export function transformParts({transforms, traps}: Chain, parts: Parts<Rows>): Parts<Rows> {
  return transforms.reduce((current, transform) => {
    const state = transform.fit(rowsToFit(traps, transform.id)(current));
    return mapParts(current, rows => transform.transform(rows, state));
  }, parts);
}

/** The scores of a trial on the rows it is judged on: those it did not learn from, unless a trap says otherwise. */
export function scoreTrial({chain, model, parts}: Trial): Scores {
  return scoreRows(model, judgedRows(chain, parts), chain.evaluation);
}

/** What the simplest model reaches on the same rows. */
export function scoreTrialBaseline({chain, parts}: Trial): Scores {
  const baseline = trainModel(parts.train, baselineTraining, chain.task, {seed: ''});
  return scoreRows(baseline, judgedRows(chain, parts), chain.evaluation);
}

function judgedRows({traps}: Chain, {train, test}: Parts<Rows>): Rows {
  return traps.includes('score_on_train') ? train : test;
}
