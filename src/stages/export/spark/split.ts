import {cannotExport} from '../cannot-export.ts';
import type {ExportedRun} from '../exported-run.ts';
import {pythonString} from '../python/literal.ts';
import type {SparkNames} from './names.ts';

/**
 * The function that divides the rows anew, by the same rule as the run.
 *
 * @throws {KnownError} `bad_setting` for a split by time that no date or number tells.
 */
export function splitSection(run: ExportedRun, names: SparkNames): string {
  const lines = rules[run.split.method](run, names).map(line => `    ${line}`);
  const what = 'Divide the rows by the rule of the run; which rows they are is drawn anew.';
  return `def split(data):\n    """${what}"""\n${lines.join('\n')}`;
}

type Rule = (run: ExportedRun, names: SparkNames) => readonly string[];

const rules: {readonly [M in ExportedRun['split']['method']]: Rule} = {
  column: ({spec}, names) => byTest(`${columnOf(spec.split.column!, names)} == 'test'`),
  group: ({spec}, names) => {
    const hash = `F.xxhash64(${columnOf(spec.split.group!, names)}, F.lit(${spec.seed}))`;
    return byTest(`F.pmod(${hash}, F.lit(10000)) < ${Math.round(spec.split.test_size * 10_000)}`);
  },
  time: timeLines,
  random: run => [`return data.randomSplit(${shares(run)}, seed=${run.spec.seed})`],
  stratified: run => [
    'classes = sorted(row[0] for row in data.select(TARGET).distinct().collect())',
    'of_class = [data.where(F.col(TARGET) == name) for name in classes]',
    `pairs = [rows.randomSplit(${shares(run)}, seed=${run.spec.seed}) for rows in of_class]`,
    'return [reduce(lambda a, b: a.unionByName(b), parts) for parts in zip(*pairs)]',
  ],
};

function byTest(test: string): readonly string[] {
  return [`is_test = ${test}`, 'return data.where(~is_test), data.where(is_test)'];
}

function timeLines({columns, spec}: ExportedRun, names: SparkNames): readonly string[] {
  const {time, test_size: share} = spec.split;
  const {type} = columns.find(({name}) => name === time)!;
  if (type !== 'number' && type !== 'date') {
    throw cannotExport('split.time', 'Spark ML', 'Split by a column of dates or numbers, or by `split.column`.');
  }
  const column = columnOf(time!, names);
  const clock = type === 'number' ? column : `F.unix_timestamp(F.to_date(F.substring(${column}, 1, 10)))`;
  return [
    `data = data.withColumn('time', ${clock}.cast('double'))`,
    `(cut,) = data.approxQuantile('time', [${rest(share)}], 0.001)`,
    "is_test = F.col('time') > cut",
    "return data.where(~is_test).drop('time'), data.where(is_test).drop('time')",
  ];
}

function columnOf(name: string, names: SparkNames): string {
  return `F.col(${pythonString(names(name))})`;
}

function shares({spec}: ExportedRun): string {
  return `[${rest(spec.split.test_size)}, ${spec.split.test_size}]`;
}

function rest(share: number): number {
  return Number((1 - share).toPrecision(12));
}
