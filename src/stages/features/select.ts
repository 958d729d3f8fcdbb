import {isNumeric, type NumberColumn} from '../../data/table.ts';
import {scoreAnova, scoreLine} from '../../ml/select/f-test.ts';
import {keepBest, keepUncorrelated, keepVarying} from '../../ml/select/filter.ts';
import {classInformation, numberInformation} from '../../ml/select/mutual-information.ts';
import {choice, integer, number} from '../../ml/setting.ts';
import {type Rows, withColumns} from '../rows.ts';
import {transformKind} from '../stage.ts';
import {count, say} from '../words.ts';

type SelectState = {
  readonly method: 'variance' | 'correlation' | 'k_best';
  readonly kept: readonly string[];
  /** Each column left out, and why. */
  readonly dropped: ReadonlyArray<{readonly name: string; readonly why: string}>;
};

/** Keep the columns that promise something, and leave the others out. */
export const select = transformKind({
  id: 'features.select',
  stage: 'features',
  version: 1,
  settings: {
    select: choice(
      ['none', 'variance', 'correlation', 'k_best'],
      'none',
      'Which columns to leave out: those that do not vary, those that repeat another, or all but the k best.',
      {sklearn: 'VarianceThreshold, SelectKBest'},
    ),
    k: integer(10, {min: 1}, 'How many columns k_best keeps.', {sklearn: 'SelectKBest(k)'}),
    score: choice(['f_test', 'mutual_information'], 'f_test', 'How k_best rates a column against the target.', {
      sklearn: 'f_classif, f_regression, mutual_info_classif',
    }),
    variance_threshold: number(0, {min: 0}, 'The variance above which a column is kept.', {
      sklearn: 'VarianceThreshold(threshold)',
    }),
    correlation_limit: number(0.95, {min: 0, max: 1}, 'The correlation from which the later of two columns goes.'),
  },
  params({select: method, k, score, variance_threshold, correlation_limit}) {
    if (method === 'none') return null;
    if (method === 'variance') return {select: method, variance_threshold};
    return method === 'correlation' ? {select: method, correlation_limit} : {select: method, k, score};
  },
  fit(rows, params): SelectState {
    const columns = rows.table.columns.filter(isNumeric);
    const {places, why} = choose(rows, columns, params);
    const kept = new Set(places.map(place => columns[place]!.name));
    const dropped = columns.flatMap((column, place) =>
      kept.has(column.name) ? [] : [{name: column.name, why: why(place)}],
    );
    return {method: params.select, kept: [...kept], dropped};
  },
  transform: (rows, {dropped}) => {
    const gone = new Set(dropped.map(({name}) => name));
    return withColumns(
      rows,
      rows.table.columns.filter(column => !gone.has(column.name)),
    );
  },
  learned: ({kept, dropped}) => [
    `${count(kept.length, 'column')} kept: ${kept.slice(0, 12).join(', ')}${kept.length > 12 ? ', …' : ''}`,
    ...dropped.map(({name, why}) => `${name} left out: ${why}`),
  ],
});

type SelectParams =
  | {readonly select: 'variance'; readonly variance_threshold: number}
  | {readonly select: 'correlation'; readonly correlation_limit: number}
  | {readonly select: 'k_best'; readonly k: number; readonly score: 'f_test' | 'mutual_information'};

type Choice = {readonly places: readonly number[]; readonly why: (place: number) => string};

function choose(rows: Rows, columns: readonly NumberColumn[], params: SelectParams): Choice {
  const values = columns.map(column => column.values);
  if (params.select === 'variance') {
    return {
      places: keepVarying(values, params.variance_threshold),
      why: () => `its variance is not above ${say(params.variance_threshold)}`,
    };
  }
  if (params.select === 'correlation') {
    const {kept, twins} = keepUncorrelated(values, params.correlation_limit);
    const twinOf = new Map(twins.map(twin => [twin.dropped, twin]));
    return {
      places: kept,
      why: place => `it repeats ${columns[twinOf.get(place)!.because]!.name}, correlation ${say(twinOf.get(place)!.r)}`,
    };
  }
  const scores = values.map(column => rate(column, rows, params.score));
  return {
    places: keepBest(scores, params.k),
    why: place => `its score ${say(scores[place])} is not among the ${params.k} best`,
  };
}

function rate(values: Float64Array, {target}: Rows, score: 'f_test' | 'mutual_information'): number {
  if (!target) throw new Error('Columns cannot be rated without a target.');
  if (isNumeric(target))
    return score === 'f_test' ? scoreLine(values, target.values) : numberInformation(values, target.values);
  return score === 'f_test'
    ? scoreAnova(values, target.codes, target.levels.length)
    : classInformation(values, target.codes);
}
