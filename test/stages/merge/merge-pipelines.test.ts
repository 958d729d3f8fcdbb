import {expect, test} from 'vitest';
import {type MergeOptions, mergePipelines} from '../../../src/stages/merge/merge-pipelines.ts';
import type {Decisions} from '../../../src/stages/merge/outcome.ts';

const base = `# Churn, by the whole team.
format: 1
name: churn
ingestion: {dataset: subscriptions, drop: [customer_id]}
preprocessing:
  # because one value was 4000 hours
  outliers: clip_iqr
  scale: standard
features:
  create:
    - hours_per_euro = watch_hours / monthly_fee
training: {model: logistic_regression, params: {C: 1}}
evaluation: {positive: "yes", cross_validate: 5}
`;

function merge(mine: string, theirs: string, decisions: Decisions = {}, options: MergeOptions = {}, from = base) {
  const texts = {
    base: {name: 'base.yaml', text: from},
    mine: {name: 'mine.yaml', text: mine},
    theirs: {name: 'ilir.yaml', text: theirs},
  };
  return mergePipelines(texts, decisions, options);
}

const edit = (...changes: ReadonlyArray<readonly [string, string]>) =>
  changes.reduce((text, [before, after]) => {
    if (!text.includes(before)) throw new Error(`The pipeline does not say ${before}.`);
    return text.replace(before, after);
  }, base);

test('two people who change different settings both get what they want', async () => {
  const {merged, taken, conflicts, problems} = await merge(
    edit(['scale: standard', 'scale: robust']),
    edit(['model: logistic_regression, params: {C: 1}', 'model: knn']),
  );
  expect([conflicts, problems]).toEqual([[], []]);
  expect(merged).toContain('scale: robust');
  expect(merged).toContain('training: {model: knn}');
  expect(taken).toEqual([
    {path: 'preprocessing.scale', from: 'mine', value: 'robust', before: 'standard', reason: null},
    {path: 'training.model', from: 'theirs', value: 'knn', before: 'logistic_regression', reason: null},
    {path: 'training.params.C', from: 'theirs', value: null, before: 1, reason: null},
  ]);
});

test('a setting changed on one line does not conflict with another one on the same line', async () => {
  const {merged, conflicts} = await merge(
    edit(['{C: 1}', '{C: 0.1}']),
    edit(['params: {C: 1}', 'params: {C: 1}, class_weight: balanced']),
  );
  expect(conflicts).toEqual([]);
  expect(merged).toContain('training: {model: logistic_regression, params: {C: 0.1}, class_weight: balanced}');
});

test('the same change by both is taken once', async () => {
  const both = edit(['scale: standard', 'scale: robust']);
  const {merged, taken} = await merge(both, both);
  expect(merged).toBe(both);
  expect(taken).toEqual([
    {path: 'preprocessing.scale', from: 'both', value: 'robust', before: 'standard', reason: null},
  ]);
});

test('two ways of writing the same value are the same value', async () => {
  const {conflicts} = await merge(
    edit(['drop: [customer_id]', 'drop: [customer_id, month]']),
    edit(['drop: [customer_id]', 'drop: "customer_id, month"']),
  );
  expect(conflicts).toEqual([]);
});

test('my file comes out byte for byte where nobody else changed anything', async () => {
  const mine = edit(['scale: standard', 'scale:     robust   # because of outliers']);
  expect((await merge(mine, base)).merged).toBe(mine);
});

test('the comments and the order of my file stay, and a change brings its reason along', async () => {
  const mine = `# mine\n${edit(['name: churn', 'name: churn-2 # because 1 is taken'])}`;
  const theirs = edit(['  scale: standard', '  scale: robust # because of the long tail']);
  const {merged} = await merge(mine, theirs);
  expect(merged).toBe(mine.replace('scale: standard', 'scale: robust # because of the long tail'));
});

test('a reason beside a line in braces is added to the one that stands there', async () => {
  const mine = edit(['{C: 1}}', '{C: 0.1}} # because it overfits']);
  const theirs = edit(['{C: 1}}', '{C: 1}, class_weight: balanced} # because few leave']);
  const {merged} = await merge(mine, theirs);
  expect(merged).toContain('class_weight: balanced} # because it overfits; because few leave\n');
});

