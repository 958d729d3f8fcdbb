import type {Chart} from '../../../charts/index.ts';
import type {RunResult as ResultJson} from '../../../tutor/figures/result.ts';
import type {Drawing, FigureMaterial} from '../../lesson-figures.ts';
import type {RunResult} from '../../run-result.ts';

/** A picture that is a chart. */
export function asChart(chart: Chart): Drawing {
  return {kind: 'chart', chart};
}

/** A sentence in place of a picture that cannot be drawn. */
export function asWords(title: string, sentence: string): Drawing {
  return {kind: 'words', title, sentence};
}

/** A finished run of the pipeline among results; undefined for one not made yet, and for the result of another action. */
export function runOf(material: FigureMaterial, name: string | undefined): RunResult | undefined {
  const json = name === undefined ? undefined : material.runs[name];
  return json && isRun(json) ? (json as unknown as RunResult) : undefined;
}

/** The runs of several names that have been made. */
export function runsOf(material: FigureMaterial, names: readonly string[]): readonly (readonly [string, RunResult])[] {
  return names.flatMap(name => {
    const run = runOf(material, name);
    return run ? [[name, run] as const] : [];
  });
}

/** Tell whether JSON is the result of running a whole pipeline, and not of another action. */
export function isRun(json: ResultJson): boolean {
  return json.format === 1 && 'metrics' in json && 'steps' in json && 'pipeline' in json;
}

const names: {readonly [run: string]: string} = {result: 'this run', before: 'before'};

/** A run's name as a legend shows it. */
export function sayRun(name: string): string {
  return names[name] ?? name.replaceAll(/[-_]/g, ' ');
}

/** A setting's or a metric's name as a title shows it: `roc auc`. */
export function sayName(name: string): string {
  return name.replaceAll('_', ' ');
}
