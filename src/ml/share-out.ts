/**
 * Share a number of seats among classes in proportion to their sizes, by largest remainder.
 *
 *     quota = seats · size / Σ sizes;   each class gets ⌊quota⌋, and the largest remainders one more
 *
 * Of equal remainders the larger class comes first, then the lower code. Afterwards a class with two members or more
 * gets a seat, and leaves a member without one, wherever another class can give or take one.
 *
 * @param sizes - one size per class. @param seats - at most Σ sizes.
 * @returns one number of seats per class, summing to `seats`.
 */
export function shareOut(sizes: readonly number[], seats: number): number[] {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const shares = sizes.map(size => Math.floor((seats * size) / total));
  const remainder = (code: number) => (seats * sizes[code]!) % total;
  const left = seats - shares.reduce((sum, share) => sum + share, 0);
  [...sizes.keys()]
    .sort((a, b) => remainder(b) - remainder(a) || sizes[b]! - sizes[a]! || a - b)
    .slice(0, left)
    .forEach(code => {
      shares[code]!++;
    });
  keepBothSides(sizes, shares);
  return shares;
}

function keepBothSides(sizes: readonly number[], shares: number[]): void {
  for (let code = 0; code < sizes.length; code++) {
    if (sizes[code]! < 2) continue;
    if (shares[code] === 0) move(shares, largest(shares, 1), code);
    else if (shares[code] === sizes[code]) {
      const unseated = sizes.map((size, other) => size - shares[other]!);
      move(shares, code, largest(unseated, 1));
    }
  }
}

function move(shares: number[], from: number, to: number): void {
  if (from < 0 || to < 0) return;
  shares[from]!--;
  shares[to]!++;
}

// The place of the largest number above `least`, the first of several; −1 where there is none.
function largest(numbers: readonly number[], least: number): number {
  const most = Math.max(...numbers);
  return most > least ? numbers.indexOf(most) : -1;
}
