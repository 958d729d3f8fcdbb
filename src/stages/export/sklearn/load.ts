import type {PipelineColumns} from '../columns.ts';
import type {ExportedRun} from '../exported-run.ts';
import type {FittedSteps} from '../fitted-steps.ts';
import {pythonCall, pythonList} from '../python/layout.ts';
import {pythonString, pythonValue} from '../python/literal.ts';

/** The names of the file, its columns and the spellings of a gap: the head of the script. */
export function constantsSection(
  {source, spec, artifact}: ExportedRun,
  columns: PipelineColumns,
  {created}: FittedSteps,
): string {
  const {file, beside, header, brokenLines} = source;
  const {missing, decimal, types} = spec.ingestion;
  const list = (name: string, items: readonly string[]) => `${name} = ${pythonList(items, `${name} = `)}`;
  const words = (name: string, texts: readonly string[]) => list(name, texts.map(pythonString));
  return [
    `DATA = ${beside ? `Path(__file__).with_name(${pythonString(file)})` : pythonString(file)}`,
    `TARGET = ${pythonString(artifact.target)}`,
    ...(artifact.positive === null ? [] : [`POSITIVE = ${pythonString(artifact.positive)}`]),
    ...(header ? [words('HEADER', header)] : []),
    words('NUMBERS', columns.numbers),
    ...(columns.words.length > 0 ? [words('WORDS', columns.words)] : []),
    // Only expressions read dates and free text.
    ...(created.length > 0 && columns.others.length > 0 ? [words('OTHERS', columns.others)] : []),
    words(
      'MISSING',
      missing.map(token => token.trim()),
    ),
    ...(Object.values(types).includes('number') ? [plainNumber(decimal)] : []),
    ...(brokenLines.length > 0 ? [list('BROKEN_LINES', brokenLines.map(String))] : []),
  ].join('\n');
}

/** The function that reads the table with the types that the run resolved. */
export function loadSection(run: ExportedRun, columns: PipelineColumns): string {
  const {spec, source} = run;
  const lines = [
    '"""Read the table. Types are written out as the run found them, so that nothing is guessed."""',
    ...(source.brokenLines.length > 0 ? readWithoutBrokenLines(run) : [`table = ${readCsv('path', run)}`]),
    ...(spec.ingestion.drop.length > 0 ? [`table = table.drop(columns=${pythonValue(spec.ingestion.drop)})`] : []),
    'table = table.mask(table.apply(lambda column: column.str.strip().isin(MISSING)))',
    ...convertNumbers(run, columns),
    ...dropDuplicates(run),
  ];
  return `def load(path):\n${lines.map(line => `    ${line}`).join('\n')}\n    return table`;
}

function plainNumber(mark: string): string {
  const point = mark === ',' ? ',' : '[.]';
  return `PLAIN_NUMBER = r'[+-]?(?:(?:0|[1-9][0-9]*)(?:${point}[0-9]*)?|${point}[0-9]+)(?:[eE][+-]?[0-9]+)?'`;
}

function readCsv(from: string, {source, spec}: ExportedRun): string {
  const {header, delimiter, encoding, brokenLines} = source;
  const given = [
    from,
    ...(delimiter === ',' ? [] : [`sep=${pythonString(delimiter)}`]),
    ...(header ? ['header=0', 'names=HEADER'] : []),
    'dtype=str',
    'keep_default_na=False',
    ...(spec.ingestion.limit === null ? [] : [`nrows=${spec.ingestion.limit}`]),
    ...(encoding === 'utf-8' || brokenLines.length > 0 ? [] : [`encoding=${pythonString(encoding)}`]),
  ];
  return pythonCall('pd.read_csv', given, 12).replaceAll('\n', '\n    ');
}

function readWithoutBrokenLines(run: ExportedRun): readonly string[] {
  return [
    '# These lines hold no whole row; the run left them out, too.',
    `with open(path, encoding=${pythonString(run.source.encoding)}, newline='') as file:`,
    '    lines = [line for number, line in enumerate(file, start=1) if number not in BROKEN_LINES]',
    `table = ${readCsv("io.StringIO(''.join(lines))", run)}`,
  ];
}

function convertNumbers({spec, columns: loaded, artifact}: ExportedRun, {numbers}: PipelineColumns) {
  const others = loaded.filter(({name, type}) => type === 'number' && !numbers.includes(name)).map(({name}) => name);
  const target = artifact.target;
  const isClass = others.includes(target) && artifact.task === 'classification';
  const strict = [...numbers, ...others].filter(name => spec.ingestion.types[name] === 'number');
  const all = others.length > 0 ? `[*NUMBERS, ${others.map(pythonString).join(', ')}]` : 'NUMBERS';
  const comma = spec.ingestion.decimal === ',' ? ".str.replace(',', '.')" : '';
  if (numbers.length === 0 && others.length === 0) return [];
  return [
    ...(strict.length > 0
      ? [
          '# What is no plain number in these columns, such as 007 or 0x10, is a gap.',
          `for column in ${pythonValue(strict)}:`,
          `    table[column] = table[column].where(table[column].str.strip().str.fullmatch(PLAIN_NUMBER, na=False))`,
        ]
      : []),
    comma
      ? `table[${all}] = table[${all}].apply(lambda column: column${comma}.astype(float))`
      : `table[${all}] = table[${all}].astype(float)`,
    ...(isClass ? [`table[TARGET] = table[TARGET].map(${classNames(artifact.classes)}, na_action='ignore')`] : []),
  ];
}

// A class is a word, also where the words are numbers.
function classNames(classes: readonly string[]): string {
  return classes.every(name => /^-?\d+$/.test(name))
    ? "'{:.0f}'.format"
    : "lambda value: np.format_float_positional(value, trim='-')";
}

function dropDuplicates({spec}: ExportedRun): readonly string[] {
  if (spec.preprocessing.duplicates !== 'drop') return [];
  const {column} = spec.split;
  const subset = column === null ? '' : `subset=[name for name in table if name != ${pythonString(column)}], `;
  return [`table = table.drop_duplicates(${subset}ignore_index=True)`];
}
