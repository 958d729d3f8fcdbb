import type {PipelineColumns} from '../columns.ts';
import type {FittedSteps} from '../fitted-steps.ts';
import {pythonList} from '../python/layout.ts';
import {pythonString} from '../python/literal.ts';
import type {SparkNames} from './names.ts';

/** How near an approximate quantile comes, as a share of the rows. */
export const quantileError = 0.001;

/** A part of the preparation: what is learned from the training rows, and what is then done to rows of that name. */
type Part = {readonly learn: readonly string[]; readonly apply: (rows: 'train' | 'data') => readonly string[]};

/**
 * The function that fills gaps, tames outliers, creates columns and groups rare words: steps for which Spark has no
 * stage, or whose results later steps must see. It learns from the training rows and gives a function for any rows.
 */
export function prepareSection(columns: PipelineColumns, steps: FittedSteps, names: SparkNames): string {
  const parts = [
    fillNumbers(columns, steps, names),
    fillWords(columns, steps),
    clip(columns, steps, names),
    create(steps),
    groupRare(columns, steps),
  ].filter(part => part !== null);
  // Each part learns from rows that the parts before it have changed.
  const learn = parts.flatMap((part, place) => [...part.learn, ...(isLast(place, parts) ? [] : part.apply('train'))]);
  const apply = parts.flatMap(part => part.apply('data'));
  return [
    'def learn_preparation(train):',
    '    """Learn from the training rows what becomes of any rows before the stages of Spark."""',
    ...learn.map(line => `    ${line}`),
    '',
    '    def prepare(data):',
    ...apply.map(line => `        ${line}`),
    '        return data',
    '',
    '    return prepare',
  ].join('\n');
}

function isLast(place: number, parts: readonly Part[]): boolean {
  return parts.slice(place + 1).every(part => part.learn.length === 0);
}

function fillNumbers({numbers}: PipelineColumns, {impute}: FittedSteps, names: SparkNames): Part | null {
  if (numbers.length === 0) return null;
  const {strategy, indicated} = impute;
  const indicators = (rows: string) =>
    indicated.map(name => {
      const column = pythonString(names(name));
      return `${rows} = ${rows}.withColumn(${pythonString(`${names(name)}_missing`)}, F.isnull(${column}).cast('double'))`;
    });
  if (strategy === 'drop_rows') return {learn: [], apply: rows => [`${rows} = ${rows}.dropna(subset=NUMBERS)`]};
  if (strategy === 'constant') {
    return {learn: [], apply: rows => [...indicators(rows), `${rows} = ${rows}.fillna(0.0, subset=NUMBERS)`]};
  }
  const word = strategy === 'most_frequent' ? 'mode' : strategy;
  return {
    learn: [`imputer = Imputer(strategy='${word}', inputCols=NUMBERS, outputCols=NUMBERS).fit(train)`],
    apply: rows => [...indicators(rows), `${rows} = imputer.transform(${rows})`],
  };
}

function fillWords({words}: PipelineColumns, {impute}: FittedSteps): Part | null {
  if (words.length === 0) return null;
  if (impute.wordStrategy === 'constant') {
    return {learn: [], apply: rows => [`${rows} = ${rows}.fillna('missing_value', subset=WORDS)`]};
  }
  return {
    learn: [
      'counts = {name: train.dropna(subset=[name]).groupBy(name).count() for name in WORDS}',
      "words = {name: rows.orderBy(F.desc('count'), name).first()[0] for name, rows in counts.items()}",
    ],
    apply: rows => [`${rows} = ${rows}.fillna(words)`],
  };
}

function clip({numbers}: PipelineColumns, {outliers, impute}: FittedSteps, names: SparkNames): Part | null {
  if (!outliers || numbers.length === 0) return null;
  const indicators = impute.indicated.map(name => pythonString(`${names(name)}_missing`));
  const all = indicators.length === 0 ? 'NUMBERS' : pythonList(['*NUMBERS', ...indicators], ' '.repeat(40));
  const learn =
    outliers.method === 'clip_iqr'
      ? [
          'fences = {}',
          `for name in ${all}:`,
          `    low, high = train.approxQuantile(name, [0.25, 0.75], ${quantileError})`,
          '    if high > low:',
          '        fences[name] = low - 1.5 * (high - low), high + 1.5 * (high - low)',
        ]
      : [
          'fences = {}',
          `for name in ${all}:`,
          '    mean, spread = train.agg(F.mean(name), F.stddev_pop(name)).first()',
          '    fences[name] = mean - 3 * spread, mean + 3 * spread',
        ];
  return {
    learn,
    apply: rows => [
      'for name, (low, high) in fences.items():',
      `    ${rows} = ${rows}.withColumn(name, F.least(F.greatest(name, F.lit(low)), F.lit(high)))`,
    ],
  };
}

function create({created}: FittedSteps): Part | null {
  if (created.length === 0) return null;
  return {
    learn: [
      '# Where a created column has no value stands the median of the training rows.',
      'medians, made = {}, train',
      'for name, formula in CREATED:',
      "    made = made.withColumn(name, formula().cast('double'))",
      `    (medians[name],) = made.approxQuantile(name, [0.5], ${quantileError})`,
      '    made = made.fillna(medians[name], subset=[name])',
    ],
    apply: rows => [
      'for name, formula in CREATED:',
      `    ${rows} = ${rows}.withColumn(name, formula().cast('double'))`,
      `    ${rows} = ${rows}.fillna(medians[name], subset=[name])`,
    ],
  };
}

function groupRare({words}: PipelineColumns, {encode: {rareBelow}}: FittedSteps): Part | null {
  if (rareBelow === 0 || words.length === 0) return null;
  const least = rareBelow < 1 ? `${rareBelow} * train.count()` : String(rareBelow);
  return {
    learn: [
      `least = ${least}`,
      'common = {}',
      'for name in WORDS:',
      "    rows = train.groupBy(name).count().where(F.col('count') >= least).collect()",
      '    common[name] = [row[name] for row in rows]',
    ],
    apply: rows => [
      'for name in WORDS:',
      "    word = F.when(F.col(name).isin(common[name]), F.col(name)).otherwise('(rare)')",
      `    ${rows} = ${rows}.withColumn(name, word)`,
    ],
  };
}