test('a block that only they have is put where they have it', async () => {
  const {merged} = await merge(
    base,
    edit(['features:\n', 'split: # because the months differ\n  test_size: 0.3\nfeatures:\n']),
  );
  expect(merged).toContain('scale: standard\nsplit:\n  test_size: 0.3\nfeatures:');
});

test('a setting that they took out is taken out, and an empty block with it', async () => {
  const {merged, taken} = await merge(base, edit(['evaluation: {positive: "yes", cross_validate: 5}\n', '']));
  expect(merged).not.toContain('evaluation');
  expect(taken.map(({path, value}) => [path, value])).toEqual([
    ['evaluation.positive', null],
    ['evaluation.cross_validate', null],
  ]);
});

test('a setting changed differently is a conflict, with both values, reasons and places', async () => {
  const mine = edit(['model: logistic_regression, params: {C: 1}}', 'model: knn} # because the groups are round']);
  const theirs = edit([
    'training: {model: logistic_regression, params: {C: 1}}',
    '# because it needs no scaling\ntraining: {model: decision_tree}',
  ]);
  const {merged, conflicts} = await merge(mine, theirs);
  expect(merged).toBeNull();
  expect(conflicts).toEqual([
    {
      path: 'training.model',
      base: 'logistic_regression',
      mine: 'knn',
      theirs: 'decision_tree',
      mine_reason: 'because the groups are round',
      theirs_reason: 'because it needs no scaling',
      at: {
        base: {file: 'base.yaml', line: 12, column: 12},
        mine: {file: 'mine.yaml', line: 12, column: 12},
        theirs: {file: 'ilir.yaml', line: 13, column: 12},
      },
    },
  ]);
});

const [knn, tree] = ['knn', 'decision_tree'].map(model =>
  edit(['model: logistic_regression, params: {C: 1}', `model: ${model}`]),
) as [string, string];

test.each([
  ['mine', {take: 'mine'}, 'model: knn'],
  ['theirs', {take: 'theirs'}, 'model: decision_tree'],
  ['base', {take: 'base'}, 'model: logistic_regression'],
  ['another value', {value: 'random_forest'}, 'model: random_forest'],
] as const)('a conflict that is decided for %s is settled', async (_, decision, expected) => {
  const {merged, conflicts, taken} = await merge(knn, tree, {'training.model': decision});
  expect(conflicts).toEqual([]);
  expect(merged).toContain(expected);
  expect(taken.filter(({path}) => path === 'training.model').map(({from}) => from)).toEqual(
    expected.endsWith('logistic_regression') ? [] : ['decision'],
  );
});

test('a decision about a block holds for everything in it', async () => {
  const {merged} = await merge(knn, tree, {training: {take: 'theirs'}});
  expect(merged).toContain('training: {model: decision_tree}');
});

test('a decision about nothing is refused with the nearest path', async () => {
  await expect(merge(knn, tree, {'training.modle': {take: 'mine'}})).rejects.toMatchObject({
    code: 'bad_usage',
    hint: expect.stringContaining('Did you mean training.model?'),
  });
});

test('what both add to a list is in, mine first, and what one takes out is out', async () => {
  const {merged, taken} = await merge(
    edit(['[customer_id]', '[customer_id, month, age]']),
    edit(['[customer_id]', '[signup_date, refund_issued]']),
  );
  expect(merged).toContain('drop: [signup_date, refund_issued, month, age]');
  expect(taken[0]).toMatchObject({path: 'ingestion.drop', from: 'both'});
});

test('a feature that theirs is made of stands before it', async () => {
  const ratio = '    - hours_per_euro = watch_hours / monthly_fee\n';
  const {merged, conflicts} = await merge(
    edit([ratio, `${ratio}    - old = age / 10\n`]),
    edit([ratio, `    - fee = monthly_fee / 100\n${ratio}    - hours = fee * watch_hours\n`]),
  );
  expect(conflicts).toEqual([]);
  expect([...merged!.matchAll(/- (\w+) =/g)].map(match => match[1])).toEqual(['fee', 'hours_per_euro', 'old', 'hours']);
});

