import type {Tree} from '../../../ml/models/tree.ts';
import type {TrainedModel} from '../../training/train-model.ts';
import type {Features} from './features.ts';
import {largestWhere, meantBy, roundDown} from './float32.ts';
import type {Attributes} from './model-proto.ts';

/**
 * The nodes of a tree, or of all trees of a forest, as the attributes of a tree ensemble.
 *
 * A question `x ≤ t` is asked of a number in single precision, so `t` becomes the largest such number that still goes
 * left. Where a column is in its own unit, that is the largest one which, scaled, does.
 */
export function forestNodes(model: TrainedModel, features: Features): {attributes: Attributes; trees: number} {
  const state = model.state as unknown as {readonly tree?: Tree; readonly trees?: readonly Tree[]};
  const trees = state.trees ?? [state.tree!];
  const isClassifier = model.task === 'classification';
  const threshold = thresholdFor(features);
  const nodes = trees.flatMap((tree, treeId) => tree.feature.map((feature, id) => ({tree, treeId, id, feature})));
  const outputs = isClassifier ? model.classes.length : 1;
  const leaves = nodes
    .filter(({feature}) => feature < 0)
    .flatMap(({tree, treeId, id}) =>
      Array.from({length: outputs}, (_, code) => ({treeId, id, code, weight: tree.value[id * outputs + code]!})),
    );
  const ints = (list: readonly number[]) => ({ints: list});
  const vote = isClassifier ? 'class' : 'target';
  return {
    trees: trees.length,
    attributes: {
      nodes_treeids: ints(nodes.map(({treeId}) => treeId)),
      nodes_nodeids: ints(nodes.map(({id}) => id)),
      nodes_featureids: ints(nodes.map(({feature}) => Math.max(0, feature))),
      nodes_modes: {texts: nodes.map(({feature}) => (feature < 0 ? 'LEAF' : 'BRANCH_LEQ'))},
      nodes_values: {
        floats: nodes.map(({tree, id, feature}) => (feature < 0 ? 0 : threshold(feature, tree.threshold[id]!))),
      },
      nodes_truenodeids: ints(nodes.map(({id, feature}) => (feature < 0 ? 0 : id + 1))),
      nodes_falsenodeids: ints(nodes.map(({tree, id, feature}) => (feature < 0 ? 0 : tree.right[id]!))),
      [`${vote}_treeids`]: ints(leaves.map(({treeId}) => treeId)),
      [`${vote}_nodeids`]: ints(leaves.map(({id}) => id)),
      [`${vote}_ids`]: ints(leaves.map(({code}) => code)),
      [`${vote}_weights`]: {floats: leaves.map(({weight}) => weight)},
      ...(isClassifier ? {classlabels_strings: {texts: model.classes}} : {n_targets: {int: 1}}),
    },
  };
}

function thresholdFor({names, unscaled}: Features): (feature: number, threshold: number) => number {
  const found = new Map<string, number>();
  return (feature, threshold) => {
    const name = names[feature]!;
    if (!Object.hasOwn(unscaled, name)) return roundDown(threshold);
    const scale = unscaled[name]!;
    const key = `${feature} ${threshold}`;
    const goesLeft = (value: number) => Math.fround((meantBy(value) - scale.center) / scale.scale) <= threshold;
    const largest = found.get(key) ?? largestWhere(goesLeft);
    found.set(key, largest);
    return largest;
  };
}
