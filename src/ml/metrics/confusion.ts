/** How often each class (row: the actual one) was taken for each class (column: the predicted one). */
export type Confusion = {
  readonly labels: readonly string[];
  readonly matrix: ReadonlyArray<readonly number[]>;
};

/**
 * Count how often each class was taken for which.
 *
 * @param actual - n class codes, the place of each row's class in `labels`. @param predicted - n codes.
 * @returns K × K counts that sum to n; the diagonal is what was right.
 * @see sklearn.metrics.confusion_matrix
 */
export function countConfusion(actual: Int32Array, predicted: Int32Array, labels: readonly string[]): Confusion {
  const matrix = labels.map(() => labels.map(() => 0));
  for (let row = 0; row < actual.length; row++) matrix[actual[row]!]![predicted[row]!]!++;
  return {labels, matrix};
}

/** What became of one class. `actual` rows were of it, `predicted` rows were said to be, `hits` were both. */
export type ClassCounts = {
  readonly label: string;
  readonly hits: number;
  readonly actual: number;
  readonly predicted: number;
};

/** The counts of every class, in the order of the labels. */
export function countClasses({labels, matrix}: Confusion): readonly ClassCounts[] {
  return labels.map((label, code) => ({
    label,
    hits: matrix[code]![code]!,
    actual: total(matrix[code]!),
    predicted: total(matrix.map(row => row[code]!)),
  }));
}

/** The sum of some numbers. */
export function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, value) => sum + value, 0);
}
