/** The named operations of a tensor, added to the class as methods. */
const {Tensor} = require('./tensor.cjs');

const arithmetic = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
  pow: (a, b) => a ** b,
  divNoNan: (a, b) => (b === 0 ? 0 : a / b),
  // As in Python, the remainder has the sign of the divisor.
  mod: (a, b) => (a % b !== 0 && a % b < 0 !== b < 0 ? (a % b) + b : a % b),
};

const comparisons = {
  greater: (a, b) => a > b,
  less: (a, b) => a < b,
  greaterEqual: (a, b) => a >= b,
  lessEqual: (a, b) => a <= b,
  equal: (a, b) => a === b,
  notEqual: (a, b) => a !== b,
};

const reductions = {
  max: values => values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY),
  min: values => values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY),
  mean: values => values.reduce((total, value) => total + value, 0) / values.length,
  argMax: values => values.reduce((best, value, index) => (value > values[best] ? index : best), 0),
  argMin: values => values.reduce((best, value, index) => (value < values[best] ? index : best), 0),
};

for (const [name, operation] of Object.entries(arithmetic)) {
  Tensor.prototype[name] = function (other) {
    return this.combine(other, operation);
  };
}
for (const [name, test] of Object.entries(comparisons)) {
  Tensor.prototype[name] = function (other) {
    return this.combine(other, (a, b) => Number(test(a, b)), 'bool');
  };
}
for (const [name, toOne] of Object.entries(reductions)) {
  Tensor.prototype[name] = function (axis) {
    return this.reduce(axis, toOne);
  };
}

/** Mean and variance (divisor n) along an axis. */
function moments(tensor, axis) {
  const {mean} = reductions;
  const variance = values => mean(values.map(value => (value - mean(values)) ** 2));
  return {mean: tensor.reduce(axis, mean), variance: tensor.reduce(axis, variance)};
}

module.exports = {Tensor, moments};
