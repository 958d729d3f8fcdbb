/** A named column of numbers. */
export type Feature = {readonly name: string; readonly values: Float64Array};

/**
 * Every column, then every square and product of two.
 *
 *     a, b  →  a, b, a^2, a b, b^2
 *
 * @param features - p columns of n values.
 * @returns p + p(p + 1)/2 columns of n values; the first p are the given ones. A gap stays a gap.
 * @see sklearn.preprocessing.PolynomialFeatures(degree=2, include_bias=False), with its order and names.
 */
export function expandPolynomial(features: readonly Feature[]): readonly Feature[] {
  const products = features.flatMap((left, index) => features.slice(index).map(right => multiply(left, right)));
  return [...features, ...products];
}

function multiply(left: Feature, right: Feature): Feature {
  return {
    name: left === right ? `${left.name}^2` : `${left.name} ${right.name}`,
    values: left.values.map((value, row) => value * right.values[row]!),
  };
}
