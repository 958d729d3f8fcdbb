import {beforeAll, describe, expect, test} from 'vitest';
import {compileScripts, hasPackages, type PythonOutcome, type PythonScript, runScripts} from '../helpers/python.ts';
import {type CaseExported, type ExportCase, exportCase} from './export-cases.ts';

const cases: readonly ExportCase[] = [
  {title: 'plain', dataset: 'breast_cancer'},
  {
    title: 'with features',
    dataset: 'wine',
    set: ['features.select=k_best', 'features.k=5', 'features.pca=2', 'preprocessing.outliers=clip_iqr'],
  },
  {
    title: 'a schedule, a margin',
    dataset: 'diabetes',
    set: ['monitoring.policy=schedule', 'monitoring.every=0 6 * * 1', 'deployment.margin=0.01', 'split.stratify=false'],
  },
  {
    title: 'never promoted, weighed rows',
    dataset: 'iris',
    set: ['deployment.promote=never', 'training.model=naive_bayes', 'training.class_weight=balanced'],
  },
  {
    title: 'refused by a gate',
    dataset: 'wine',
    set: [
      'deployment.promote=always',
      'deployment.gates={min: {accuracy: 0.999}, no_leaks: true}',
      'monitoring.policy=drift',
    ],
  },
];

/** Airflow in a few lines: tasks are done at once, one after another, as the flow calls them. */
const runDagTwice = `
import inspect, os, runpy, sys, types
folder = os.getcwd()
sys.path.insert(0, folder)
os.environ['PIPELINE_FOLDER'] = os.path.join(folder, 'work')

def task(function):
    def call(*given):
        more = {'run_id': 'manual__2026-01-01T00:00:00+00:00'} if 'run_id' in inspect.signature(function).parameters else {}
        told = function(*given, **more)
        if function.__name__ == 'deployment':
            print(told)
        return told
    return call

def dag(**settings):
    print(settings['dag_id'], settings['schedule'])
    return lambda function: function

sdk = types.ModuleType('airflow.sdk')
sdk.dag, sdk.task = dag, task
sys.modules['airflow'], sys.modules['airflow.sdk'] = types.ModuleType('airflow'), sdk
for _ in range(2):
    runpy.run_path('dag.py')
sys.path.remove(folder)
`;

describe('the Airflow DAG', () => {
  const dags: string[] = [];
  const scripts: CaseExported[] = [];
  let outcomes: readonly PythonOutcome[] = [];
  const canRun = hasPackages('sklearn', 'pandas', 'joblib');

  beforeAll(async () => {
    for (const item of cases) {
      dags.push(String((await exportCase(item, 'airflow')).content));
      scripts.push(await exportCase(item, 'sklearn'));
    }
    const programs = dags.map((dag, place): PythonScript => {
      const {content, beside} = scripts[place]!;
      const script = {name: `${cases[place]!.dataset}_pipeline.py`, content};
      return {name: 'run.py', text: runDagTwice, beside: [...beside, script, {name: 'dag.py', content: dag}]};
    });
    // One Python each: two scripts of the same name are two modules.
    if (canRun) outcomes = programs.map(program => runScripts([program])[0]!);
    else process.stderr.write('python3-sklearn and pandas are not installed: the DAGs are compiled, not run.\n');
  }, 180_000);

  test('is valid Python', () => {
    expect(compileScripts(dags.map(text => ({name: 'dag.py', text})))).toEqual(dags.map(() => ''));
  });

  test('has a task per stage', () => {
    const tasks = (dag: string) => [...dag.matchAll(/@task\n {4}def (\w+)/g)].map(([, name]) => name);
    const usual = ['ingestion', 'split', 'preprocessing', 'training', 'evaluation', 'deployment'];
    expect(tasks(dags[0]!)).toEqual(usual);
    expect(tasks(dags[1]!)).toEqual(usual.toSpliced(3, 0, 'features'));
  });

  test('says at its top what differs, and what Airflow 2 needs', () => {
    expect(dags[0]).toMatch(/^# With Airflow 2\.4 and later, import from airflow\.decorators/m);
    expect(dags[0]).toMatch(/--to sklearn --out dags\/breast_cancer_pipeline\.py/);
    expect(dags[4]).toMatch(/^# - Of `deployment\.gates` only/m);
    expect(dags[4]).toMatch(/^# - `monitoring\.policy: drift` has no task/m);
  });

  test.each(cases.map(({title}, place) => [title, place] as const))(
    '%s: its tasks give the metrics of the run and promote as the pipeline says',
    (_, place) => {
      if (!canRun) return expect(compileScripts([{name: 'dag.py', text: dags[place]!}])).toEqual(['']);
      const outcome = outcomes[place]!;
      expect(outcome, JSON.stringify(outcome)).toHaveProperty('printed');
      const lines = (outcome as {printed: string}).printed.trimEnd().split('\n');
      const {metrics} = JSON.parse(lines[1]!) as {metrics: Record<string, number | null>};
      for (const [name, expected] of Object.entries(scripts[place]!.metrics)) {
        if (expected === null) expect(metrics[name], name).toBeNull();
        else expect(metrics[name], name).toBeCloseTo(expected, 6);
      }
      const told = [lines[2], lines.at(-1)].map(line => line!.replace(/[: ].*/, ''));
      const expected = [
        ['promoted', 'kept'],
        ['promoted', 'kept'],
        ['promoted', 'kept'],
        ['not', 'not'],
        ['refused', 'refused'],
      ];
      expect(told).toEqual(expected[place]);
      expect(lines[0]).toBe(`${cases[place]!.dataset} ${place === 2 ? '0 6 * * 1' : 'None'}`);
    },
  );
});
