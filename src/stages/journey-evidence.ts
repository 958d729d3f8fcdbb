import {byCodePoint} from '../data/table.ts';
import type {Json} from '../engine/value.ts';
import {indexRows, type Metric} from '../ml/models/nearest.ts';
import type {Artifact} from './deployment/artifact.ts';
import {weighClasses, weighLikelihoods, weighNumber} from './journey-sums.ts';
import {countVotes, followPath} from './journey-trees.ts';

/** What one feature adds to the answer. */
export type Part = {
  readonly feature: string;
  readonly value: number;
  readonly weight: number | null;
  readonly amount: number;
};

/** Why a model answers as it does for one row: what speaks for it, in the model's own terms. */
export type Evidence =
  /** start + Σ amounts = total: the log of the odds of one class against another, or the number itself. */
  | {
      readonly kind: 'sum';
      readonly for: string;
      /** null where a number is predicted. */
      readonly against: string | null;
      readonly start: number;
      readonly parts: readonly Part[];
      readonly total: number;
    }
  | {
      readonly kind: 'neighbours';
      readonly metric: Metric;
      readonly neighbours: ReadonlyArray<{
        /** Its row in the table that was loaded, from 1; null where that is no longer known. */
        readonly row: number | null;
        readonly distance: number;
        readonly answer: string | number;
      }>;
    }
  | {readonly kind: 'path'; readonly questions: readonly Question[]; readonly leaf: Leaf}
  | {
      readonly kind: 'votes';
      readonly trees: number;
      /** How many trees find each class likeliest, and the mean of their probabilities. */
      readonly votes: ReadonlyArray<{readonly label: string; readonly trees: number; readonly probability: number}>;
    }
  | {
      readonly kind: 'answers';
      readonly trees: number;
      readonly low: number;
      readonly high: number;
      readonly mean: number;
    }
  | {readonly kind: 'none'; readonly why: string};

/** One question that a tree asked, and the answer. */
export type Question = {
  readonly feature: string;
  readonly value: number;
  readonly threshold: number;
  readonly answer: 'yes' | 'no';
  /** How many training rows came to this question. */
  readonly rows: number;
};
type Leaf = {
  readonly rows: number;
  readonly shares: {readonly [label: string]: number} | null;
  readonly mean: number | null;
};

/**
 * Why the model answers as it does for one row that went through all steps.
 *
 * @param chances - the probability of each class; none where a number is predicted.
 * @param trainRows - for each training row, its place in the table that was loaded.
 */
export function evidenceOf(
  {model, classes, positive, target}: Artifact,
  row: Float64Array,
  chances: readonly number[],
  trainRows?: Int32Array,
): Evidence {
  const {features} = model;
  const pair = classes.length > 0 ? choosePair(classes, positive, chances) : undefined;
  const subject = {features, row, classes, target, state: model.state, pair, trainRows};
  const explain = model.implementation === 'builtin' ? builtin[model.model] : mljs[model.model];
  return explain?.(subject) ?? {kind: 'none', why: `${model.model} does not say how it comes to its answer.`};
}

/** What an explanation is made from. */
export type Subject = {
  readonly features: readonly string[];
  readonly row: Float64Array;
  readonly classes: readonly string[];
  readonly target: string;
  readonly state: Json;
  /** The two classes whose odds are explained. */
  readonly pair: readonly [number, number] | undefined;
  readonly trainRows: Int32Array | undefined;
};
type Explain = (subject: Subject) => Evidence;

const builtin: {readonly [model: string]: Explain} = {
  logistic_regression: weighClasses,
  linear_regression: weighNumber,
  ridge: weighNumber,
  naive_bayes: weighLikelihoods,
  knn: findNeighbours,
  decision_tree: followPath,
  random_forest: countVotes,
  dummy: () => ({kind: 'none', why: 'It answers the same for every row and never looks at the features.'}),
};

const mljs: {readonly [model: string]: Explain} = {
  knn: findNeighbours,
  logistic_regression: () => ({
    kind: 'none',
    why: 'The ml-logistic-regression package asks one question per class, and their answers do not add up to odds.',
  }),
};

/** With two classes the positive one against the other; with more the likeliest against the next likeliest. */
function choosePair(classes: readonly string[], positive: string | null, chances: readonly number[]): [number, number] {
  if (classes.length === 2) {
    const place = positive === null ? 1 : classes.indexOf(positive);
    return [place, 1 - place];
  }
  const order = [...classes.keys()].sort((a, b) => chances[b]! - chances[a]! || byCodePoint(classes[a]!, classes[b]!));
  return [order[0]!, order[1]!];
}

type NeighbourState = {
  readonly n_neighbors: number;
  readonly features: number;
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly metric?: Metric;
};

function findNeighbours({state, row, classes, trainRows}: Subject): Evidence {
  const {n_neighbors, features, x, y, metric = 'euclidean'} = state as NeighbourState;
  const find = indexRows({rows: y.length, columns: features, data: new Float64Array(x)}, metric);
  const {rows, distances} = find(row, n_neighbors);
  const neighbours = Array.from(rows, (place, rank) => ({
    row: trainRows ? trainRows[place]! + 1 : null,
    distance: metric === 'euclidean' ? Math.sqrt(distances[rank]!) : distances[rank]!,
    answer: classes[y[place]!] ?? y[place]!,
  }));
  return {kind: 'neighbours', metric, neighbours};
}
