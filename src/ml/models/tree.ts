import type {Matrix} from '../matrix.ts';
import type {TreeNode} from '../model.ts';

/**
 * A grown tree as plain lists, one entry per node, in the order root, left subtree, right subtree: the left child of
 * node i is i + 1. scikit-learn numbers its nodes in the same way.
 */
export type Tree = {
  /** The column asked about, or −1 for a leaf. */
  readonly feature: readonly number[];
  readonly threshold: readonly number[];
  readonly right: readonly number[];
  /** How many training rows reached the node. */
  readonly rows: readonly number[];
  /** Nodes × classes: the share of each class; for a number, nodes × 1: the mean. */
  readonly value: readonly number[];
  /** One share per column; they sum to 1, or are all 0 for a tree of one leaf. */
  readonly importances: readonly number[];
};

/** Add what a tree answers to each row of `sums`: rows × outputs. */
export type TreeWalk = (x: Matrix, sums: Float64Array) => void;

/** Prepare a tree for predicting. Features are rounded to single precision, as they were when it grew. */
export function prepareTree(tree: Tree): TreeWalk {
  const feature = new Int32Array(tree.feature);
  const threshold = new Float64Array(tree.threshold);
  const right = new Int32Array(tree.right);
  const value = new Float64Array(tree.value);
  const outputs = value.length / feature.length;
  return ({rows, columns, data}, sums) => {
    for (let row = 0; row < rows; row++) {
      let node = 0;
      for (let column = feature[0]!; column >= 0; column = feature[node]!) {
        node = Math.fround(data[row * columns + column]!) <= threshold[node]! ? node + 1 : right[node]!;
      }
      for (let output = 0; output < outputs; output++) sums[row * outputs + output]! += value[node * outputs + output]!;
    }
  };
}

/** A tree in the form that can be printed. */
export function toTreeNode(tree: Tree): TreeNode {
  const outputs = tree.value.length / tree.feature.length;
  const nodes: TreeNode[] = [];
  // Children come after their parents, so that from the last to the first no recursion is needed.
  for (let index = tree.feature.length - 1; index >= 0; index--) {
    const leaf = {rows: tree.rows[index]!, value: tree.value.slice(index * outputs, (index + 1) * outputs)};
    nodes[index] =
      tree.feature[index]! < 0
        ? leaf
        : {
            ...leaf,
            feature: tree.feature[index]!,
            threshold: tree.threshold[index]!,
            left: nodes[index + 1]!,
            right: nodes[tree.right[index]!]!,
          };
  }
  return nodes[0]!;
}
