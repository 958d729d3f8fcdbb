/** What danfojs-node needs of a tensor: 0, 1 or 2 dimensions, computed at once, in float64. */

class Tensor {
  /**
   * @param {number[]} values row after row
   * @param {number[]} shape [] one number, [n] a list, [rows, columns] a table
   */
  constructor(values, shape, dtype = 'float32') {
    this.values = values;
    this.shape = shape;
    this.dtype = dtype;
    this.rank = shape.length;
    this.size = values.length;
  }

  arraySync() {
    if (this.rank === 0) return this.values[0];
    if (this.rank === 1) return [...this.values];
    const [rows, columns] = this.shape;
    return Array.from({length: rows}, (_, row) => this.values.slice(row * columns, (row + 1) * columns));
  }

  clone() {
    return new Tensor([...this.values], [...this.shape], this.dtype);
  }

  sqrt() {
    return new Tensor(this.values.map(Math.sqrt), this.shape, this.dtype);
  }

  transpose() {
    const [rows, columns] = this.shape;
    const turned = Array.from({length: this.size}, (_, index) => {
      return this.values[(index % rows) * columns + Math.floor(index / rows)];
    });
    return new Tensor(turned, [columns, rows], this.dtype);
  }

  /** Bring every column (`axis` 0), every row (1) or, without an axis, the whole to one number. */
  reduce(axis, toOne) {
    if (axis === undefined || this.rank < 2) return new Tensor([toOne(this.values)], []);
    const lists = axis === 0 ? this.transpose().arraySync() : this.arraySync();
    return new Tensor(lists.map(toOne), [lists.length]);
  }

  /** Combine with another tensor cell by cell; a dimension of 1 is repeated to fit. */
  combine(other, operation, dtype = this.dtype) {
    const right = other instanceof Tensor ? other : new Tensor([Number(other)], []);
    const rank = Math.max(this.rank, right.rank);
    const [leftRows, leftColumns] = asTable(this);
    const [rightRows, rightColumns] = asTable(right);
    if (!fits(leftRows, rightRows) || !fits(leftColumns, rightColumns)) {
      throw new Error(`Operands could not be broadcast together with shapes ${this.shape} and ${right.shape}.`);
    }
    const [rows, columns] = [spread(leftRows, rightRows), spread(leftColumns, rightColumns)];
    const values = Array.from({length: rows * columns}, (_, index) => {
      const [row, column] = [Math.floor(index / columns), index % columns];
      return operation(
        cell(this, leftRows, leftColumns, row, column),
        cell(right, rightRows, rightColumns, row, column),
      );
    });
    return new Tensor(values, [rows, columns].slice(2 - rank), dtype);
  }
}

function asTable({shape}) {
  return [1, 1, ...shape].slice(-2);
}

function fits(left, right) {
  return left === right || left === 1 || right === 1;
}

function spread(left, right) {
  return left === 1 ? right : left;
}

function cell(tensor, rows, columns, row, column) {
  return tensor.values[(rows === 1 ? 0 : row) * columns + (columns === 1 ? 0 : column)];
}

module.exports = {Tensor};
