import {expect, test} from 'vitest';
import {latestRun, openPlayground, type PlaySession} from '../../../src/app/lab/playground.ts';
import {readRecipe, writeRecipe} from '../../../src/app/lab/recipe.ts';
import {atThreshold, nearestThreshold, thresholdFacts} from '../../../src/app/lab/threshold.ts';
import {learningWish, luckWish, trapWish, tuningWish} from '../../../src/app/lab/wishes.ts';
import {specOfSettings} from '../../../src/app/lesson-runs.ts';
import {traps} from '../../../src/stages/spec.ts';
import {modelNames} from '../../../src/stages/training/settings.ts';
import {directEngine} from '../../helpers/direct-engine.ts';
import {labTutor} from '../../helpers/lab-tutor.ts';
import {memoryPorts} from '../../helpers/memory-ports.ts';
import {until} from '../../helpers/xterm.ts';

async function finish(play: PlaySession) {
  await until(() => play.state().running === null);
  if (play.state().failure) throw play.state().failure!.error;
}

test('the playground runs its pipeline into the history of the learner', async () => {
  const ports = memoryPorts();
  const play = openPlayground(labTutor(directEngine(ports)));
  play.send({type: 'run'});
  await finish(play);
  expect(latestRun(play.state())?.metrics.test.accuracy).toBeCloseTo(0.979, 3);
  expect(ports.runs.list().map(({name}) => name)).toEqual(['playground']);
});

test('a run that is asked for while another goes on is not started', () => {
  const play = openPlayground(labTutor());
  play.send({type: 'run'});
  expect(play.send({type: 'run'}).jobs).toBe(1);
});

test('a recipe opens its pipeline once; coming back keeps what was changed since', () => {
  const tutor = labTutor();
  const recipe = writeRecipe({ingestion: {dataset: 'iris'}, seed: 1});
  const play = openPlayground(tutor, recipe);
  expect(play.state().settings).toEqual({ingestion: {dataset: 'iris'}, seed: 1});
  play.send({type: 'set', path: 'training.model', value: 'knn'});
  expect(openPlayground(tutor, recipe).state().settings).toMatchObject({training: {model: 'knn'}});
});

test('a recipe that cannot be read is told, and changes nothing', () => {
  const play = openPlayground(labTutor(), 'mlpt1-nonsense');
  expect(play.state().notice).toContain('This recipe is damaged or not whole.');
  expect(play.state().settings).toMatchObject({ingestion: {dataset: 'breast_cancer'}});
});

test('what a view wishes for is set, run, and can be taken back', async () => {
  const play = openPlayground(labTutor());
  play.send({type: 'try', set: {...learningWish.set, 'training.model': 'knn'}});
  await finish(play);
  expect(latestRun(play.state())?.learning_curve?.sizes.length).toBeGreaterThan(3);
  play.send({type: 'undo'});
  expect(play.state().settings).toEqual({ingestion: {dataset: 'breast_cancer'}, seed: 42});
});

test('luck is measured on thirty splits', async () => {
  const play = openPlayground(
    labTutor(),
    writeRecipe({ingestion: {dataset: 'iris'}, training: {model: 'naive_bayes'}}),
  );
  play.send({type: 'try', set: luckWish.set});
  await finish(play);
  expect(latestRun(play.state())?.metrics.repeated?.scores).toHaveLength(30);
});

test('every model has a grid that a pipeline accepts', () => {
  for (const model of modelNames) {
    const {set} = tuningWish(model);
    const settings = {
      ingestion: {dataset: 'iris'},
      training: {model},
      tuning: {method: set['tuning.method']!, space: set['tuning.space']!},
    };
    expect(() => specOfSettings(settings), model).not.toThrow();
    expect(readRecipe(writeRecipe(settings))).toEqual(settings);
  }
});

test('every mistake on purpose is marked as not honest, beside its honest figures', async () => {
  for (const trap of traps) {
    const play = openPlayground(labTutor(), writeRecipe({ingestion: {dataset: 'iris'}, training: {model: 'knn'}}));
    play.send({type: 'try', set: trapWish(trap, 'knn').set});
    await finish(play);
    expect(latestRun(play.state())?.honest, trap).toBe(false);
    expect(latestRun(play.state())?.honest_metrics?.test.accuracy, trap).toBeTypeOf('number');
  }
});

test('a threshold is moved over the stored scores, without another run', async () => {
  const engine = directEngine();
  const play = openPlayground(labTutor(engine));
  play.send({type: 'run'});
  await finish(play);
  const run = latestRun(play.state())!;
  const sweep = (await engine.call('thresholdSweep', {spec: specOfSettings(play.state().settings), folder: '.'})
    .result)!;
  const half = nearestThreshold(sweep, 0.5);
  const strict = atThreshold(run, sweep, nearestThreshold(sweep, 1));
  expect(thresholdFacts(sweep, half).map(([name]) => name)).toEqual([
    'threshold',
    'precision',
    'recall',
    'f1',
    'accuracy',
    'false alarms',
    'missed',
  ]);
  const rows = run.confusion!.matrix.flat().reduce((sum, count) => sum + count, 0);
  expect(strict.confusion!.matrix.flat().reduce((sum, count) => sum + count, 0)).toBe(rows);
  const hit = run.data.classes.indexOf(sweep.positive);
  expect(strict.confusion!.matrix[1 - hit]![hit]).toBeLessThanOrEqual(run.confusion!.matrix[1 - hit]![hit]!);
});
