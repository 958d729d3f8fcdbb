import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterAll, expect, test} from 'vitest';
import type {EngineClient} from '../../../../src/app/actions.ts';
import {writeRecipe} from '../../../../src/app/lab/recipe.ts';
import type {RouteTo} from '../../../../src/ui/navigation/route.ts';
import {playgroundScreen} from '../../../../src/ui/screens/playground/PlaygroundScreen.tsx';
import {playViews} from '../../../../src/ui/screens/playground/views.ts';
import {directEngine} from '../../../helpers/direct-engine.ts';
import {labTutor} from '../../../helpers/lab-tutor.ts';
import {expectFits, type XtermOptions} from '../../../helpers/xterm.ts';
import {mountScreen} from '../mount-screen.tsx';

const folder = mkdtempSync(path.join(tmpdir(), 'mlpt-playground-'));
afterAll(() => rmSync(folder, {recursive: true}));
const mine = path.join(folder, 'mine.csv');
writeFileSync(
  mine,
  `age,plan,left\n${Array.from({length: 60}, (_, row) => `${20 + row},${row % 3 ? 'basic' : 'full'},${row % 4 ? 'no' : 'yes'}`).join('\n')}\n`,
);

const iris = writeRecipe({ingestion: {dataset: 'iris'}, seed: 42});

async function open(options: XtermOptions = {}, recipe?: string, engine: EngineClient = directEngine()) {
  const route: RouteTo<'playground'> = {screen: 'playground', ...(recipe === undefined ? {} : {recipe})};
  const app = await mountScreen(playgroundScreen, route, labTutor(engine), {columns: 80, rows: 24, ...options});
  await app.waitFor('Pipeline');
  /** Go on to a view by its name. */
  const goTo = async (title: string) => {
    const at = () => playViews.findIndex(view => app.text().includes(`${view.title} (`));
    while (playViews[at()]!.title !== title) await app.press('n');
    await app.settle();
  };
  return {...app, goTo};
}

type App = Awaited<ReturnType<typeof open>>;

async function run(app: App, shows = 'learn from') {
  await app.press('r');
  await app.waitFor(shows);
}

const looks = [
  {columns: 40, rows: 12, glyphs: 'braille'},
  {columns: 60, rows: 20, glyphs: 'block'},
  {columns: 80, rows: 24, glyphs: 'ascii', colors: 'none'},
  {columns: 120, rows: 40, glyphs: 'ascii', colors: 'none'},
  {columns: 120, rows: 40, glyphs: 'braille'},
  {columns: 200, rows: 60, glyphs: 'braille'},
  {columns: 40, rows: 12, glyphs: 'ascii', colors: 'none'},
] as const;

for (const look of looks) {
  test(`every view fits ${look.columns} × ${look.rows} with ${look.glyphs}, before a run and after`, async () => {
    const app = await open(look);
    const fits = () => {
      expectFits(app.frame());
      expect(app.lines().at(-1)).toContain('?');
      if (look.glyphs === 'ascii') expect(app.text()).toMatch(/^[ -~\n]*$/);
    };
    for (const {title} of playViews) {
      await app.goTo(title);
      fits();
    }
    await run(app, playViews.at(-1)!.title);
    for (const {title} of playViews) {
      await app.goTo(title);
      await new Promise(resolve => setTimeout(resolve, 40));
      await app.settle();
      fits();
    }
    await app.press('v');
    expectFits(app.frame());
    await app.press('esc', 'tab', 'end', 'enter');
    expectFits(app.frame());
    await app.unmount();
  });
}

test('the whole pipeline is there with every stage, and each setting has its help', async () => {
  const app = await open({columns: 120, rows: 40});
  expect(app.text()).toContain('ingestion');
  await app.press('end');
  expect(app.text()).toMatch(/traps .*none/);
  expect(app.text()).toContain('A mistake on purpose.');
  await app.unmount();
});

test('whoever is new begins with the rows, and whoever brings a recipe with its settings', async () => {
  const app = await open();
  expect(app.text()).toContain('❯ Data (1 of 13)');
  expect(app.text()).toMatch(/❯ ▸ breast_cancer/);
  await app.unmount();
  const other = await open({}, iris);
  expect(other.text()).toContain('❯ Pipeline');
  await other.unmount();
});

test('another model shows its own parameters', async () => {
  const app = await open(
    {columns: 120, rows: 60},
    writeRecipe({ingestion: {dataset: 'iris'}, training: {model: 'knn'}}),
  );
  await app.press('page-down');
  expect(app.text()).toContain('n_neighbors');
  expect(app.text()).not.toContain('fit_intercept');
  await app.unmount();
});

test('a run shows the metrics beside the baseline, and a change after it is pointed out', async () => {
  const app = await open({columns: 120, rows: 40}, iris);
  await run(app);
  expect(app.text()).toMatch(/metric +test +training +baseline/);
  expect(app.text()).toContain('Confusion matrix');
  await app.press('right');
  expect(app.text()).toContain('Changed since this run: ingestion.dataset. Run again to see.');
  await app.unmount();
});

