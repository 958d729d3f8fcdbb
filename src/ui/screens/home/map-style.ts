import type {MapPlace} from '../../../app/course-map.ts';
import type {MasteryMark} from '../../../tutor/progress/mastery.ts';
import type {Glyphs} from '../../theme/glyphs.ts';
import type {Tone} from '../../theme/tokens.ts';

/** What the map is drawn with. */
export type MapStyle = {
  readonly glyphs: Glyphs;
  /** The id of what is selected. */
  readonly selected: string;
};

/** The sign before a mark's word. */
export function markGlyph(mark: MasteryMark, {marks, chosen}: Glyphs): string {
  return {untouched: marks.todo, started: marks.part, practised: chosen, mastered: marks.done}[mark];
}

/** The word that says how far one is with a place. */
export function markWord({lessons, mark, isPassedOver}: MapPlace, none: string): string {
  if (lessons.length === 0) return none;
  return isPassedOver ? 'passed over' : mark;
}

/** The colour that goes with a mark; its sign and its word say the same. */
export const markTones: {readonly [mark in MasteryMark]: Tone} = {
  untouched: 'dim',
  started: 'accent',
  practised: 'third',
  mastered: 'good',
};
