/** What has no value here, and why, as one plain sentence for a learner; never shown as 0 or NaN. */
export type Undefined = {readonly undefined: string};

/** The value of a metric, or why it has none. */
export type Score = number | Undefined;

/** Say why there is no value. */
export function notDefined(reason: string): Undefined {
  return {undefined: reason};
}

/** Tell whether there is a value. */
export function isDefined<T>(value: T | Undefined): value is Exclude<T, Undefined> {
  return typeof value !== 'object' || value === null || !('undefined' in value);
}
