import {bins} from './features/bins.ts';
import {create} from './features/create.ts';
import {pca} from './features/pca.ts';
import {polynomial} from './features/polynomial.ts';
import {select} from './features/select.ts';
import {encode} from './preprocessing/encode.ts';
import {impute} from './preprocessing/impute.ts';
import {outliers} from './preprocessing/outliers.ts';
import {scale} from './preprocessing/scale.ts';
import type {TransformKind} from './stage.ts';

/**
 * Every step that is fitted on the training rows, in the order in which they work. Features are created from whole,
 * still unscaled columns, and so come between filling gaps and scaling.
 */
export const transformKinds: readonly TransformKind[] = [
  impute,
  outliers,
  create,
  bins,
  encode,
  scale,
  polynomial,
  select,
  pca,
];
