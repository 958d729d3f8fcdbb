import type {PipelineColumns} from '../columns.ts';
import type {ExportedRun} from '../exported-run.ts';
import {pythonCall, pythonList} from '../python/layout.ts';
import {pythonString} from '../python/literal.ts';
import type {SparkNames} from './names.ts';

/** The names of the columns and the spellings of a gap: the head of the script. */
export function constantsSection(
  {columns: loaded, source, spec, artifact}: ExportedRun,
  columns: PipelineColumns,
  names: SparkNames,
): string {
  const words = (name: string, list: readonly string[]) =>
    `${name} = ${pythonList(list.map(pythonString), `${name} = `)}`;
  const renamed = loaded.filter(({name}) => names(name) !== name);
  const pairs = renamed.map(({name}) => `${pythonString(name)}: ${pythonString(names(name))}`);
  return [
    `NAME = ${pythonString(spec.name)}`,
    `TARGET = ${pythonString(names(artifact.target))}`,
    words('NUMBERS', columns.numbers.map(names)),
    words('WORDS', columns.words.map(names)),
    words(
      'MISSING',
      spec.ingestion.missing.map(token => token.trim()),
    ),
    ...(source.header ? [words('HEADER', source.header)] : []),
    ...(pairs.length > 0
      ? ['# Names that Spark would read as something else.', `RENAMED = ${pythonList(pairs, 'RENAMED = ', ['{', '}'])}`]
      : []),
  ].join('\n');
}

/** The function that reads the table with the types that the run resolved. */
export function loadSection(run: ExportedRun, columns: PipelineColumns, names: SparkNames): string {
  const {source, spec, columns: loaded, artifact} = run;
  const {drop, limit, decimal} = spec.ingestion;
  const isRenamed = loaded.some(({name}) => names(name) !== name);
  const given = [
    'path',
    'header=True',
    ...(source.delimiter === ',' ? [] : [`sep=${pythonString(source.delimiter)}`]),
    ...(source.encoding === 'utf-8' ? [] : [`encoding=${pythonString(source.encoding)}`]),
    `escape='"'`,
    'multiLine=True',
    ...(source.brokenLines.length > 0 ? ["mode='DROPMALFORMED'"] : []),
  ];
  const others = loaded.filter(
    ({name, type}) => type === 'number' && !columns.numbers.includes(name) && !isClass(name, run),
  );
  const numbers =
    others.length === 0 ? 'NUMBERS' : `[*NUMBERS, ${others.map(({name}) => pythonString(names(name))).join(', ')}]`;
  const text = decimal === ',' ? "F.regexp_replace(F.trim(name), ',', '.')" : 'F.trim(name)';
  const lines = [
    `data = ${pythonCall('spark.read.csv', given, 11).replaceAll('\n', '\n    ')}`,
    ...(source.header ? ['data = data.toDF(*HEADER)'] : []),
    ...(drop.length > 0 ? [`data = data.drop(${drop.map(pythonString).join(', ')})`] : []),
    ...(isRenamed ? ['data = data.toDF(*[RENAMED.get(name, name) for name in data.columns])'] : []),
    ...(limit === null ? [] : [`data = data.limit(${limit})`]),
    'data = data.select(',
    '    *[F.when(~F.trim(name).isin(MISSING), F.col(name)).alias(name) for name in data.columns]',
    ')',
    `data = data.withColumns({name: ${text}.cast('double') for name in ${numbers}})`,
    ...(spec.preprocessing.duplicates === 'drop' ? [dropDuplicates(run, names)] : []),
    artifact.task === 'regression'
      ? "return data.withColumn('label', F.col(TARGET)).dropna(subset=[TARGET])"
      : 'return data.dropna(subset=[TARGET])',
  ];
  return `def load(spark, path):\n    """Read the table. Types are written out as the run found them."""\n${lines.map(line => `    ${line}`).join('\n')}`;
}

function isClass(name: string, {artifact}: ExportedRun): boolean {
  return name === artifact.target && artifact.task === 'classification';
}

function dropDuplicates({spec}: ExportedRun, names: SparkNames): string {
  const {column} = spec.split;
  if (column === null) return 'data = data.dropDuplicates()';
  return `data = data.dropDuplicates([name for name in data.columns if name != ${pythonString(names(column))}])`;
}
