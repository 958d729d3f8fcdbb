import type {Json} from '../../../engine/value.ts';
import type {ExportedRun} from '../exported-run.ts';
import {pythonValue} from '../python/literal.ts';

/** What the tasks of a DAG depend on. */
export type TaskOptions = {
  /** The scikit-learn script as a module. */
  readonly module: string;
  /** It selects columns or turns them into components. */
  readonly hasFeatures: boolean;
  /** Rows of rare classes count more. */
  readonly weighs: boolean;
};

/** The tasks of a DAG in the order of the stages, then how they follow one another. */
export function taskSections(run: ExportedRun, {module, hasFeatures, weighs}: TaskOptions): readonly string[] {
  return [
    ingestion(module),
    split(module),
    preprocessing(module),
    ...(hasFeatures ? [features(module)] : []),
    training(module, weighs),
    evaluation(module, hasFeatures),
    deployment(run),
    hasFeatures ? featureFlow : plainFlow,
  ];
}

function ingestion(module: string): string {
  return `@task
def ingestion(run_id=None):
    import ${module} as script

    return save(script.load(DATA or script.DATA), run_id, 'table')`;
}

function split(module: string): string {
  return `@task
def split(table, run_id=None):
    import ${module} as script

    return save(script.split(load(table)), run_id, 'split')`;
}

function preprocessing(module: string): string {
  return `@task
def preprocessing(parts, run_id=None):
    import ${module} as script

    X_train, _, y_train, _ = load(parts)
    step = script.build_preprocessing()
    X = step.fit_transform(X_train, y_train)
    return save((step, X), run_id, 'preprocessing')`;
}

function features(module: string): string {
  return `@task
def features(parts, preprocessed, run_id=None):
    import ${module} as script

    _, _, y_train, _ = load(parts)
    _, X = load(preprocessed)
    step = script.build_features()
    return save((step, step.fit_transform(X, y_train)), run_id, 'features')`;
}

function training(module: string, weighs: boolean): string {
  const weight = weighs ? "\n    weights = script.compute_sample_weight('balanced', y_train)" : '';
  return `@task
def training(parts, prepared, run_id=None):
    import ${module} as script

    _, _, y_train, _ = load(parts)
    _, X = load(prepared)${weight}
    model = script.build_model().fit(X, y_train${weighs ? ', sample_weight=weights' : ''})
    return save(model, run_id, 'model')`;
}

function evaluation(module: string, hasFeatures: boolean): string {
  const given = hasFeatures ? 'parts, preprocessed, selected, model' : 'parts, preprocessed, model';
  const steps = [
    "        ('preprocessing', load(preprocessed)[0]),",
    ...(hasFeatures ? ["        ('features', load(selected)[0]),"] : []),
    "        ('model', load(model)),",
  ];
  return `@task
def evaluation(${given}, run_id=None):
    import ${module} as script

    fitted = script.Pipeline([
${steps.join('\n')}
    ])
    _, X_test, _, y_test = load(parts)
    metrics = script.evaluate(fitted, X_test, y_test)
    print(json.dumps({'metrics': metrics}))
    return {'model': save(fitted, run_id, 'fitted'), 'metrics': metrics}`;
}

function deployment({spec}: ExportedRun): string {
  const {promote} = spec.deployment;
  if (promote === 'never') {
    return `@task
def deployment(result):
    return f'not promoted: {result["model"]}'`;
  }
  const {min, max} = gatesOf(spec);
  return `@task
def deployment(result):
    production = FOLDER / 'production'
    production.mkdir(parents=True, exist_ok=True)
    record, now = production / 'metrics.json', result['metrics']${[
      gate(min, '<', 'below'),
      gate(max, '>', 'above'),
      promote === 'if_better' ? beatsProduction : '',
    ].join('')}
    # Copied under another name first, so that a reader never finds half a file.
    shutil.copy(result['model'], production / 'model.new')
    (production / 'model.new').replace(production / 'model.joblib')
    record.write_text(json.dumps(now))
    return 'promoted'`;
}

const beatsProduction = `
    if record.exists():
        was = json.loads(record.read_text())
        if not now[METRIC] - was[METRIC] > MARGIN:
            return f'kept the model in production: {METRIC} {was[METRIC]} against {now[METRIC]}'`;

type Limits = {readonly [metric: string]: Json};

/** The limits that the pipeline sets to the metrics of a model that is to be promoted. */
export function gatesOf({deployment}: ExportedRun['spec']): {readonly min: Limits; readonly max: Limits} {
  const {min, max} = deployment.gates as {readonly min?: Limits; readonly max?: Limits};
  return {min: min ?? {}, max: max ?? {}};
}

function gate(limits: Limits, sign: '<' | '>', word: string): string {
  if (Object.keys(limits).length === 0) return '';
  return `
    for name, limit in ${pythonValue(limits)}.items():
        if now[name] is None or now[name] ${sign} limit:
            return f'refused: {name} {now[name]} is ${word} {limit}'`;
}

const plainFlow = `parts = split(ingestion())
preprocessed = preprocessing(parts)
model = training(parts, preprocessed)
deployment(evaluation(parts, preprocessed, model))`;

const featureFlow = `parts = split(ingestion())
preprocessed = preprocessing(parts)
selected = features(parts, preprocessed)
model = training(parts, selected)
deployment(evaluation(parts, preprocessed, selected, model))`;