test('two formulas for one feature are a conflict about that feature, and can be decided', async () => {
  const [mine, theirs] = [
    edit(['watch_hours / monthly_fee', 'watch_hours / (monthly_fee + 1)']),
    edit(['watch_hours / monthly_fee', 'titles_started / monthly_fee']),
  ];
  const {conflicts} = await merge(mine, theirs);
  expect(conflicts).toMatchObject([
    {path: 'features.create.hours_per_euro', theirs: 'hours_per_euro = titles_started / monthly_fee'},
  ]);
  const {merged} = await merge(mine, theirs, {'features.create.hours_per_euro': {take: 'theirs'}});
  expect(merged).toContain('- hours_per_euro = titles_started / monthly_fee');
});

test('maps merge entry by entry, down to the gates', async () => {
  const named = `${base}deployment: {name: churn, gates: {min: {roc_auc: 0.7}}}\n`;
  const {merged, conflicts} = await merge(
    named.replace('{roc_auc: 0.7}', '{roc_auc: 0.75}'),
    named.replace('{roc_auc: 0.7}', '{roc_auc: 0.7, recall: 0.3}, no_leaks: true'),
    {},
    {},
    named,
  );
  expect(conflicts).toEqual([]);
  expect(merged).toContain('gates: {min: {roc_auc: 0.75, recall: 0.3}, no_leaks: true}');
});

test('two changes that are each right and wrong together are told with both places', async () => {
  const {merged, problems} = await merge(
    edit(['params: {C: 1}', 'params: {C: 10}']),
    edit(['model: logistic_regression, params: {C: 1}', 'model: knn, params: {C: 1}'.replace(', params: {C: 1}', '')]),
    {'training.params.C': {take: 'mine'}},
  );
  expect(merged).not.toBeNull();
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatchObject({
    path: 'training.params.C',
    together: true,
    places: [
      {path: 'training.params.C', from: 'mine', at: {file: 'mine.yaml', line: 12}},
      {path: 'training.model', from: 'theirs', at: {file: 'ilir.yaml', line: 12}},
    ],
  });
});

test('a new model on one side and a new parameter of the old one on the other do not go together', async () => {
  const from = base.replace(', params: {C: 1}', '');
  const {problems} = await merge(
    from.replace('model: logistic_regression', 'model: knn'),
    from.replace('model: logistic_regression', 'model: logistic_regression, params: {C: 10}'),
    {},
    {},
    from,
  );
  expect(problems).toMatchObject([
    {
      message: '`knn` has no parameter `C`.',
      together: true,
      places: [
        {path: 'training.params.C', from: 'theirs'},
        {path: 'training.model', from: 'mine'},
      ],
    },
  ]);
});

test('a mistake that one version has already is told as such', async () => {
  const {problems} = await merge(base, edit(['scale: standard', 'scale: robusst']));
  expect(problems).toMatchObject([{path: 'preprocessing.scale', together: false, places: []}]);
});

test('a pipeline written as JSON comes out as JSON', async () => {
  const json = (training: object) => JSON.stringify({ingestion: {dataset: 'wine'}, training});
  const {merged} = await merge(
    json({model: 'knn'}),
    json({model: 'knn', class_weight: 'none'}),
    {},
    {},
    json({model: 'knn'}),
  );
  expect(JSON.parse(merged!)).toEqual({ingestion: {dataset: 'wine'}, training: {model: 'knn', class_weight: 'none'}});
});

test('files that do not come from the same one are refused, unless that is wanted', async () => {
  const other = 'ingestion: {path: houses.csv, target: price}\ntraining: {model: ridge}\nevaluation: {repeat: 10}\n';
  await expect(merge(base, other)).rejects.toMatchObject({
    code: 'bad_usage',
    message: 'ilir.yaml does not come from base.yaml: they read other data and share few settings.',
  });
  await expect(merge(base, other, {}, {force: true})).resolves.toMatchObject({conflicts: []});
  await expect(merge(base, base, {}, {}, '# nothing\n')).rejects.toThrow('base.yaml says nothing');
});

test('the same pipeline on another table is still the same pipeline', async () => {
  const {merged} = await merge(base, edit(['dataset: subscriptions', 'path: customers.csv']));
  expect(merged).toContain('ingestion: {drop: [customer_id], path: customers.csv}');
});
