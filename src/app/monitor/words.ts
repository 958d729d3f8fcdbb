import {movesByItself} from '../../stages/monitoring/column-drift.ts';
import {fewestRows} from '../../stages/monitoring/reference.ts';
import {count, say} from '../../stages/words.ts';
import type {MonitoredBatch, MonitoredColumn} from './view-batch.ts';

type Told = Omit<MonitoredBatch, 'words'>;

/** How many drifted columns are told one by one. */
const columnsTold = 3;

/** A batch in a few sentences: whether it fits, what drifted, how well the model does, what was done about it. */
export function sayBatch(batch: Told): string {
  if (batch.past) return 'Not judged: it came before the model did.';
  if (batch.problem !== null) return `It cannot be used: ${batch.problem}`;
  return [sayRows(batch), sayDrift(batch), sayLabels(batch), sayAction(batch)].filter(part => part !== '').join(' ');
}

function sayRows({rows, refused_rows, known_rows, extra_columns}: Told): string {
  if (rows === 0) return 'The batch is empty.';
  return [
    refused_rows > 0 ? `${count(refused_rows, 'row')} of ${rows} could not be used.` : '',
    known_rows > 0 ? `Of ${count(rows, 'row')} the ${rows - known_rows} that the model had not seen are judged.` : '',
    extra_columns.length > 0 ? `New and not used: ${extra_columns.join(', ')}.` : '',
  ]
    .filter(part => part !== '')
    .join(' ');
}

function sayDrift({tests, rows, refused_rows, known_rows, columns, answers, drifted}: Told): string {
  if (tests === 0) {
    const judged = rows - refused_rows - known_rows;
    if (judged >= fewestRows) return 'There is no column that could be compared.';
    return rows === 0
      ? ''
      : `${count(judged, 'row')} ${judged === 1 ? 'is' : 'are'} too few to tell (${fewestRows} at least).`;
  }
  const moved = columns.filter(column => column.drifted);
  const fresh = columns.filter(({new_levels}) => new_levels.length > 0).map(sayNewLevels);
  const told = moved.slice(0, columnsTold).map(sayColumn).join('; ');
  const more =
    moved.length > columnsTold
      ? `; and ${moved
          .slice(columnsTold)
          .map(({column}) => column)
          .join(', ')}`
      : '';
  const drift =
    moved.length === 0
      ? answers?.drifted
        ? `The answers of the model drift, though no column does alone.${sayClocks(columns)}`
        : 'No drift.'
      : `Drift in ${count(drifted.length, 'column')}: ${told}${more}.`;
  return [drift, ...fresh].join(' ');
}

/** A model that learned from a month or a running number is asked about values that it never saw. */
function sayClocks(columns: readonly MonitoredColumn[]): string {
  const clocks = columns.filter(({not_tested}) => not_tested === movesByItself).map(({column}) => column);
  if (clocks.length === 0) return '';
  return ` It learned from ${clocks.join(' and ')}, and that moves on by itself: leave it out with ingestion.drop.`;
}

function sayColumn({column, shift, gaps, p}: MonitoredColumn): string {
  const isGap = gaps !== null && (p === null || gaps.p < p);
  if (isGap) return `${column} (empty in ${percent(gaps.current)} of the rows, before in ${percent(gaps.reference)})`;
  return shift === null ? column : `${column} (${shift})`;
}

function sayNewLevels({column, new_levels}: MonitoredColumn): string {
  const told = new_levels.slice(0, columnsTold).map(({level, rows}) => `"${level}" ${rows}×`);
  const more = new_levels.length > columnsTold ? ' and more' : '';
  return `New in ${column}: ${told.join(', ')}${more}.`;
}

function sayLabels({labels, labelled, strange_labels, rows, tests}: Told): string {
  const strange =
    strange_labels.length > 0
      ? `Labels that are no class of the model: ${strange_labels.slice(0, 3).join(', ')}. `
      : '';
  if (labels === null) {
    if (rows === 0 || tests === 0) return strange;
    return `${strange}${labelled === 0 ? 'Without labels nobody knows how good the answers are.' : ''}`;
  }
  const {metric, value, reference, dropped, known_at} = labels;
  const when = known_at === null ? 'known after the last of these batches' : `known with ${known_at}`;
  const worse = dropped
    ? `worse than on its test rows (${say(reference)}) by more than chance`
    : `on its test rows ${say(reference)}`;
  return `${strange}${metric} ${say(value)}, ${worse}; ${when}.`;
}

function sayAction({retraining, decision}: Told): string {
  if (retraining) {
    const from = `Trained again on ${count(retraining.rows, 'row')} of ${retraining.batches.join(' and ')}, because ${decision}.`;
    return retraining.version === null
      ? `Not trained again, though ${decision}: ${retraining.words}`
      : `${from} ${retraining.words}`;
  }
  return decision === '' ? '' : `${decision[0]!.toUpperCase()}${decision.slice(1)}.`;
}

function percent(share: number): string {
  return `${say(Math.round(share * 1000) / 10)}%`;
}
