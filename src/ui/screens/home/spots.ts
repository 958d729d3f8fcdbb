/** Something on the map that can be selected, and the cells it covers. */
export type Spot = {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** A way to go over the map. */
export type Direction = 'up' | 'down' | 'left' | 'right';

/** The spot one comes to from another by an arrow key: the nearest in that direction, or the same where there is none. */
export function spotTowards(spots: readonly Spot[], from: string, direction: Direction): string {
  const start = spots.find(({id}) => id === from) ?? spots[0];
  if (start === undefined) return from;
  const ranked = spots
    .filter(spot => isTowards(start, spot, direction))
    .map(spot => ({id: spot.id, far: farness(start, spot, direction)}))
    .sort((a, b) => a.far - b.far);
  return ranked[0]?.id ?? start.id;
}

function isTowards(from: Spot, to: Spot, direction: Direction): boolean {
  switch (direction) {
    case 'up':
      return to.y + to.height <= from.y;
    case 'down':
      return to.y >= from.y + from.height;
    // Sideways one stays in the row.
    case 'left':
      return to.x + to.width <= from.x && shareRow(from, to);
    case 'right':
      return to.x >= from.x + from.width && shareRow(from, to);
  }
}

function shareRow(a: Spot, b: Spot): boolean {
  return a.y < b.y + b.height && b.y < a.y + a.height;
}

// The next row always comes before a better aligned one further off.
const rowWeight = 1000;

function farness(from: Spot, to: Spot, direction: Direction): number {
  const aside = Math.abs(middle(from) - middle(to));
  if (direction === 'left' || direction === 'right') return aside;
  const rows = direction === 'up' ? from.y - (to.y + to.height) : to.y - (from.y + from.height);
  return rows * rowWeight + aside;
}

function middle({x, width}: Spot): number {
  return x + width / 2;
}
