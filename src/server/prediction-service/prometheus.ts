import type {ServedModel} from '../../app/serve/live-model.ts';
import type {Counts} from './tally.ts';

/** What a process needs: memory in bytes, processor time in seconds; and when it began. */
export type ProcessFacts = {
  readonly memory: number;
  readonly heap: number;
  readonly cpuSeconds: number;
  readonly startedAt: Date;
};

/** What is known of recorded predictions. */
export type RecordingFacts = {readonly rows: number; readonly dropped: number};

export type Reading = {
  readonly counts: Counts;
  readonly model: ServedModel;
  readonly hasProblem: boolean;
  readonly process: ProcessFacts;
  readonly recording: RecordingFacts | null;
};

type Sample = readonly [labels: string, value: number];

/**
 * Write counts as Prometheus reads them.
 *
 * @see https://prometheus.io/docs/instrumenting/exposition_formats/
 */
export function prometheusText({counts, model, hasProblem, process, recording}: Reading): string {
  const {requests, rows, refused, warnings, latency} = counts;
  const byCode = [...warnings].map(([code, count]): Sample => [`code="${label(code)}"`, count]);
  return [
    family('mlpt_requests_total', 'counter', 'Requests by path and status.', [...requests]),
    family('mlpt_rows_total', 'counter', 'Rows that were predicted.', [['', rows]]),
    family('mlpt_refused_rows_total', 'counter', 'Rows that got no prediction.', [['', refused]]),
    family('mlpt_warnings_total', 'counter', 'What was odd about rows that were predicted.', byCode),
    histogram('mlpt_predict_seconds', 'How long requests for predictions took.', latency),
    family('mlpt_model_info', 'gauge', 'The version that answers now.', [[modelLabels(model), 1]]),
    family('mlpt_model_served_since_seconds', 'gauge', 'Since when it answers.', [['', seconds(model.since)]]),
    family('mlpt_model_problem', 'gauge', '1 while the version that should answer cannot.', [['', hasProblem ? 1 : 0]]),
    ...(recording ? recordingFamilies(recording) : []),
    family('process_resident_memory_bytes', 'gauge', 'Memory of the process.', [['', process.memory]]),
    family('nodejs_heap_size_used_bytes', 'gauge', 'Memory that JavaScript uses.', [['', process.heap]]),
    family('process_cpu_seconds_total', 'counter', 'Processor time of the process.', [['', process.cpuSeconds]]),
    family('process_start_time_seconds', 'gauge', 'When the process began.', [['', seconds(process.startedAt)]]),
  ].join('');
}

function recordingFamilies({rows, dropped}: RecordingFacts): readonly string[] {
  return [
    family('mlpt_recorded_rows_total', 'counter', 'Rows written for monitoring.', [['', rows]]),
    family('mlpt_unrecorded_rows_total', 'counter', 'Rows that could not be written.', [['', dropped]]),
  ];
}

function family(name: string, type: string, help: string, samples: readonly Sample[]): string {
  const lines = samples.map(([labels, value]) => `${name}${labels && `{${labels}}`} ${value}\n`);
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines.join('')}`;
}

function histogram(name: string, help: string, {upTo, sum, count}: Counts['latency']): string {
  const lines = [...upTo, ['+Inf', count] as const].map(([end, n]) => `${name}_bucket{le="${end}"} ${n}\n`);
  return `# HELP ${name} ${help}\n# TYPE ${name} histogram\n${lines.join('')}${name}_sum ${sum}\n${name}_count ${count}\n`;
}

function modelLabels({name, version}: ServedModel): string {
  return `name="${label(name)}",version="${version ?? ''}"`;
}

function label(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}

function seconds(time: Date): number {
  return time.getTime() / 1000;
}
