import type {Random} from '../../data/random.ts';
import type {Tree} from './tree.ts';
import {divider} from './tree-divide.ts';
import type {TreeRows, TreeTargets} from './tree-rows.ts';
import {
  type Criterion,
  type Cut,
  type Cutter,
  cutter,
  isConstant,
  isHigher,
  type Run,
  scoreOf,
  type Totals,
  thresholdOf,
  totalsOf,
} from './tree-split.ts';

export type TreeOptions = {
  readonly criterion: Criterion;
  readonly maxDepth: number;
  readonly minSplit: number;
  readonly minLeaf: number;
  /** How many columns a split may choose from: those drawn first, or the first. */
  readonly maxFeatures: number;
  /** Whether each node looks at the columns in a random order of its own. */
  readonly drawn: boolean;
};

type Node = {readonly start: number; readonly end: number; readonly depth: number; readonly parent: number};
type Split = Cut & {readonly column: number};
type Growing = {[K in keyof Tree]: number[]};

const NO_PARENT = -1;

/**
 * Grow a tree: give each node the question `value ≤ threshold` that leaves the purest halves, and go on inside them.
 *
 * A node stays a leaf when its targets are all the same, a limit is reached, or no cut is allowed; a cut that gains
 * nothing is allowed. Of equal splits the column that was looked at first wins (the lowest, where none are drawn), then
 * the lowest threshold. Rows of weight 0 are left out. The importance of a column is what its splits took away from the
 * impurity, as a share of all.
 *
 * @see L. Breiman, J. Friedman, R. Olshen and C. Stone, "Classification and Regression Trees", 1984.
 */
export function growTree(
  rows: TreeRows,
  targets: TreeTargets,
  weights: Float64Array,
  options: TreeOptions,
  random: Random,
): Tree {
  const order = rows.order.map(sorted => sorted.filter(row => weights[row]! > 0));
  const cut = cutter(targets, weights, options.criterion, options.minLeaf);
  const choose = chooser(order.length, options, random);
  const divide = divider(rows.rows, order);
  const tree: Growing = {feature: [], threshold: [], right: [], rows: [], value: [], importances: order.map(() => 0)};
  const waiting: Node[] = [{start: 0, end: order[0]!.length, depth: 0, parent: NO_PARENT}];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const {start, end, depth} = node;
    const runOf = (column: number): Run => ({values: rows.values[column]!, rows: order[column]!, start, end});
    const totals = totalsOf(targets, weights, runOf(0));
    const index = addLeaf(tree, node, totals, targets.offset);
    if (isFinal(node, options, targets, order[0]!)) continue;
    const split = choose(runOf, cut, totals);
    if (split === undefined) continue;
    const middle = start + split.left;
    tree.feature[index] = split.column;
    tree.threshold[index] = thresholdOf(runOf(split.column), split);
    tree.importances[split.column]! += Math.max(0, split.score - scoreOf(totals, options.criterion));
    divide(start, middle, end, split.column);
    // The left child is taken next, and so becomes node index + 1.
    waiting.push({start: middle, end, depth: depth + 1, parent: index});
    waiting.push({start, end: middle, depth: depth + 1, parent: NO_PARENT});
  }
  return {...tree, importances: shares(tree.importances)};
}

function addLeaf(tree: Growing, {start, end, parent}: Node, {sums, weight}: Totals, offset: number): number {
  const index = tree.feature.length;
  if (parent !== NO_PARENT) tree.right[parent] = index;
  tree.feature.push(-1);
  tree.threshold.push(0);
  tree.right.push(0);
  tree.rows.push(end - start);
  for (const sum of sums) tree.value.push(sum / weight + offset);
  return index;
}

function isFinal(node: Node, options: TreeOptions, {classes, codes, numbers}: TreeTargets, rows: Int32Array): boolean {
  const {start, end, depth} = node;
  if (depth >= options.maxDepth || end - start < options.minSplit || end - start < 2 * options.minLeaf) return true;
  const targets = classes > 0 ? codes : numbers;
  const first = targets[rows[start]!]!;
  for (let place = start + 1; place < end; place++) if (targets[rows[place]!]! !== first) return false;
  return true;
}

/** Make the function that finds a node's best split. */
function chooser(columns: number, {maxFeatures, drawn}: TreeOptions, random: Random) {
  const pool = Int32Array.from({length: columns}, (_, column) => column);
  return (runOf: (column: number) => Run, cut: Cutter, totals: Totals): Split | undefined => {
    let best: Split | undefined;
    let isUseful = false;
    // As in scikit-learn a constant column counts as looked at, but looking goes on until one is not constant.
    for (let place = 0; place < columns && (place < maxFeatures || !isUseful); place++) {
      if (drawn) swap(pool, place, place + random.below(columns - place));
      const column = pool[place]!;
      const run = runOf(column);
      if (isConstant(run)) continue;
      isUseful = true;
      const {left, score} = cut(run, totals);
      if (left > 0 && (best === undefined || isHigher(score, best.score, totals))) best = {column, left, score};
    }
    return best;
  };
}

function swap(values: Int32Array, a: number, b: number): void {
  const held = values[a]!;
  values[a] = values[b]!;
  values[b] = held;
}

function shares(values: readonly number[]): number[] {
  const total = values.reduce((sum, value) => sum + value, 0);
  return values.map(value => (total > 0 ? value / total : 0));
}
