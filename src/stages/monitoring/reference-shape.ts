import {
  type Check,
  isFlag,
  isNumber,
  isOneOf,
  isText,
  isWhole,
  listOf,
  orNull,
  shape,
} from '../deployment/artifact-shape.ts';

const counts = {levels: listOf(isText), counts: listOf(isWhole)};

/** What each kind of column must hold besides its name. */
const kinds: {readonly [kind: string]: Check} = {
  numbers: shape({values: listOf(isNumber), ordered: isFlag}),
  levels: shape(counts),
  untested: shape({type: isOneOf('date', 'text')}),
};

const named = shape({name: isText, gaps: isWhole});
const answers: {readonly [kind: string]: Check} = {numbers: shape({values: listOf(isNumber)}), levels: shape(counts)};

/** Checks what an artifact that nobody vouches for says of the rows it learned from. */
export const checkReference: Check = shape({
  rows: isWhole,
  columns: listOf((column, path) => [...named(column, path), ...ofKind(kinds)(column, path)]),
  answers: ofKind(answers),
  score: orNull(shape({metric: isText, value: isNumber, error: isNumber, rows: isWhole})),
});

function ofKind(known: {readonly [kind: string]: Check}): Check {
  return (value, path) => {
    const kind = (value as {readonly kind?: unknown} | null)?.kind;
    const check = typeof kind === 'string' && Object.hasOwn(known, kind) ? known[kind] : undefined;
    return check ? check(value, path) : [`\`${path}.kind\` must be ${Object.keys(known).join(' or ')}`];
  };
}
