import {columnOf} from '../../ml/matrix.ts';
import {applyPca, fitPca, type Pca} from '../../ml/pca.ts';
import {numberOr} from '../../ml/setting.ts';
import {type Rows, withColumns} from '../rows.ts';
import {transformKind} from '../stage.ts';
import {toMatrix} from '../training/matrix.ts';
import {say} from '../words.ts';

type PcaState = Pca & {readonly columns: readonly string[]};

/** Replace all columns by a few new ones that keep most of the spread: the directions in which the rows differ most. */
export const pca = transformKind({
  id: 'features.pca',
  stage: 'features',
  version: 1,
  settings: {
    pca: numberOr('none', null, {min: 1}, 'How many directions of largest spread replace all columns.', {
      sklearn: 'PCA(n_components)',
    }),
  },
  params: ({pca: components}) => (components === null ? null : {pca: components}),
  fit: ({table}, {pca: components}): PcaState => ({
    ...fitPca(toMatrix(table), components),
    columns: table.columns.map(column => column.name),
  }),
  transform(rows: Rows, state) {
    const projected = applyPca(toMatrix(rows.table), state);
    const columns = state.components.map((_, place) => ({
      name: componentName(place),
      type: 'number' as const,
      values: columnOf(projected, place),
    }));
    return withColumns(rows, columns);
  },
  origins: ({components, columns}) => Object.fromEntries(components.map((_, place) => [componentName(place), columns])),
  learned: ({components, explainedVarianceRatio, columns}) =>
    components.map((loadings, place) => {
      const strongest = [...loadings.keys()]
        .sort((a, b) => Math.abs(loadings[b]!) - Math.abs(loadings[a]!))
        .slice(0, 3);
      const share = Math.round(explainedVarianceRatio[place]! * 1000) / 10;
      return `${componentName(place)}: ${share}% of the spread, mostly ${strongest.map(index => columns[index]).join(', ')}`;
    }),
  arithmetic: ({components, columns, mean}, column, before, after) => {
    const place = components.findIndex((_, index) => componentName(index) === column);
    if (place < 0) return undefined;
    const loadings = components[place]!;
    const [first] = [...loadings.keys()].sort((a, b) => Math.abs(loadings[b]!) - Math.abs(loadings[a]!));
    const part = `${say(loadings[first!])} × (${columns[first!]} ${say(before[columns[first!]!])} − ${say(mean[first!])})`;
    return `${part} + ${columns.length - 1} more terms = ${say(after[column])}`;
  },
});

function componentName(place: number): string {
  return `component ${place + 1}`;
}
