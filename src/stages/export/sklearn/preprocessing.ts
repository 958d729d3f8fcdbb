import {type PipelineColumns, pipelineColumns} from '../columns.ts';
import type {ExportedRun} from '../exported-run.ts';
import type {FittedSteps} from '../fitted-steps.ts';
import {indentLines, pythonCall, pythonList} from '../python/layout.ts';
import {pythonString, pythonValue} from '../python/literal.ts';
import {columnInScript, createdSection} from './expression.ts';
import {transformers} from './transformers.ts';

const scalers = {
  standard: 'StandardScaler()',
  min_max: 'MinMaxScaler()',
  robust: 'RobustScaler()',
  none: null,
} as const;

/** The parts of the script that fill gaps, tame outliers, create columns, encode words and scale numbers. */
export function preprocessingSection({artifact}: ExportedRun, steps: FittedSteps): readonly string[] {
  const columns = pipelineColumns(artifact, steps);
  const isStaged = steps.created.length > 0 || Object.keys(steps.bins.edges).length > 0;
  const build = isStaged ? stagedBuild(columns, steps) : `return ${oneStage(columns, steps)}`;
  const {method, rareBelow} = steps.encode;
  return [
    ...(steps.outliers ? [transformers[steps.outliers.method]] : []),
    ...(steps.created.length > 0 ? [...createdSection(steps), transformers.create] : []),
    ...(Object.keys(steps.bins.edges).length > 0 ? [transformers.bins] : []),
    ...(method === 'ordinal' && rareBelow > 0 ? [transformers.rare] : []),
    `def build_preprocessing():\n${indentLines(build)}`,
  ];
}

/** One step that treats numbers and words side by side: all there is where no column is made of others. */
function oneStage(columns: PipelineColumns, steps: FittedSteps): string {
  return columnTransformer([
    branch('numbers', [...fillNumbers(steps), ...scaleNumbers(steps)], 'NUMBERS', columns.numbers),
    branch('words', [...fillWords(steps), ...encodeWords(steps)], 'WORDS', columns.words),
  ]);
}

/** Columns are made of whole, still unscaled columns, and so between filling gaps and scaling. */
function stagedBuild(columns: PipelineColumns, steps: FittedSteps): string {
  const fill = columnTransformer(
    [
      branch('numbers', fillNumbers(steps), 'NUMBERS', columns.numbers),
      branch('words', fillWords(steps), 'WORDS', columns.words),
      branch('others', [], 'OTHERS', steps.created.length > 0 ? columns.others : []),
    ],
    'verbose_feature_names_out=False',
  );
  const named = (names: readonly string[]) =>
    pythonList(names.map(name => pythonString(columnInScript(name, steps.impute.indicated))));
  const encode = columnTransformer([
    branch('numbers', scaleNumbers(steps), named(columns.scaled), columns.scaled),
    branch('words', encodeWords(steps), named(columns.encoded), columns.encoded),
  ]);
  const {wanted} = steps.bins;
  const made = [
    ...(steps.created.length > 0 ? ['AddColumns()'] : []),
    ...(Object.keys(wanted).length > 0 ? [`CutIntoBins(${binsWanted(wanted, steps.impute.indicated)})`] : []),
  ];
  return [
    `fill = ${fill}`,
    '# The steps between need columns with names and words, so this one hands on a table.',
    "fill.set_output(transform='pandas')",
    `encode = ${encode}`,
    `return ${pythonCall('make_pipeline', ['fill', ...made, 'encode'], 11)}`,
  ].join('\n');
}

function binsWanted(wanted: FittedSteps['bins']['wanted'], indicated: readonly string[]): string {
  return pythonValue(
    Object.fromEntries(Object.entries(wanted).map(([name, count]) => [columnInScript(name, indicated), Number(count)])),
  );
}

type Branch = {readonly name: string; readonly does: string; readonly columns: string} | null;

function branch(name: string, does: readonly string[], columns: string, list: readonly string[]): Branch {
  if (list.length === 0) return null;
  // What stands beside the call on its line: eight blanks, the name, the columns and the signs between them.
  const call = pythonCall('make_pipeline', does, 17 + name.length + columns.length);
  return {name, does: does.length === 0 ? "'passthrough'" : does.length === 1 ? does[0]! : call, columns};
}

function columnTransformer(branches: readonly Branch[], more = 'sparse_threshold=0'): string {
  const entries = branches
    .filter(entry => entry !== null)
    .map(({name, does, columns}) => pythonCall('', [`'${name}'`, does, columns], 9));
  return `ColumnTransformer([\n${entries.map(entry => `${indentLines(entry)},\n`).join('')}], ${more})`;
}

function fillNumbers({impute: {strategy, indicated}, outliers}: FittedSteps): readonly string[] {
  const given = [`strategy=${pythonString(strategy)}`, ...(indicated.length > 0 ? ['add_indicator=True'] : [])];
  return [
    // Rows with gaps left the table before.
    ...(strategy === 'drop_rows' ? [] : [`SimpleImputer(${given.join(', ')})`]),
    ...(outliers ? ['ClipOutliers()'] : []),
  ];
}

function scaleNumbers({scale, polynomial}: FittedSteps): readonly string[] {
  const scaler = scalers[scale.kind];
  return [...(scaler ? [scaler] : []), ...(polynomial ? ['PolynomialFeatures(degree=2, include_bias=False)'] : [])];
}

function fillWords({impute: {strategy, wordStrategy}}: FittedSteps): readonly string[] {
  if (strategy === 'drop_rows') return [];
  const more = wordStrategy === 'constant' ? ", fill_value='missing_value'" : '';
  return [`SimpleImputer(strategy=${pythonString(wordStrategy)}${more})`];
}

function encodeWords({encode: {method, rareBelow}}: FittedSteps): readonly string[] {
  // From 1 on it counts rows, and scikit-learn wants a whole number of them.
  const least = rareBelow < 1 ? rareBelow : Math.ceil(rareBelow);
  if (method === 'ordinal') {
    const encoder = "OrdinalEncoder(handle_unknown='use_encoded_value', unknown_value=-1)";
    return rareBelow > 0 ? [`GroupRare(min_frequency=${least})`, encoder] : [encoder];
  }
  return rareBelow > 0
    ? [`OneHotEncoder(handle_unknown='infrequent_if_exist', min_frequency=${least})`]
    : ["OneHotEncoder(handle_unknown='ignore')"];
}
