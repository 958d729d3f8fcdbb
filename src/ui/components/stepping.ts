/** The next number in a direction, within bounds, without the dust of binary fractions. */
export function stepNumber(
  value: number,
  direction: 1 | -1,
  {
    min = Number.NEGATIVE_INFINITY,
    max = Number.POSITIVE_INFINITY,
    step = 1,
  }: {min?: number; max?: number; step?: number},
): number {
  const next = Number((value + direction * step).toPrecision(12));
  return Math.min(max, Math.max(min, next));
}

/** The next of several choices in a direction; it stops at both ends. An unknown value counts as before the first. */
export function stepChoice<T>(value: T, direction: 1 | -1, choices: readonly T[]): T {
  const index = choices.indexOf(value) + direction;
  return choices[Math.max(0, Math.min(index, choices.length - 1))] ?? value;
}