test('a step is opened to see what it received, learned and handed on', async () => {
  const app = await open({}, iris);
  await run(app);
  await app.goTo('Steps');
  await app.press('down', 'down', 'down', 'down', 'down', 'enter');
  await app.waitFor('preprocessing.scale');
  expect(app.text()).toContain('Learned: sepal_length_cm: mean');
  await app.press('page-down');
  expect(app.text()).toContain('* changed here');
  await app.press('esc');
  expect(app.text()).toContain('ingestion.load');
  expect(app.asked).toEqual([]);
  await app.unmount();
});

test('the columns are looked at before any run: which go together, then each by itself', async () => {
  const app = await open({columns: 120, rows: 50}, iris);
  await app.goTo('Columns');
  await app.waitFor('5 columns, 4 of them numbers');
  await app.waitFor('The strongest correlation is 0.963');
  await app.press('right');
  await app.waitFor('1 of 5  sepal_length_cm');
  await app.waitFor('the median is 5.8');
  await app.waitFor('sepal_length_cm is 5 for setosa, 5.9 for versicolor');
  for (let step = 0; step < 9; step++) await app.press('right');
  await app.waitFor('5 of 5  ');
  await app.press('left');
  await app.waitFor('4 of 5  petal_width_cm');
  await app.unmount();
});

test('a row is followed to its prediction, and another is chosen by its number', async () => {
  const app = await open({columns: 120, rows: 50}, iris);
  await run(app);
  await app.goTo('One row');
  await app.waitFor('Row 1 of the table');
  await app.press('right');
  await app.waitFor('Row 2 of the table');
  await app.press('enter', '1', '5', '0', 'enter');
  await app.waitFor('Row 150 of the table');
  expect(app.text()).toContain('preprocessing.scale');
  await app.unmount();
});

test('two runs are compared: what was set, what came, and whether it is luck', async () => {
  const app = await open({columns: 120, rows: 40}, iris);
  await run(app);
  await app.goTo('Compare');
  expect(app.text()).toContain('There is one run so far.');
  await app.press('w');
  await app.paste(writeRecipe({ingestion: {dataset: 'iris'}, seed: 42, training: {model: 'dummy'}}));
  await app.press('enter', 'r');
  await app.waitFor('Fingerprint');
  expect(app.text()).toContain('training.model: logistic_regression → dummy');
  expect(app.text()).toContain('larger than luck');
  await app.unmount();
});

test('the threshold moves the matrix and the point on the curve without another run', async () => {
  const engine = directEngine();
  const app = await open({columns: 120, rows: 40}, undefined, engine);
  await run(app);
  await app.goTo('Threshold');
  await app.waitFor('ROC curve');
  const before = engine.calls.length;
  const missed = () => Number(/missed (\d+)/.exec(app.text())?.[1]);
  const at = missed();
  for (let steps = 0; steps < 20; steps++) await app.press('right');
  expect(missed()).toBeGreaterThan(at);
  expect(engine.calls.length).toBe(before);
  await app.press('enter');
  expect(app.text()).toContain('Changed since this run: evaluation.threshold');
  await app.unmount();
});

test('a threshold needs two classes, and says so', async () => {
  const app = await open({}, iris);
  await run(app);
  await app.goTo('Threshold');
  expect(app.text()).toMatch(/the\s+target\s+of\s+this\s+run,\s+species,\s+has\s+3\s+classes/);
  await app.unmount();
});

test('luck, learning curve and tuning are offered with what they set, and drawn after their run', async () => {
  const app = await open({}, writeRecipe({ingestion: {dataset: 'iris'}, training: {model: 'knn'}, seed: 42}));
  await run(app);
  for (const [title, sets, shows] of [
    ['Luck', 'evaluation.repeat to 30', 'Luck of the split'],
    ['Learning curve', 'evaluation.learning_curve to true', 'training rows'],
    ['Tuning', 'tuning.method to grid', 'of the candidates'],
  ] as const) {
    await app.goTo(title);
    expect(app.text()).toContain(`It sets: ${sets}`);
    await app.press('enter');
    await app.waitFor(shows);
    await app.press('u');
  }
  await app.unmount();
});

test('the leak meter puts the flattering figures beside the honest ones', async () => {
  const app = await open({}, writeRecipe({ingestion: {dataset: 'iris'}, training: {model: 'decision_tree'}, seed: 42}));
  await run(app);
  await app.goTo('Leak meter');
  expect(app.text()).toContain('The last run is honest.');
  await app.press('down');
  expect(app.text()).toContain('fit_before_split: Scalers and imputers learn from all rows');
  await app.press('down', 'down', 'enter');
  await app.waitFor('with the mistake');
  expect(app.text()).toContain('score_on_train: The score is taken on the rows the model learned from.');
  await app.press('up', 'up', 'up', 'enter');
  await app.waitFor('The last run is honest.');
  await app.unmount();
});

