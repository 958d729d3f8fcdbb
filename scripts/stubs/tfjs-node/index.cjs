/** The part of TensorFlow.js that danfojs-node's DataFrame and Series call, in float64, without TensorFlow. */
const {Tensor, moments} = require('./operations.cjs');
const {dataArray} = require('./sample.cjs');

function scalar(value, dtype) {
  return new Tensor([Number(value)], [], dtype);
}

function tensor1d(values, dtype) {
  return new Tensor(Array.from(values, Number), [values.length], dtype);
}

/** @param {number[][] | number[]} rows the rows, or all values in one list together with their shape */
function tensor2d(rows, shape = [rows.length, rows[0]?.length ?? 0], dtype = undefined) {
  return new Tensor(rows.flat().map(Number), shape, dtype);
}

module.exports = {Tensor, scalar, tensor1d, tensor2d, moments, data: {array: dataArray}};
