/** Keep a window of `height` lines within `count` lines. */
export function clampTop(top: number, height: number, count: number): number {
  return Math.max(0, Math.min(top, count - height));
}

/** Move a window as little as possible so that the lines from `first` to `last` are inside; `last` matters most. */
export function keepVisible(top: number, first: number, last: number, height: number, count: number): number {
  const down = Math.max(top, last - height + 1);
  const up = Math.min(down, Math.max(first, last - height + 1));
  return clampTop(up, height, count);
}

/** A scrollbar as one text per line: whether the thumb covers it. Empty when everything is visible. */
export function scrollbar(top: number, height: number, count: number): readonly boolean[] {
  if (count <= height || height < 1) return [];
  const size = Math.max(1, Math.round((height * height) / count));
  const start = Math.round(((height - size) * top) / (count - height));
  return Array.from({length: height}, (_, row) => row >= start && row < start + size);
}
