/** The five functions of mathjs that danfojs-node calls, on one list of numbers; same results, same errors. */

function numbersOf(args, name) {
  const values = Array.isArray(args[0]) ? args[0] : args;
  if (values.length === 0) throw new Error(`Cannot calculate ${name} of an empty array`);
  return values.map(toNumber);
}

function toNumber(value) {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value !== 'number') throw new TypeError(`Cannot convert "${value}" to a number`);
  return value;
}

function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}

function mean(...args) {
  const values = numbersOf(args, 'mean');
  return sum(values) / values.length;
}

function median(...args) {
  const values = numbersOf(args, 'median');
  if (values.some(Number.isNaN)) return Number.NaN;
  values.sort((a, b) => a - b);
  const middle = values.length >> 1;
  return values.length % 2 === 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

/** All of the commonest values, in the order in which they reach that count. */
function mode(...args) {
  const values = Array.isArray(args[0]) ? args[0] : args;
  if (values.length === 0) throw new Error('Cannot calculate mode of an empty array');
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return [...counts].filter(([, count]) => count === most).map(([value]) => value);
}

/** With the divisor n − 1; one value alone has 0. */
function variance(...args) {
  const values = numbersOf(args, 'variance');
  if (values.length === 1) return 0;
  const centre = sum(values) / values.length;
  return sum(values.map(value => (value - centre) ** 2)) / (values.length - 1);
}

function std(...args) {
  return Math.sqrt(variance(...args));
}

module.exports = {mean, median, mode, std, variance};
