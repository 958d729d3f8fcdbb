import {beforeAll, describe, expect, test} from 'vitest';
import {compileScripts, hasPackages, type PythonOutcome, type PythonScript, runScripts} from '../helpers/python.ts';
import {type CaseExported, type ExportCase, exportCase, smallCsv} from './export-cases.ts';

const known = 'ingestion.drop=[customer_id, refund_issued]';
const subscriptions = (title: string, ...set: readonly string[]): ExportCase => ({
  title: `subscriptions, ${title}`,
  dataset: 'subscriptions',
  set: [known, ...set],
});
const on = (dataset: string, ...set: readonly string[]): ExportCase => ({
  title: `${dataset}${set.length > 0 ? `, ${set.join(', ')}` : ''}`,
  dataset,
  set,
});
const hostile = ['it\'s "x"\\', 'a\nb\r\tc', '\u202eself\u2028é🦆', '\'\'\'"""\\'] as const;

const cases: readonly ExportCase[] = [
  on('wine'),
  on('wine', 'training.model=knn'),
  on('wine', 'training.model=knn', 'preprocessing.scale=robust', 'training.params.weights=distance'),
  on('wine', 'training.model=knn', 'training.params.metric=manhattan', 'preprocessing.scale=none'),
  on('wine', 'training.model=decision_tree', 'training.params.max_depth=2'),
  on('wine', 'training.model=naive_bayes', 'training.class_weight=balanced', 'evaluation.average=weighted'),
  on('wine', 'training.model=dummy'),
  on('wine', 'features.polynomial=2'),
  on('wine', 'features.pca=3'),
  on('wine', 'features.select=correlation', 'features.correlation_limit=0.6'),
  on('wine', 'preprocessing.outliers=clip_iqr', 'evaluation.average=micro'),
  on('wine', 'preprocessing.outliers=clip_z', 'split.stratify=false', 'seed=7'),
  on('breast_cancer'),
  on('breast_cancer', 'features.select=k_best', 'features.k=5', 'training.model=naive_bayes'),
  on('breast_cancer', 'features.select=k_best', 'features.score=mutual_information', 'features.pca=4'),
  on('breast_cancer', 'features.select=variance', 'features.variance_threshold=0.02', 'preprocessing.scale=min_max'),
  on('breast_cancer', 'evaluation.threshold=0.2', 'evaluation.positive=benign', 'training.class_weight=balanced'),
  on('breast_cancer', 'training.params.C=none', 'features.select=k_best', 'features.k=3'),
  on('breast_cancer', 'training.model=dummy', 'training.class_weight=balanced'),
  on('diabetes'),
  on('diabetes', 'training.model=ridge', 'training.params.alpha=10', 'features.bins={age_years: 4}'),
  on('diabetes', 'training.model=ridge', 'features.polynomial=2', 'features.pca=5'),
  on('diabetes', 'training.model=knn', 'split.test_size=0.3'),
  on('diabetes', 'training.model=decision_tree', 'training.params.max_depth=3'),
  on('diabetes', 'features.select=k_best', 'features.k=4'),
  on('card_fraud', 'training.class_weight=balanced'),
  subscriptions('defaults'),
  subscriptions('repeated rows dropped', 'preprocessing.duplicates=drop', 'preprocessing.outliers=clip_iqr'),
  subscriptions(
    'mean, indicator, ordinal',
    'preprocessing.impute_numeric=mean',
    'preprocessing.missing_indicator=true',
    'preprocessing.encode=ordinal',
  ),
  subscriptions('rare levels grouped', 'preprocessing.rare_below=0.1', 'training.model=naive_bayes'),
  subscriptions(
    'rare levels, ranks and bins',
    'preprocessing.rare_below=300',
    'preprocessing.encode=ordinal',
    'features.bins={age: 12, watch_hours: 3}',
  ),
  subscriptions('rows with gaps dropped', 'preprocessing.impute_numeric=drop_rows', 'training.model=knn'),
  subscriptions('constants', 'preprocessing.impute_numeric=constant', 'preprocessing.impute_categorical=constant'),
  subscriptions(
    'most frequent, bins and indicators',
    'preprocessing.impute_numeric=most_frequent',
    'preprocessing.missing_indicator=true',
    'features.bins={age: 5, "satisfaction was missing": 2}',
  ),
  subscriptions('split by time, limited', 'split.time=month', 'ingestion.limit=2500'),
  {...subscriptions('split by group'), set: ['ingestion.drop=[refund_issued]', 'split.group=customer_id']},
  subscriptions('the k best of two halves of one column', 'features.select=k_best', 'features.k=5'),
  subscriptions('a shallow tree', 'training.model=decision_tree', 'training.params.max_depth=3'),
  subscriptions(
    'created columns',
    'preprocessing.missing_indicator=true',
    `features.create=${JSON.stringify([
      'hours_per_euro = watch_hours / monthly_fee',
      'is_family = plan == "family" and not age > 30 or age == 21',
      'signup = year(signup_date) + month(signup_date) / 12 + day(signup_date) / 365',
      'x = if(titles_started % 2 == 0, log(watch_hours), -sqrt(age - 30))',
      "weekday_abroad = weekday(signup_date) * (country != 'ES')",
      'longest = max(length(country), age / 10, 3 ** 2) - min(2, hours_per_euro, round(age / 7))',
      'of_infinity = 1 / (1 / (support_tickets - 1)) + 1 / monthly_fee ** 2 - abs(-age) * log1p(discount)',
      'known = 1 - `satisfaction was missing` * 2 / (3 - 1)',
    ])}`,
  ),
  {
    title: 'a JSON file, as a copy beside the script',
    json: smallJson(),
    target: 'd',
    set: ['ingestion.drop=[b]', 'ingestion.limit=60', 'ingestion.missing=[blue]', 'preprocessing.duplicates=drop'],
  },
  {
    title: 'names that mean something to programs',
    csv: smallCsv(['constructor', '2020', 'toString', 'None']),
    target: 'None',
  },
  {title: 'hostile names', csv: smallCsv(hostile), target: hostile[3].trim()},
  {
    title: 'hostile names in created columns and bins',
    csv: smallCsv(['sepal # "w', 'self', 'X', 'y']),
    target: 'y',
    set: [
      `features.create=${JSON.stringify(['`\'\'\'"""\\\\` = `sepal # "w` / self + length(X)'])}`,
      'features.bins={self: 3}',
    ],
  },
  {
    title: 'classes that are numbers',
    csv: smallCsv(['a', 'b', 'c', 'd']).replaceAll('yes', '10').replaceAll('no', '9'),
    target: 'd',
  },
  {
    title: 'a file with broken lines, semicolons and decimal commas',
    csv: brokenCsv(),
    target: 'd',
    set: ['ingestion.decimal=,'],
  },
  {
    title: 'a file in windows-1252',
    csv: latin1(smallCsv(['größe', 'b', 'c', 'd']).replaceAll('red', 'röt')),
    target: 'd',
  },
  {title: 'names that are empty, doubled or padded', csv: smallCsv(['', ' b', 'c', 'c']), target: 'c_2'},
  {
    title: 'a type that is given',
    csv: smallCsv(['a', 'b', 'c', 'd']).replace('\n0,', '\n007,').replace(',53,', ',0x10,'),
    target: 'd',
    set: ['ingestion.types={a: number, b: number}'],
  },
  {
    title: 'a split column',
    csv: withFold(smallCsv(['a', 'b', 'c', 'd'])),
    target: 'd',
    set: ['split.column=fold', 'preprocessing.duplicates=drop'],
  },
  {
    title: 'rows without a target',
    csv: smallCsv(['a', 'b', 'c', 'd'])
      .replace(/,no\n/, ',\n')
      .replace(/,yes\n/, ',NA\n'),
    target: 'd',
  },
  {
    title: 'a class that is in the test rows only',
    csv: withFold(smallCsv(['a', 'b', 'c', 'd'])).replace('no,test', 'perhaps,test'),
    target: 'd',
    set: ['split.column=fold'],
  },
  {
    title: 'a metric without a value',
    csv: smallCsv(['a', 'b', 'c', 'd']),
    target: 'd',
    set: ['evaluation.threshold=1'],
  },
  {
    title: 'an empty column',
    csv: smallCsv(['a', 'b', 'c', 'd']).replace(/\n/g, ',\n').replace(',\n', ',e\n'),
    target: 'd',
    set: ['preprocessing.duplicates=drop'],
  },
];

function brokenCsv(): string {
  const lines = smallCsv(['a', 'b', 'c', 'd']).replaceAll(',', ';').replaceAll('.', ',').split('\n');
  lines.splice(3, 0, '1;2');
  lines.splice(9, 0, '1;2;"never closed;no', '', '1;2;3;4;5');
  return lines.join('\n');
}

function smallJson(): string {
  const [, ...lines] = smallCsv(['a', 'b', 'c', 'd']).trimEnd().split('\n');
  const rows = lines.map(line => line.split(',').map(text => (text === '' ? null : text)));
  return JSON.stringify({data: rows.map(([a, b, c, d]) => ({a: Number(a), b, c, d}))});
}

function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, character => character.charCodeAt(0));
}

/** A last column that makes every fourth row a test row; the first rows come twice. */
function withFold(csv: string): string {
  const [header, ...rows] = csv.trimEnd().split('\n');
  const all = [...rows, ...rows.slice(0, 9)];
  const folds = all.map((row, place) => `${row},${place % 4 === 0 ? 'test' : 'train'}`);
  return [`${header},"fold"`, ...folds].join('\n');
}

const canRun = hasPackages('sklearn', 'pandas');
const does = canRun ? 'prints the metrics of the run' : 'is valid Python (scikit-learn is not here to run it)';

describe('the scikit-learn script', () => {
  const exported: CaseExported[] = [];
  let outcomes: readonly PythonOutcome[] = [];

  beforeAll(async () => {
    for (const item of cases) exported.push(await exportCase(item, 'sklearn'));
    const scripts = exported.map(
      ({content, beside, bytes}): PythonScript => ({
        name: 'script.py',
        text: String(content),
        beside: bytes ? [...beside, {name: 'rows.csv', content: bytes}] : beside,
      }),
    );
    if (canRun) outcomes = runScripts(scripts);
    else {
      process.stderr.write('python3-sklearn and pandas are not installed: the scripts are compiled, not run.\n');
      outcomes = compileScripts(scripts).map(problem => (problem === '' ? {printed: ''} : {failed: problem}));
    }
  }, 300_000);

  test.each(cases.map(({title}, place) => [title, place] as const))(`%s: ${does}`, (_, place) => {
    const outcome = outcomes[place]!;
    expect(outcome, JSON.stringify(outcome)).toHaveProperty('printed');
    if (!canRun || !('printed' in outcome)) return;
    const {metrics} = JSON.parse(outcome.printed) as {metrics: Record<string, number | null>};
    expect(Object.keys(metrics).sort()).toEqual(Object.keys(exported[place]!.metrics).sort());
    for (const [name, expected] of Object.entries(exported[place]!.metrics)) {
      if (expected === null) expect(metrics[name], name).toBeNull();
      else expect(metrics[name], name).toBeCloseTo(expected, 6);
    }
  });
});

test('a script says where it cannot come out exactly as the run did', async () => {
  const script = async (...set: readonly string[]) => String((await exportCase(on('iris', ...set), 'sklearn')).content);
  expect(await script('training.model=decision_tree')).toMatch(/# Where two questions divide the rows equally well/);
  expect(await script('training.model=random_forest')).toMatch(/# A forest is grown from random numbers/);
  expect(await script('training.params.max_iter=1')).toMatch(/would have with more steps/);
});

test('the rows of a large split are marks, those of a small one a list', async () => {
  const rows = async (count: number) => {
    const {content} = await exportCase({title: '', csv: smallCsv(['a', 'b', 'c', 'd'], count), target: 'd'}, 'sklearn');
    return String(content);
  };
  expect(await rows(80)).toMatch(/^TEST_ROWS = \[\d+, /m);
  const large = await rows(9000);
  expect(large).toMatch(/^IS_TEST = np\.unpackbits/m);
  expect(large.length).toBeLessThan(8000);
});

test.each([
  ['training.implementation: mljs', ['training.implementation=mljs', 'training.model=knn']],
  ['traps: [fit_before_split, score_on_train]', ['traps=score_on_train,fit_before_split']],
  [
    'preprocessing.missing_indicator',
    ['preprocessing.impute_numeric=drop_rows', 'preprocessing.missing_indicator=true'],
  ],
])('%s has no form in scikit-learn', async (setting, set) => {
  const exporting = exportCase({title: '', csv: smallCsv(['a', 'b', 'c', 'd']), target: 'd', set}, 'sklearn');
  await expect(exporting).rejects.toMatchObject({code: 'bad_setting', message: expect.stringContaining(setting)});
});

test('a file with more broken rows than a script can name is refused', async () => {
  const csv = `${smallCsv(['a', 'b', 'c', 'd'])}${'1,2\n'.repeat(1500)}`;
  await expect(exportCase({title: '', csv, target: 'd'}, 'sklearn')).rejects.toMatchObject({
    code: 'bad_row',
    message: '1500 rows of the file cannot be read, too many to write into a script.',
  });
});