test('a model is registered, promoted, asked, and production is rolled back', async () => {
  const app = await open({columns: 120, rows: 40}, iris);
  await run(app);
  await app.goTo('Deploy');
  await app.waitFor('It sets: deployment.name to playground');
  await app.press('enter');
  await app.waitFor('version 1');
  await app.press('space');
  await app.waitFor('Version 1 says of row 1: setosa (setosa 0.9');
  await app.press('tab', 'end', 'up');
  await app.press('tab', 'r');
  await app.waitFor('version 2');
  await app.press('up', 'enter');
  await app.waitFor('Production is now version 2.');
  await app.press('u');
  await app.waitFor('Production is back at version 1.');
  await app.unmount();
});

test('a file of one’s own is read by its path, and its target chosen from its columns', async () => {
  const app = await open({columns: 120, rows: 40});
  await app.press('tab', 'end', 'enter');
  expect(app.text()).toContain('Type where the file is');
  await app.paste(path.join(folder, 'none.csv'));
  await app.press('enter');
  await app.waitFor('What:');
  expect(app.text()).toContain('The rows could not be read');
  await app.press('enter');
  // What was typed is there to be put right.
  expect(app.text()).toContain('none.csv');
  await app.press('ctrl-u');
  await app.paste(mine);
  await app.press('enter');
  await app.waitFor('Which column is to be predicted?');
  expect(app.text()).toMatch(/left +category, 2 values/);
  await app.press('enter');
  await app.waitFor('60 rows, 3 columns; the column to predict is left.');
  await run(app);
  expect(app.text()).toContain('60 rows of left');
  await app.goTo('Data');
  expect(app.text()).not.toContain('Malignant');
  expect(app.text()).toMatch(/❯ ▸ a CSV file of your own/);
  await app.press('up', 'up', 'up', 'up', 'enter');
  await app.waitFor('Malignant');
  expect(app.text()).toMatch(/▸ breast_cancer/);
  await app.unmount();
});

test('a run that fails says why in every view, and the data can still be changed', async () => {
  const app = await open({}, writeRecipe({ingestion: {dataset: 'iris', target: 'nothing'}}));
  await app.press('r');
  await app.waitFor('The run did not get through');
  expect(app.text()).toContain('nothing');
  await app.goTo('Data');
  expect(app.text()).toContain('a CSV file of your own');
  await app.unmount();
});

test('a recipe that cannot be read is told on the screen', async () => {
  const app = await open({}, 'mlpt1-damaged');
  expect(app.text()).toContain('This recipe is damaged or not whole.');
  await app.press('right');
  expect(app.text()).not.toContain('damaged');
  await app.unmount();
});

test('while a search goes on its scores are drawn, and Esc stops it', async () => {
  const real = directEngine();
  let refuse: (error: Error) => void = () => {};
  const slow: EngineClient = {
    ...real,
    call: ((name, request, onEvent) => {
      if (name !== 'run' || real.calls.includes('run')) {
        if (name !== 'run') return real.call(name, request, onEvent);
        const tried = [1, 3].flatMap(k =>
          ['none', 'standard'].map(scale => ({
            params: {n_neighbors: k, 'preprocessing.scale': scale},
            mean: 0.9 + k / 100,
            sd: 0,
            scores: [],
          })),
        );
        onEvent?.({type: 'started', step: 'tuning.search', index: 3, of: 12, reason: 'new'});
        onEvent?.({type: 'progress', step: 'tuning.search', done: 4, total: 18, detail: {metric: 'accuracy', tried}});
        const result = new Promise<never>((_, reject) => {
          refuse = reject;
        });
        return {result, cancel: () => refuse(new Error('given up'))};
      }
      return real.call(name, request, onEvent);
    }) as typeof real.call,
  };
  const app = await open({}, iris, slow);
  await run(app);
  await app.goTo('Tuning');
  await app.press('enter');
  await app.waitFor('accuracy of the candidates');
  expect(app.text()).toContain('tuning.search');
  expect(app.lines().at(-1)).toContain('Esc stop');
  await app.press('esc');
  await app.waitFor('The run did not get through');
  await app.unmount();
});

test('the months after training are drawn on request, where there are later months', async () => {
  const recipe = writeRecipe({
    ingestion: {dataset: 'subscriptions', drop: ['customer_id', 'refund_issued']},
    training: {model: 'naive_bayes'},
    monitoring: {policy: 'drift'},
  });
  for (const look of [
    {columns: 120, rows: 40},
    {columns: 40, rows: 12, glyphs: 'ascii', colors: 'none'},
  ] as const) {
    const app = await open(look, recipe);
    await run(app);
    await app.goTo('Months later');
    await app.press('enter');
    await app.waitFor(look.columns > 100 ? 'How far the rows moved' : 'How far');
    expectFits(app.frame());
  }
});

test('without later months the view says which dataset has them', async () => {
  const app = await open({}, iris);
  await run(app);
  await app.goTo('Months later');
  expect(app.text()).toContain('subscriptions');
});
