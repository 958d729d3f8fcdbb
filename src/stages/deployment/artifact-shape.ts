/** Looks at one value of a document that nobody vouches for, and says what is wrong with it, with its path. */
export type Check = (value: unknown, path: string) => readonly string[];

const kind =
  (what: string, test: (value: unknown) => boolean): Check =>
  (value, path) =>
    test(value) ? [] : [`\`${path}\` must be ${what}`];

export const isText: Check = kind('text', value => typeof value === 'string');
export const isNumber: Check = kind('a number', Number.isFinite);
export const isFlag: Check = kind('true or false', value => typeof value === 'boolean');
export const isWhole: Check = kind('a whole number', Number.isInteger);
export const isPresent: Check = kind('there', value => value !== undefined);
export const isObject: Check = kind('an object', isMap);

/** One of a few values. */
export function isOneOf(...allowed: ReadonlyArray<string | number>): Check {
  return kind(allowed.join(' or '), value => (allowed as readonly unknown[]).includes(value));
}

/** `null`, or what the other check asks for. */
export function orNull(check: Check): Check {
  return (value, path) => (value === null ? [] : check(value, path));
}

/** Absent, or what the other check asks for. */
export function orAbsent(check: Check): Check {
  return (value, path) => (value === undefined ? [] : check(value, path));
}

/** A list whose every item passes. */
export function listOf(item: Check): Check {
  return (value, path) =>
    Array.isArray(value)
      ? value.flatMap((one, place) => item(one, `${path}[${place}]`))
      : [`\`${path}\` must be a list`];
}

/** A map from any names to values that pass. */
export function mapOf(item: Check): Check {
  return (value, path) =>
    isMap(value)
      ? Object.entries(value).flatMap(([name, one]) => item(one, `${path}.${name}`))
      : [`\`${path}\` must be an object`];
}

/** An object with these fields, and perhaps others that a later version added. */
export function shape(fields: {readonly [name: string]: Check}): Check {
  return (value, path) => {
    if (!isMap(value)) return [`\`${path || 'the document'}\` must be an object`];
    return Object.entries(fields).flatMap(([name, check]) =>
      check(Object.hasOwn(value, name) ? value[name] : undefined, path ? `${path}.${name}` : name),
    );
  };
}

function isMap(value: unknown): value is {readonly [name: string]: unknown} {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
