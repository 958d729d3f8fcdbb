import {isNumeric, type LevelColumn, type NumberColumn} from '../../data/table.ts';
import {KnownError} from '../../errors.ts';
import {applyBins, fitBins} from '../../ml/bins.ts';
import {map} from '../../ml/setting.ts';
import {withColumns} from '../rows.ts';
import {transformKind} from '../stage.ts';
import {count, say} from '../words.ts';

type BinsState = {readonly edges: {readonly [column: string]: readonly number[]}};

/** Cut a column of numbers into a few ranges of about equally many rows, so that a model may treat each on its own. */
export const bins = transformKind({
  id: 'features.bins',
  stage: 'features',
  version: 1,
  settings: {
    bins: map('Number columns to cut into ranges, and into how many: {age: 5}.', {sklearn: 'KBinsDiscretizer(n_bins)'}),
  },
  params: ({bins: wanted}) => (Object.keys(wanted).length === 0 ? null : {bins: wanted}),
  fit({table}, {bins: wanted}): BinsState {
    const edges = Object.entries(wanted).map(([name, parts]) => {
      const column = table.columns.find(candidate => candidate.name === name);
      if (!column || !isNumeric(column)) throw notNumbers(name, column !== undefined);
      return [name, fitBins(column.values, Number(parts))] as const;
    });
    return {edges: Object.fromEntries(edges)};
  },
  transform(rows, {edges}) {
    const columns = rows.table.columns.map(column => {
      const found = edges[column.name];
      return found && isNumeric(column) ? cut(column, found) : column;
    });
    return withColumns(rows, columns);
  },
  learned: ({edges}) =>
    Object.entries(edges).map(
      ([name, inner]) => `${name}: ${count(inner.length + 1, 'range')}, cut at ${inner.map(say).join(', ')}`,
    ),
  arithmetic: ({edges}, column, before, after) =>
    column in edges ? `${say(before[column])} lies in the range ${after[column]}` : undefined,
});

// The ranges are levels from here on; a leading number keeps them in order.
function cut(column: NumberColumn, edges: readonly number[]): LevelColumn {
  const digits = String(edges.length + 1).length;
  const levels = [...edges.keys(), edges.length].map(
    bin => `${String(bin + 1).padStart(digits, '0')}: ${rangeName(edges, bin)}`,
  );
  const codes = Int32Array.from(applyBins(column.values, edges), bin => (Number.isNaN(bin) ? -1 : bin));
  return {name: column.name, type: 'category', levels, codes};
}

function rangeName(edges: readonly number[], bin: number): string {
  if (edges.length === 0) return 'all';
  if (bin === 0) return `below ${say(edges[0])}`;
  return bin === edges.length ? `from ${say(edges[bin - 1])}` : `${say(edges[bin - 1])} to ${say(edges[bin])}`;
}

function notNumbers(name: string, isThere: boolean): KnownError {
  const message = isThere ? 'is not numbers' : 'is not there';
  return new KnownError('bad_column', `\`features.bins\` names \`${name}\`, which ${message}.`, {
    hint: 'Name columns of numbers, such as {age: 5}.',
    at: {name},
  });
}
