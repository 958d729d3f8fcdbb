import {parseExpression} from '../../ml/expression/parse.ts';
import type {Expression} from '../../ml/expression/syntax.ts';
import type {Scale} from '../../ml/scale.ts';
import type {Artifact} from '../deployment/artifact.ts';
import {cannotExport} from './cannot-export.ts';

/** What the fitted steps were set to and what they learned, as far as another language needs it. */
export type FittedSteps = {
  readonly impute: {
    readonly strategy: 'median' | 'mean' | 'most_frequent' | 'constant' | 'drop_rows';
    readonly wordStrategy: 'most_frequent' | 'constant';
    readonly fills: {readonly [column: string]: number | string};
    readonly empty: readonly string[];
    readonly indicated: readonly string[];
  };
  readonly outliers: {
    readonly method: 'clip_iqr' | 'clip_z';
    readonly fences: {readonly [column: string]: {readonly low: number; readonly high: number}};
  } | null;
  readonly created: readonly CreatedColumn[];
  readonly bins: {
    readonly wanted: {readonly [column: string]: number};
    readonly edges: {readonly [column: string]: readonly number[]};
  };
  readonly encode: {
    readonly method: 'one_hot' | 'ordinal';
    readonly rareBelow: number;
    readonly maps: {readonly [column: string]: {readonly levels: readonly string[]; readonly rare: readonly string[]}};
  };
  readonly scale: {
    readonly kind: 'standard' | 'min_max' | 'robust' | 'none';
    readonly scales: {readonly [column: string]: Scale};
  };
  /** The columns that are squared and multiplied; null where none are. */
  readonly polynomial: readonly string[] | null;
  readonly select: SelectStep | null;
  readonly pca: {readonly mean: readonly number[]; readonly components: ReadonlyArray<readonly number[]>} | null;
};

/** A column made by an expression, and what stands where it has no value. */
export type CreatedColumn = {
  readonly name: string;
  readonly text: string;
  readonly ast: Expression;
  readonly fill: number;
};

/** How columns were selected, and which were. */
export type SelectStep = {
  readonly method: 'variance' | 'correlation' | 'k_best';
  readonly k: number;
  readonly score: 'f_test' | 'mutual_information';
  readonly variance_threshold: number;
  readonly correlation_limit: number;
  readonly kept: readonly string[];
  readonly dropped: ReadonlyArray<{readonly name: string}>;
};

const known = [
  'preprocessing.impute',
  'preprocessing.outliers',
  'features.create',
  'features.bins',
  'preprocessing.encode',
  'preprocessing.scale',
  'features.polynomial',
  'features.select',
  'features.pca',
];

/**
 * Read the fitted steps of an artifact.
 *
 * @throws {KnownError} `bad_setting` where it holds a step that no other language is known to have.
 */
export function readFittedSteps({transforms}: Pick<Artifact, 'transforms'>): FittedSteps {
  const strange = transforms.find(({id}) => !known.includes(id));
  if (strange) throw cannotExport(strange.id, 'an export', 'Leave the step out of the pipeline.');
  const find = (id: string) => transforms.find(transform => transform.id === id);
  const params = (id: string) => (find(id)?.params ?? {}) as Record<string, never>;
  const state = (id: string) => (find(id)?.state ?? {}) as Record<string, never>;
  const impute = params('preprocessing.impute');
  const encode = params('preprocessing.encode');
  const isThere = (id: string) => find(id) !== undefined;
  return {
    impute: {
      strategy: impute.impute_numeric!,
      wordStrategy: impute.impute_categorical!,
      ...(state('preprocessing.impute') as unknown as Omit<FittedSteps['impute'], 'strategy' | 'wordStrategy'>),
    },
    outliers: isThere('preprocessing.outliers')
      ? {method: params('preprocessing.outliers').outliers!, fences: state('preprocessing.outliers').fences!}
      : null,
    created: ((state('features.create').features ?? []) as readonly {text: string; fill: number}[]).map(created),
    bins: {
      wanted: (params('features.bins').bins ?? {}) as FittedSteps['bins']['wanted'],
      edges: (state('features.bins').edges ?? {}) as FittedSteps['bins']['edges'],
    },
    encode: {method: encode.encode!, rareBelow: encode.rare_below!, maps: state('preprocessing.encode').maps!},
    scale: state('preprocessing.scale') as unknown as FittedSteps['scale'],
    polynomial: state('features.polynomial').columns ?? null,
    select: isThere('features.select')
      ? ({...params('features.select'), ...state('features.select')} as unknown as SelectStep)
      : null,
    pca: isThere('features.pca') ? (state('features.pca') as unknown as FittedSteps['pca']) : null,
  };
}

function created({text, fill}: {readonly text: string; readonly fill: number}): CreatedColumn {
  const {name, ast} = parseExpression(text);
  return {name, text, ast, fill};
}
