import type {MapPlace} from '../../../app/course-map.ts';
import {cutText, textWidth} from '../../components/rich-text.ts';
import type {Drawing} from './drawing.ts';
import {type MapStyle, markGlyph, markTones} from './map-style.ts';
import type {Spot} from './spots.ts';

// The place for the pointer before each name keeps them apart as well.
const gap = 1;

/** Places one after the other, on as many rows as they need. */
export type Flow = ReadonlyArray<{
  readonly place: MapPlace;
  readonly name: string;
  readonly x: number;
  readonly row: number;
}>;

/** Set out places in a width, with their lessons' titles where all of them fit into one row, else with their short names. */
export function layFlow(places: readonly MapPlace[], width: number): Flow {
  const titles = setOut(places, place => place.lessons[0]?.title ?? place.name, width);
  return titles.every(({row}) => row === 0) ? titles : setOut(places, place => place.name, width);
}

function setOut(places: readonly MapPlace[], nameOf: (place: MapPlace) => string, width: number): Flow {
  let x = 0;
  let row = 0;
  return places.map(place => {
    const name = cutText(nameOf(place), width - 3, '~');
    const wide = textWidth(name) + 3;
    if (x > 0 && x + wide > width) {
      x = 0;
      row += 1;
    }
    const item = {place, name, x, row};
    x += wide + gap;
    return item;
  });
}

/** How many rows a flow takes. */
export function flowHeight(flow: Flow): number {
  return flow.length === 0 ? 0 : flow.at(-1)!.row + 1;
}

const hereWords = 'you are here';

/** Draw places that stand outside the pipe. */
export function drawFlow(
  sheet: Drawing,
  flow: Flow,
  x: number,
  y: number,
  {glyphs, selected}: MapStyle,
): readonly Spot[] {
  return flow.map((item, index) => {
    const {place, name} = item;
    const isSelected = place.id === selected;
    const at = {x: x + item.x, y: y + item.row};
    sheet.put(at.x, at.y, isSelected ? glyphs.pointer : place.isHere ? glyphs.marks.here : ' ', 'accent');
    sheet.put(at.x + 1, at.y, markGlyph(place.mark, glyphs), markTones[place.mark]);
    sheet.put(at.x + 3, at.y, name, isSelected ? 'selection' : place.isHere ? 'heading' : 'text');
    const after = at.x + 3 + textWidth(name) + 2;
    const isLast = flow[index + 1]?.row !== item.row;
    if (place.isHere && isLast && after + hereWords.length <= sheet.width) sheet.put(after, at.y, hereWords, 'accent');
    return {id: place.id, ...at, width: textWidth(name) + 3, height: 1};
  });
}
