/** The value of a function at `point`; writes its slope in every direction into `gradient`. */
export type Objective = (point: Float64Array, gradient: Float64Array) => number;

/** Divides slopes by how much a function curves, in place: what is left is a step towards its lowest point. */
export type Divider = (slopes: Float64Array) => void;

export type Minimum = {
  readonly point: Float64Array;
  /** The function's value at the start and after every iteration. */
  readonly values: readonly number[];
  readonly converged: boolean;
};

type Options = {
  readonly maxIterations: number;
  /** Arrived when no slope is steeper than this. */
  readonly tolerance: number;
  /** Makes a guess of the curvature around a point; it is asked again every few iterations. */
  readonly curvatureAt: (point: Float64Array) => Divider;
  readonly onIteration: (iteration: number) => void;
};

type Place = {readonly point: Float64Array; readonly gradient: Float64Array; readonly value: number};
/** One remembered move. */
type Move = {
  readonly moved: Float64Array;
  /** How the slopes changed on the way. */
  readonly changed: Float64Array;
  /** 1 / (moved · changed). */
  readonly scale: number;
};

const MEMORY = 10;
// Iterations between two guesses of the curvature, which cost several iterations each.
const RENEW = 6;

/**
 * Find the lowest point of a smooth convex function, starting from 0.
 *
 * Each iteration walks along −H·g, where g are the slopes and H is a guess of the inverse curvature, corrected by what
 * the last 10 moves showed.
 *
 * @see D. C. Liu and J. Nocedal, "On the limited memory BFGS method for large scale optimization", 1989.
 */
export function minimise(objective: Objective, size: number, options: Options): Minimum {
  let here = placeAt(objective, new Float64Array(size));
  let moves: readonly Move[] = [];
  const values = [here.value];
  let divide: Divider = () => {};
  for (let iteration = 1; iteration <= options.maxIterations; iteration++) {
    if (steepest(here.gradient) <= options.tolerance) return {point: here.point, values, converged: true};
    if (iteration % RENEW === 1) divide = options.curvatureAt(here.point);
    const next = walk(objective, here, directionFrom(here.gradient, moves, divide));
    // No step goes lower: this is as low as double precision can tell.
    if (next === undefined) return {point: here.point, values, converged: true};
    moves = remember(moves, here, next);
    here = next;
    values.push(here.value);
    options.onIteration(iteration);
  }
  return {point: here.point, values, converged: steepest(here.gradient) <= options.tolerance};
}

function placeAt(objective: Objective, point: Float64Array): Place {
  const gradient = new Float64Array(point.length);
  return {point, gradient, value: objective(point, gradient)};
}

function steepest(gradient: Float64Array): number {
  return gradient.reduce((most, slope) => Math.max(most, Math.abs(slope)), 0);
}

function directionFrom(gradient: Float64Array, moves: readonly Move[], divide: Divider): Float64Array {
  const direction = gradient.map(slope => -slope);
  const shares: number[] = [];
  for (const {moved, changed, scale} of moves.toReversed()) {
    const share = scale * dot(moved, direction);
    shares.unshift(share);
    addScaled(direction, changed, -share);
  }
  divide(direction);
  const last = moves.at(-1);
  if (last) correctLength(direction, last, divide);
  moves.forEach(({moved, changed, scale}, index) => {
    addScaled(direction, moved, shares[index]! - scale * dot(changed, direction));
  });
  return direction;
}

/** Stretch a guessed direction by as much as the last move was longer than the same guess would have it. */
function correctLength(direction: Float64Array, {changed, scale}: Move, divide: Divider): void {
  const guess = changed.slice();
  divide(guess);
  const stretch = 1 / (scale * dot(changed, guess));
  for (let index = 0; index < direction.length; index++) direction[index]! *= stretch;
}

/**
 * Choose how far to walk: far enough that the slope flattens, not so far that the value rises (the weak Wolfe
 * conditions, found by doubling and halving).
 *
 * @see A. S. Lewis and M. L. Overton, "Nonsmooth optimization via quasi-Newton methods", 2013, algorithm 2.6.
 */
function walk(objective: Objective, from: Place, direction: Float64Array): Place | undefined {
  const slope = dot(from.gradient, direction);
  let [step, low, high] = [1, 0, Infinity];
  for (let attempt = 0; attempt < 40; attempt++) {
    const point = from.point.slice();
    addScaled(point, direction, step);
    const there = placeAt(objective, point);
    if (!(there.value < from.value && there.value <= from.value + 1e-4 * step * slope)) high = step;
    else if (dot(there.gradient, direction) < 0.9 * slope) low = step;
    else return there;
    step = high === Infinity ? 2 * low : (low + high) / 2;
  }
  return undefined;
}

function remember(moves: readonly Move[], from: Place, to: Place): readonly Move[] {
  const moved = to.point.map((value, index) => value - from.point[index]!);
  const changed = to.gradient.map((slope, index) => slope - from.gradient[index]!);
  const curvature = dot(moved, changed);
  if (!(curvature > 0)) return moves;
  return [...moves, {moved, changed, scale: 1 / curvature}].slice(-MEMORY);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += a[index]! * b[index]!;
  return sum;
}

function addScaled(target: Float64Array, values: Float64Array, scale: number): void {
  for (let index = 0; index < target.length; index++) target[index]! += scale * values[index]!;
}
