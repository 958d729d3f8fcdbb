import type {PipelineColumns} from '../columns.ts';
import type {ExportedRun} from '../exported-run.ts';
import type {FittedSteps} from '../fitted-steps.ts';
import {indentLines, pythonComment, pythonList} from '../python/layout.ts';
import {pythonString} from '../python/literal.ts';

/** A list of row numbers longer than this is written as a mark per row instead, six rows to a character. */
const longestList = 12_000;
const base64Width = 88;

/** The function that divides the rows as the run did. */
export function splitSection(run: ExportedRun, columns: PipelineColumns, steps: FittedSteps): string {
  const {column} = run.spec.split;
  const isByColumn = run.split.method === 'column';
  const lines = [
    `"""${isByColumn ? 'Divide the rows as their own column says.' : 'Divide the rows as the run did: its draw cannot be repeated here, so the script carries it.'}"""`,
    ...(isByColumn
      ? [`is_test = table[${pythonString(column!)}].eq('test')`]
      : [
          'if len(table) != ROWS:',
          "    sys.exit(f'The split is for {ROWS} rows, and this file has {len(table)}.')",
          carriesMarks(run) ? 'is_test = IS_TEST' : 'is_test = np.isin(np.arange(ROWS), TEST_ROWS)',
        ]),
    'is_known = table[TARGET].notna()',
    'train, test = table[is_known & ~is_test], table[is_known & is_test]',
    ...(steps.impute.strategy === 'drop_rows' ? dropRows(columns, steps) : []),
    `gone = ${isByColumn ? `[TARGET, ${pythonString(column!)}]` : '[TARGET]'}`,
    'return train.drop(columns=gone), test.drop(columns=gone), train[TARGET], test[TARGET]',
  ];
  return `def split(table):\n${indentLines(lines.join('\n'))}`;
}

function dropRows({words}: PipelineColumns, {impute}: FittedSteps): readonly string[] {
  const dropped = 'part.dropna(subset=NUMBERS)';
  if (words.length === 0) return [`train, test = [${dropped} for part in (train, test)]`];
  const fills =
    impute.wordStrategy === 'constant' ? "{name: 'missing_value' for name in WORDS}" : 'train[WORDS].mode().iloc[0]';
  return [
    '# Words are filled here and not in the pipeline: all training rows count, also those that go next.',
    `fills = ${fills}`,
    `train, test = [part.fillna(fills).dropna(subset=NUMBERS) for part in (train, test)]`,
  ];
}

/** The rows of the test as the run drew them; null where a column of the table says it. */
export function testRowsSection(run: ExportedRun): string | null {
  const {split, rows, spec} = run;
  if (split.method === 'column') return null;
  const how =
    split.method === 'time'
      ? `These rows are the latest by \`${spec.split.time}\`.`
      : `Which rows are the test, as seed ${spec.seed} drew them (${split.method}).`;
  const head = `${pythonComment(`${how} Rows are counted from 0${spec.preprocessing.duplicates === 'drop' ? ', without the repeated ones' : ''}.`)}\nROWS = ${rows}`;
  if (!carriesMarks(run)) return `${head}\nTEST_ROWS = ${pythonList(rowList(split.test), 'TEST_ROWS = ')}`;
  const marks = markRows(split.test, rows).match(new RegExp(`.{1,${base64Width}}`, 'g'))!;
  const text = marks.map(part => `    '${part}'`).join('\n');
  return `${head}\nIS_TEST = np.unpackbits(np.frombuffer(base64.b64decode(\n${text}\n), dtype=np.uint8), count=ROWS).astype(bool)`;
}

function carriesMarks({split}: ExportedRun): boolean {
  return rowList(split.test).join(', ').length > longestList;
}

/** Row numbers as Python has them in a list; three or more in a row as a range. */
function rowList(rows: Int32Array): readonly string[] {
  const items: string[] = [];
  for (let start = 0; start < rows.length; ) {
    let end = start + 1;
    while (end < rows.length && rows[end] === rows[end - 1]! + 1) end++;
    if (end - start > 4) items.push(`*range(${rows[start]}, ${rows[end - 1]! + 1})`);
    else for (let place = start; place < end; place++) items.push(String(rows[place]));
    start = end;
  }
  return items;
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** One bit per row, the highest first, in base64. */
function markRows(test: Int32Array, rows: number): string {
  const sixes = new Uint8Array(Math.ceil(rows / 24) * 4);
  for (const row of test) sixes[Math.floor(row / 6)]! |= 32 >> (row % 6);
  return Array.from(sixes, six => digits[six]!).join('');
}
