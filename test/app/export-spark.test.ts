import {beforeAll, describe, expect, test} from 'vitest';
import {compileScripts} from '../helpers/python.ts';
import {type ExportCase, exportCase, smallCsv} from './export-cases.ts';

const known = 'ingestion.drop=[customer_id, refund_issued]';
const on = (dataset: string, ...set: readonly string[]): ExportCase => ({
  title: `${dataset}, ${set.join(', ')}`,
  dataset,
  set,
});
const created = JSON.stringify([
  'hours_per_euro = watch_hours / monthly_fee',
  'is_family = plan == "family" and not age > 30 or age == 21',
  'signup = year(signup_date) + month(signup_date) / 12 - weekday(signup_date) * length(country)',
  'x = if(titles_started % 2 == 0, log(watch_hours), -sqrt(age - 30)) ** 2',
  'longest = max(age, 3 - 2 * 4) - min(2, hours_per_euro, round(age / 7)) + (2 < 3)',
]);
const hostile = ['a.b`c', 'x\\\'; DROP\n"', 'Label', 'label'] as const;

const cases: readonly ExportCase[] = [
  on('wine'),
  on('wine', 'training.model=decision_tree', 'preprocessing.scale=min_max', 'evaluation.average=weighted'),
  on('wine', 'training.model=naive_bayes', 'features.polynomial=2', 'features.pca=3', 'evaluation.average=micro'),
  on(
    'breast_cancer',
    'features.select=k_best',
    'features.k=5',
    'evaluation.threshold=0.2',
    'evaluation.positive=benign',
  ),
  on('breast_cancer', 'features.select=variance', 'training.class_weight=balanced', 'training.model=random_forest'),
  on('diabetes'),
  on('diabetes', 'training.model=ridge', 'features.bins={age_years: 4}', 'preprocessing.scale=robust'),
  on('diabetes', 'training.model=random_forest', 'training.params.max_depth=4', 'split.test_size=0.1'),
  on(
    'subscriptions',
    known,
    `features.create=${created}`,
    'preprocessing.missing_indicator=true',
    'preprocessing.outliers=clip_iqr',
  ),
  on(
    'subscriptions',
    known,
    'preprocessing.rare_below=0.1',
    'preprocessing.impute_numeric=drop_rows',
    'preprocessing.duplicates=drop',
  ),
  on(
    'subscriptions',
    known,
    'preprocessing.rare_below=50',
    'preprocessing.encode=ordinal',
    'preprocessing.impute_numeric=constant',
    'preprocessing.impute_categorical=constant',
    'preprocessing.outliers=clip_z',
  ),
  on(
    'subscriptions',
    known,
    'split.time=month',
    'preprocessing.impute_numeric=most_frequent',
    'features.bins={age: 3}',
  ),
  on('subscriptions', 'ingestion.drop=[refund_issued]', 'split.group=customer_id', 'ingestion.limit=2000'),
  {title: 'hostile names', csv: smallCsv(hostile), target: 'label', set: ['features.create=["data = `a.b`"]'].slice(1)},
];

describe('the Spark script', () => {
  const scripts: string[] = [];
  let problems: readonly string[] = [];

  beforeAll(async () => {
    for (const item of cases) scripts.push(String((await exportCase(item, 'spark')).content));
    problems = compileScripts(scripts.map(text => ({name: 'script.py', text})));
  }, 120_000);

  test.each(cases.map(({title}, place) => [title, place] as const))('%s: is valid Python', (_, place) => {
    expect(problems[place]).toBe('');
  });

  test('lists at its top what differs, as far as the pipeline meets it', () => {
    expect(scripts[0]).toMatch(/^# - StandardScaler divides by the standard deviation of a sample/m);
    expect(scripts[0]).not.toMatch(/MinMaxScaler/);
    expect(scripts[4]).toMatch(/^# - The forest is grown from other random numbers/m);
  });

  test('keeps the settings of the model', () => {
    expect(scripts[0]).toContain('regParam=1 / (1 * rows)');
    expect(scripts[6]).toContain('regParam=1 / rows');
    expect(scripts[7]).toContain('maxDepth=4');
    expect(scripts[3]).toContain('.setThresholds([0.8, 0.2])');
    // The positive class comes first by name, and Spark wants it second.
    expect(scripts[3]).toContain("stringOrderType='alphabetDesc'");
  });

  test('gives columns with names that Spark would misread plain ones', () => {
    const script = scripts.at(-1)!;
    expect(script).toContain(
      "RENAMED = {\n    'a.b`c': 'column_1', 'x\\\\\\'; DROP\\n\"': 'column_2', Label: 'column_3'".replace(
        'Label',
        "'Label'",
      ),
    );
    expect(script).toContain("NUMBERS = ['column_1', 'column_2']");
    expect(script).toContain(".config('spark.sql.caseSensitive', 'true')");
  });
});

describe('what Spark ML cannot express is refused with the alternatives', () => {
  test.each([
    ['training.model: knn', 'logistic_regression, decision_tree, random_forest, naive_bayes', ['training.model=knn']],
    ['training.model: dummy', 'logistic_regression', ['training.model=dummy']],
    ['features.select: correlation', 'variance', ['features.select=correlation']],
    ['features.score: mutual_information', 'f_test', ['features.select=k_best', 'features.score=mutual_information']],
    [
      'training.params.max_features',
      'random_forest',
      ['training.model=decision_tree', 'training.params.max_features=sqrt'],
    ],
    [
      'training.params.min_samples_split',
      'min_samples_leaf',
      ['training.model=decision_tree', 'training.params.min_samples_split=9'],
    ],
    ['training.implementation: mljs', 'builtin', ['training.model=knn', 'training.implementation=mljs']],
    ['traps: [score_on_train]', 'mistakes on purpose', ['traps=score_on_train']],
  ])('%s', {timeout: 60_000}, async (setting, alternatives, set) => {
    await expect(exportCase({title: '', dataset: 'wine', set}, 'spark')).rejects.toMatchObject({
      code: 'bad_setting',
      message: expect.stringContaining(setting),
      hint: expect.stringContaining(alternatives),
    });
  });
});
