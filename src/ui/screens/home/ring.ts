import type {MapPlace} from '../../../app/course-map.ts';
import {cutText} from '../../components/rich-text.ts';
import type {Drawing} from './drawing.ts';
import {type MapStyle, markGlyph, markTones, markWord} from './map-style.ts';
import type {Spot} from './spots.ts';

/** How many rows the ring takes: its frame, four stages a side, and the gate. */
export const ringHeight = 7;

/**
 * Draw the eight stages as a ring for a window too narrow for the pipe: four down the left side, four up the right,
 * and the way back along the top.
 */
export function drawRing(
  sheet: Drawing,
  stages: readonly MapPlace[],
  {x, y, width}: {readonly x: number; readonly y: number; readonly width: number},
  style: MapStyle,
): readonly Spot[] {
  const {glyphs} = style;
  sheet.frame(x, y, width, ringHeight, glyphs, 'border');
  sheet.put(x + Math.floor(width / 2) - 7, y, ` ${glyphs.left} loops back `, 'dim');
  sheet.put(x + Math.floor(width / 2) - 3, y + ringHeight - 1, ` ${glyphs.rightArrow}${glyphs.rightArrow} `, 'dim');
  const column = Math.floor((width - 4) / 2);
  // The gate takes the row under the first stage; opposite it the last two stages keep the same distance.
  const rows = [1, 3, 4, 5];
  const spots = stages.map((stage, index): Spot => {
    const isBack = index >= 4;
    return {
      id: stage.id,
      x: isBack ? x + width - 1 - column : x + 2,
      y: y + rows[isBack ? 7 - index : index]!,
      width: column,
      height: 1,
    };
  });
  for (const [index, stage] of stages.entries()) drawStage(sheet, stage, spots[index]!, style);
  const gate = 'split: test rows stay behind';
  sheet.put(x + 1, y + 2, `${glyphs.line}${glyphs.line} ${column >= gate.length + 2 ? gate : 'split'} `, 'warn');
  return spots;
}

function drawStage(sheet: Drawing, stage: MapPlace, {x, y, id, width}: Spot, {glyphs, selected}: MapStyle): void {
  const isSelected = id === selected;
  const name = `${stage.number} ${stage.name}`;
  sheet.put(x - 1, y, isSelected ? glyphs.pointer : stage.isHere ? glyphs.marks.here : ' ', 'accent');
  sheet.put(x, y, name, isSelected ? 'selection' : stage.isHere ? 'heading' : 'text');
  const sign = stage.lessons.length === 0 ? '' : `${markGlyph(stage.mark, glyphs)} `;
  // The frame, or the stage opposite, begins where the column ends.
  const word = cutText(`${sign}${markWord(stage, 'no lesson')}`, width - 16, glyphs.ellipsis);
  sheet.put(x + 16, y, word, stage.lessons.length === 0 ? 'dim' : markTones[stage.mark]);
}
