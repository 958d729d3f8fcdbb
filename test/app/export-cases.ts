import {type Exported, type ExportTarget, exportPipeline} from '../../src/app/export-pipeline.ts';
import {readRequest} from '../../src/app/read-request.ts';
import type {Metrics} from '../../src/app/run-result.ts';
import {runSpec} from '../../src/app/run-spec.ts';
import {memoryPorts} from '../helpers/memory-ports.ts';

/** A pipeline to export: a bundled dataset or bytes of a CSV file, and its settings. */
export type ExportCase = {
  readonly title: string;
  readonly dataset?: string;
  readonly csv?: string | Uint8Array;
  /** The text of a JSON file instead. */
  readonly json?: string;
  readonly target?: string;
  readonly set?: readonly string[];
};

/** What a pipeline was exported as, and the metrics that the run itself has. */
export type CaseExported = Exported & {
  readonly metrics: Metrics;
  /** The CSV file that a script reads where it brings none itself. */
  readonly bytes: Uint8Array | undefined;
};

/** Run a case and export it. */
export async function exportCase(item: ExportCase, to: ExportTarget): Promise<CaseExported> {
  const {dataset, csv, json, target, set = []} = item;
  const file = csv ?? json;
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
  const format = json === undefined ? 'csv' : 'json';
  const ports = memoryPorts(bytes ? {readSource: async () => ({format, bytes, origin: `rows.${format}`})} : {});
  const source = json === undefined ? [] : ['ingestion.source=json', 'ingestion.path=rows.json'];
  const words = {dataset, csv: csv === undefined ? undefined : 'rows.csv', target, set: [...source, ...set]};
  const spec = await readRequest(words);
  const request = {spec, folder: '.'};
  const {metrics} = await runSpec(request, ports);
  const exported = await exportPipeline({...request, to, path: spec.ingestion.path}, ports);
  return {...exported, metrics: metrics.test, bytes: csv === undefined ? undefined : bytes};
}

/** The rows of a small table as CSV: two numbers, a word with gaps and an outcome that depends on them. */
export function smallCsv(names: readonly [string, string, string, string], rows = 80): string {
  const words = ['red', 'green', 'blue', ''];
  const quote = (name: string) => `"${name.replaceAll('"', '""')}"`;
  const lines = Array.from({length: rows}, (_, row) => {
    const [x, y] = [(row * 37) % 101, (row * 53) % 89];
    const outcome = x + y + (row % 7) * 9 > 115 ? 'yes' : 'no';
    return [x / 10, row % 11 === 3 ? '' : y, words[(row * 5 + (row % 3)) % 4], outcome].join(',');
  });
  return `${[names.map(quote).join(','), ...lines].join('\n')}\n`;
}
