import type {Evidence, Part, Subject} from './journey-evidence.ts';

type LogisticState = {
  readonly present: readonly number[];
  readonly coefficients: ReadonlyArray<readonly number[]>;
  readonly intercepts: readonly number[];
};

/**
 * What speaks for one class and against the other, by their weights.
 *
 *     log p(for) / p(against) = (b₁ − b₂) + Σ (w₁ⱼ − w₂ⱼ) · xⱼ
 */
export function weighClasses({state, row, features, classes, pair}: Subject): Evidence {
  const {present, coefficients, intercepts} = state as LogisticState;
  const [wins, loses] = pair!;
  // With two classes there is one row of weights, the second one's; the first one's are all 0.
  const skipped = present.length - intercepts.length;
  const weightOf = (code: number, column: number) => coefficients[present.indexOf(code) - skipped]?.[column] ?? 0;
  const startOf = (code: number) => intercepts[present.indexOf(code) - skipped] ?? 0;
  if (!present.includes(wins) || !present.includes(loses)) {
    return {kind: 'none', why: 'One of the classes never came up in the training rows.'};
  }
  const weights = features.map((_, column) => weightOf(wins, column) - weightOf(loses, column));
  const about = {for: classes[wins]!, against: classes[loses]!};
  return addUp(about, startOf(wins) - startOf(loses), features, row, weights);
}

/** What a predicted number is made up of: the start, and each feature times its weight. */
export function weighNumber({state, row, features, target}: Subject): Evidence {
  const {coefficients, intercept} = state as {readonly coefficients: readonly number[]; readonly intercept: number};
  return addUp({for: target, against: null}, intercept, features, row, coefficients);
}

function addUp(
  about: {readonly for: string; readonly against: string | null},
  start: number,
  features: readonly string[],
  row: Float64Array,
  weights: readonly number[],
): Evidence {
  const parts = features.map((feature, column) => {
    const [value, weight] = [row[column]!, weights[column]!];
    return {feature, value, weight, amount: weight * value};
  });
  return {kind: 'sum', ...about, start, parts: largestFirst(parts), total: totalOf(start, parts)};
}

type BayesState = {
  readonly priors: readonly number[];
  readonly means: readonly number[];
  readonly variances: readonly number[];
};

/**
 * What speaks for one class and against the other, by how likely each value is within them.
 *
 *     log p(for) / p(against) = log prior ratio + Σ [log N(xⱼ; for) − log N(xⱼ; against)]
 */
export function weighLikelihoods({state, row, features, classes, pair}: Subject): Evidence {
  const {priors, means, variances} = state as BayesState;
  const [wins, loses] = pair!;
  const likelihood = (code: number, column: number) => {
    const place = code * features.length + column;
    const [mean, variance] = [means[place]!, variances[place]!];
    return -0.5 * (Math.log(2 * Math.PI * variance) + (row[column]! - mean) ** 2 / variance);
  };
  const parts = features.map((feature, column) => ({
    feature,
    value: row[column]!,
    weight: null,
    amount: likelihood(wins, column) - likelihood(loses, column),
  }));
  const start = Math.log(priors[wins]! / priors[loses]!);
  return {
    kind: 'sum',
    for: classes[wins]!,
    against: classes[loses]!,
    start,
    parts: largestFirst(parts),
    total: totalOf(start, parts),
  };
}

function largestFirst(parts: readonly Part[]): readonly Part[] {
  return [...parts].sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount));
}

function totalOf(start: number, parts: readonly Part[]): number {
  return parts.reduce((sum, {amount}) => sum + amount, start);
}
