import type {Column, NumberColumn} from '../../data/table.ts';
import {applyScale, fitScale, type Scale, type ScaleKind} from '../../ml/scale.ts';
import {choice} from '../../ml/setting.ts';
import {withColumns} from '../rows.ts';
import {transformKind} from '../stage.ts';
import {say} from '../words.ts';

type ScaleState = {readonly kind: ScaleKind | 'none'; readonly scales: {readonly [column: string]: Scale}};

/** Put all numbers on one ruler, so that no column counts more only because its unit is small. */
export const scale = transformKind({
  id: 'preprocessing.scale',
  stage: 'preprocessing',
  version: 1,
  settings: {
    scale: choice(
      ['standard', 'min_max', 'robust', 'none'],
      'standard',
      'How numbers are put on one ruler: mean 0 and deviation 1, from 0 to 1, or median 0 and quartile range 1.',
      {sklearn: 'StandardScaler, MinMaxScaler, RobustScaler'},
    ),
  },
  // It stays on the pipeline when it does nothing, so that a run can say `scale: none → standard`.
  params: ({scale: kind}) => ({scale: kind}),
  fit({table}, {scale: kind}): ScaleState {
    if (kind === 'none') return {kind, scales: {}};
    const scales = table.columns.filter(isScaled).map(column => [column.name, fitScale(column.values, kind)] as const);
    return {kind, scales: Object.fromEntries(scales)};
  },
  transform(rows, {scales}) {
    const columns = rows.table.columns.map(column => {
      const learned = scales[column.name];
      return learned && isScaled(column) ? {...column, values: applyScale(column.values, learned)} : column;
    });
    return withColumns(rows, columns);
  },
  learned({kind, scales}) {
    if (kind === 'none') return ['nothing: numbers stay in their own units'];
    const [zero, one] = words[kind];
    return Object.entries(scales).map(
      ([name, {center, scale: unit}]) => `${name}: ${zero} ${say(center)}, ${one} ${say(unit)}`,
    );
  },
  arithmetic: ({scales}, column, before, after) => {
    const learned = scales[column];
    if (!learned) return undefined;
    return `(${say(before[column])} − ${say(learned.center)}) / ${say(learned.scale)} = ${say(after[column])}`;
  },
});

const words = {
  standard: ['mean', 'standard deviation'],
  min_max: ['smallest', 'range'],
  robust: ['median', 'quartile range'],
} as const;

// The 0/1 columns made of a category are on one ruler already.
function isScaled(column: Column): column is NumberColumn {
  return column.type === 'number';
}
