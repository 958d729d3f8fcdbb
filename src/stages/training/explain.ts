import type {Explanation, TreeNode} from '../../ml/model.ts';
import {explainModel, type TrainedModel} from './train-model.ts';

/** What a fitted model shows of itself, and the names of the columns that its numbers stand for, in their order. */
export type NamedExplanation = Explanation & {readonly features: readonly string[]};

/** A tree with more nodes than this is cut below some depth: it is there to be looked at. */
const mostNodes = 400;

/** Let a trained model explain itself, small enough to be kept with every run. */
export function explainTrained(trained: TrainedModel): NamedExplanation {
  const {tree, ...rest} = explainModel(trained);
  return {features: trained.features, ...rest, ...(tree ? {tree: cutTree(tree)} : {})};
}

function cutTree(tree: TreeNode): TreeNode {
  let level: readonly TreeNode[] = [tree];
  let nodes = 1;
  let depth = 0;
  while (level.length > 0) {
    level = level.flatMap(({left, right}) => (left && right ? [left, right] : []));
    nodes += level.length;
    if (nodes > mostNodes) return cutBelow(tree, depth);
    depth++;
  }
  return tree;
}

function cutBelow({left, right, feature, threshold, ...node}: TreeNode, depth: number): TreeNode {
  if (depth === 0 || !left || !right || feature === undefined || threshold === undefined) return node;
  return {...node, feature, threshold, left: cutBelow(left, depth - 1), right: cutBelow(right, depth - 1)};
}
