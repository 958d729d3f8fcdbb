import type {CourseMap, MapGroup} from '../../../app/course-map.ts';
import {cutText, type Line, textWidth} from '../../components/rich-text.ts';
import type {Area} from '../../layout/area.ts';
import {Drawing} from './drawing.ts';
import {drawFlow, flowHeight, layFlow} from './flow.ts';
import type {MapStyle} from './map-style.ts';
import {drawPipe, pipeHeight} from './pipe.ts';
import {drawRing, ringHeight} from './ring.ts';
import type {Spot} from './spots.ts';

/** One of the lines above the map: where "continue" leads, what else waits. */
export type HomeLine = {
  readonly id: string;
  readonly word: string;
  /** The same in more and more words; the longest that fits is shown. */
  readonly texts: readonly string[];
};

/** The longest text of a line that fits into a width. */
export function textOf({texts}: HomeLine, width: number, ellipsis: string): string {
  return cutText(texts.findLast(text => textWidth(text) <= width) ?? texts[0]!, width, ellipsis);
}

/** How much of the map a room can hold. */
export type HomeShape = 'list' | 'ring' | 'pipe' | 'tall-pipe';

/** The shape of the map that suits a room. */
export function homeShape({width, height}: Area): HomeShape {
  if (width < 56 || height < 15) return 'list';
  if (width < 78 || height < 20) return 'ring';
  return width >= 96 && height >= 30 ? 'tall-pipe' : 'pipe';
}

const widest = 140;

/** A drawn map: its lines, what can be selected in it, and the column at which it begins. */
export type HomePicture = {readonly lines: readonly Line[]; readonly spots: readonly Spot[]; readonly left: number};

/** Draw the map and the lines above it, in a shape other than the list. */
export function drawHome(map: CourseMap, top: readonly HomeLine[], area: Area, style: MapStyle): HomePicture {
  const shape = homeShape(area);
  const isRoomy = shape === 'tall-pipe';
  const width = Math.min(widest, area.width);
  const x = Math.floor((area.width - width) / 2);
  const sheet = new Drawing(area.width, area.height);
  const spots: Spot[] = [];
  let y = drawTop(sheet, top, {x, y: 0, width}, style, spots) + 1;
  for (const group of map.before) y = drawGroup(sheet, group, {x, y, width}, style, spots);
  if (isRoomy) y += 1;
  if (shape === 'ring') {
    spots.push(...drawRing(sheet, map.stages, {x, y, width: Math.min(width, 72)}, style));
    y += ringHeight;
  } else {
    spots.push(...drawPipe(sheet, map.stages, {x, y, width, isTall: isRoomy}, style));
    y += pipeHeight(isRoomy) + 1;
  }
  for (const group of map.beneath) {
    const rows = shape === 'ring' ? {...group, title: ''} : group;
    y = drawGroup(sheet, rows, {x, y, width}, style, spots) + (isRoomy ? 1 : 0);
  }
  return {lines: sheet.lines().slice(0, y), spots, left: x};
}

type Place = {readonly x: number; readonly y: number; readonly width: number};

function drawTop(
  sheet: Drawing,
  top: readonly HomeLine[],
  {x, y, width}: Place,
  style: MapStyle,
  spots: Spot[],
): number {
  const wide = Math.max(...top.map(({word}) => textWidth(word)));
  for (const [index, line] of top.entries()) {
    const {id, word} = line;
    const isSelected = id === style.selected;
    sheet.put(x, y + index, isSelected ? style.glyphs.pointer : ' ', 'accent');
    sheet.put(x + 2, y + index, word, isSelected ? 'selection' : 'heading');
    const room = width - wide - 4;
    sheet.put(x + 4 + wide, y + index, textOf(line, room, style.glyphs.ellipsis), isSelected ? 'text' : 'dim');
    spots.push({id, x, y: y + index, width, height: 1});
  }
  return y + top.length;
}

/** Draw a part of the course outside the pipe: its title on the same row where there is room, else on one of its own. */
function drawGroup(
  sheet: Drawing,
  {title, places}: MapGroup,
  {x, y, width}: Place,
  style: MapStyle,
  spots: Spot[],
): number {
  const indent = title === '' ? 0 : textWidth(title) + 2;
  const beside = layFlow(places, width - indent);
  if (flowHeight(beside) === 1) {
    sheet.put(x, y, title, 'dim');
    spots.push(...drawFlow(sheet, beside, x + indent, y, style));
    return y + 1;
  }
  const flow = layFlow(places, width);
  sheet.put(x, y, title, 'dim');
  const start = y + (title === '' ? 0 : 1);
  spots.push(...drawFlow(sheet, flow, x, start, style));
  return start + flowHeight(flow);
}
