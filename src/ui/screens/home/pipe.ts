import type {MapPlace} from '../../../app/course-map.ts';
import type {Glyphs} from '../../theme/glyphs.ts';
import type {Drawing} from './drawing.ts';
import {type MapStyle, markGlyph, markTones, markWord} from './map-style.ts';
import type {Spot} from './spots.ts';

/** Where the pipe is drawn: its place on the sheet, its width, and whether there is room for bars in its boxes. */
export type PipePlace = {readonly x: number; readonly y: number; readonly width: number; readonly isTall: boolean};

const boxesInRow = 4;

/** How many rows the pipe takes. */
export function pipeHeight(isTall: boolean): number {
  return isTall ? 2 * 5 + 2 : 2 * 4 + 1;
}

/**
 * Draw the eight stages as one pipe: four to the right, down, four back to the left, and up again to the first.
 * Between the first two stands the gate of the split.
 */
export function drawPipe(
  sheet: Drawing,
  stages: readonly MapPlace[],
  place: PipePlace,
  style: MapStyle,
): readonly Spot[] {
  const {glyphs} = style;
  const height = place.isTall ? 5 : 4;
  const between = place.isTall ? 2 : 1;
  const width = Math.max(17, Math.min(30, Math.floor((place.width - 3 * 5) / boxesInRow)));
  const gaps = gapsOf(place.width - boxesInRow * width);
  const columns = columnsOf(place.x, width, gaps);
  const spots = stages.map((stage, index): Spot => {
    const isBack = index >= boxesInRow;
    const column = isBack ? 2 * boxesInRow - 1 - index : index;
    const y = isBack ? place.y + height + between : place.y;
    return {id: stage.id, x: columns[column]!, y, width, height};
  });
  for (const [index, stage] of stages.entries()) drawBox(sheet, stage, spots[index]!, style);
  for (const [index, gap] of gaps.entries()) {
    const x = columns[index]! + width;
    const above = glyphs.line.repeat(gap - 1) + glyphs.rightArrow;
    sheet.put(x, place.y + 1, above, 'frame');
    sheet.put(x, place.y + height + between + 1, glyphs.left + glyphs.line.repeat(gap - 1), 'frame');
  }
  drawGate(sheet, columns[0]! + width, place.y, gaps[0]!, height, glyphs);
  drawTurns(sheet, {left: columns[0]! + 3, right: columns[3]! + 3, y: place.y + height, rows: between}, glyphs);
  return spots;
}

/** Share out the room between the boxes; the first gap, with the gate in it, gets what is left over. */
function gapsOf(room: number): readonly [number, number, number] {
  const even = Math.floor(room / 3);
  return [room - 2 * even, even, even];
}

/** Where the boxes of a row begin. */
function columnsOf(x: number, width: number, [first, second, third]: ReturnType<typeof gapsOf>): readonly number[] {
  return [0, first, first + second, first + second + third].map((gaps, index) => x + index * width + gaps);
}

function drawBox(sheet: Drawing, stage: MapPlace, {x, y, width, height, id}: Spot, {glyphs, selected}: MapStyle): void {
  const isSelected = id === selected;
  sheet.frame(x, y, width, height, glyphs, stage.isHere ? 'accent' : 'border');
  // In the narrowest boxes the longest name fills the inside, and the pointer stands on the frame.
  const inside = x + (width < 18 ? 1 : 2);
  const name = `${stage.number} ${stage.name}`;
  // A bar of the box's width is seen from afar, and costs a slow line less than another colour all round.
  if (isSelected) sheet.put(inside, y + 1, name.padEnd(x + width - 1 - inside), 'selection');
  else sheet.put(inside, y + 1, name, 'text', true);
  if (isSelected) sheet.put(inside - 1, y + 1, glyphs.pointer, 'accent');
  const isEmpty = stage.lessons.length === 0;
  const sign = isEmpty ? '' : `${markGlyph(stage.mark, glyphs)} `;
  sheet.put(inside, y + 2, `${sign}${markWord(stage, 'no lesson yet')}`, isEmpty ? 'dim' : markTones[stage.mark]);
  if (height > 4 && !isEmpty) drawBar(sheet, inside, y + 3, width - 4, stage.mastery, glyphs);
  if (stage.isHere) sheet.put(x + 1, y + height - 1, ' you are here ', 'accent');
}

function drawBar(sheet: Drawing, x: number, y: number, width: number, share: number, glyphs: Glyphs): void {
  const percent = `${Math.round(100 * share)}%`.padStart(6);
  const room = width - percent.length;
  const full = Math.round(share * room);
  sheet.put(x, y, glyphs.full.repeat(full), 'data');
  sheet.put(x + full, y, glyphs.empty.repeat(room - full), 'frame');
  sheet.put(x + room, y, percent, 'dim');
}

/**
 * The gate at which the rows are split: what learns stands behind it and sees the training rows alone. Its name stands at its
 * foot, away from the words of the way back.
 */
function drawGate(sheet: Drawing, x: number, y: number, gap: number, height: number, glyphs: Glyphs): void {
  const at = x + Math.floor((gap - 1) / 2);
  const bar = glyphs.set === 'ascii' ? '|' : '┃';
  for (let row = y; row <= y + height; row++) sheet.put(at, row, bar, 'warn', true);
  sheet.put(at + 2, y + height, 'split: test rows stay behind', 'warn');
}

type Turns = {readonly left: number; readonly right: number; readonly y: number; readonly rows: number};

function drawTurns(sheet: Drawing, {left, right, y, rows}: Turns, glyphs: Glyphs): void {
  for (let row = y; row < y + rows; row++) {
    sheet.put(left, row, row === y ? glyphs.up : glyphs.bar, 'frame');
    sheet.put(right, row, row === y + rows - 1 ? glyphs.down : glyphs.bar, 'frame');
  }
  sheet.put(left + 2, y + rows - 1, 'loops back', 'dim');
}
