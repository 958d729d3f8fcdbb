import {driftOf, metricOf, policiesOf, policyTable} from '../app/figures-drift.ts';
import type {PolicyComparison} from '../app/monitor/compare-policies.ts';
import type {MonitorResult} from '../app/monitor/result.ts';
import type {MonitoredBatch} from '../app/monitor/view-batch.ts';
import {type ChartSize, formatChart, formatNumber, wrapWords} from '../charts/index.ts';
import type {CommandContext} from './command.ts';
import {formatColumns} from './text-table.ts';

type Look = Pick<CommandContext, 'width' | 'glyphs'>;

/** What was seen, a line for each batch, and what to do about it. */
export function formatMonitor(result: MonitorResult, look: Look): string {
  const {model, policy, metric, reference, simulated, notes} = result;
  const name = model.version === null ? model.name : `${model.name}@${model.version}`;
  const head = `${name} over ${result.batches.length} batches, policy ${policy}${simulated ? ', simulated: nothing is kept' : ''}`;
  const test = reference
    ? `On its ${reference.rows} test rows ${metric} was ${formatNumber(reference.value)} ± ${formatNumber(reference.error)}.`
    : `On its test rows ${metric} is not defined.`;
  const rows = result.batches.map(batch => [
    batch.name,
    String(batch.rows),
    signOf(batch),
    batch.score === null ? '–' : formatNumber(batch.score),
    batch.model,
    batch.action === 'none' ? '–' : batch.action,
    batch.words,
  ]);
  const header = ['batch', 'rows', 'alert', metric, 'model', 'action', 'what is seen'];
  const figure = metricOf(result, sizeOf(look));
  return [
    head,
    ...[test, ...notes].flatMap(line => wrapWords(line, look.width)),
    '',
    formatColumns(header, rows, look.width, ['left', 'right']),
    '',
    formatChart(driftOf(result, sizeOf(look))),
    ...(figure ? ['', formatChart(figure)] : []),
    '',
    ...wrapWords(sayNext(result), look.width),
  ].join('\n');
}

function signOf({alert, past, tests, problem}: MonitoredBatch): string {
  if (alert) return 'ALERT';
  return past || (tests === 0 && problem === null) ? '–' : 'no';
}

/** What a person does next. */
function sayNext({
  first_alert,
  first_drop,
  promotions,
  refusals,
  retrainings,
  in_use,
  model,
  policy,
  ...result
}: MonitorResult) {
  const trial = result.simulated ? ' Leave --simulate out to do it with your own model.' : '';
  if (promotions > 0) {
    const undo = result.simulated ? '' : ` \`models rollback ${model.name}\` goes back one version.`;
    return `→ ${in_use} answers now.${undo}${trial}`;
  }
  if (refusals > 0 || retrainings > 0) {
    return `→ ${in_use} stays in use: no new version got through the gates. Look at what the gates said above.${trial}`;
  }
  if (first_alert === null) return '→ Nothing to do: the new rows are like those the model learned from.';
  const drop = first_drop ? ` The labels of ${first_drop.batch} say that the model is worse.` : '';
  if (policy !== 'none') return `→ Look at ${first_alert}, the first alert.${drop}`;
  return `→ Look at ${first_alert}, the first alert.${drop} \`--policy drift --simulate\` shows what training again would give, \`--compare\` compares all policies.`;
}

/** Policies side by side. */
export function formatComparison(comparison: PolicyComparison, look: Look): string {
  const {model, batches, policies, floor, metric} = comparison;
  const {header, rows} = policyTable(comparison);
  const bad = floor === null ? '' : ` A batch counts as bad where ${metric} is worse than ${formatNumber(floor)}.`;
  return [
    ...wrapWords(
      `${model} over ${batches.length} batches it had not seen, once for each policy. Nothing is kept.${bad}`,
      look.width,
    ),
    '',
    formatColumns(header, rows, look.width),
    '',
    ...policies.flatMap(({policy, words}) => wrapWords(`${policy}: ${words}`, look.width)),
    '',
    formatChart(policiesOf(comparison, sizeOf(look))),
  ].join('\n');
}

function sizeOf({width, glyphs}: Look): ChartSize {
  return {width: Math.min(width, 80), height: 14, glyphs};
}
