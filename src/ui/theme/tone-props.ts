import type {Theme, Tone, ToneStyle} from './tokens.ts';

/** Properties for Ink's `Text`. */
export type TextLook = Omit<ToneStyle, 'on'>;

const plain: ToneStyle = {};

/**
 * The look of a tone, optionally on another tone as its background; a word the theme does not know looks like plain text.
 *
 * A background without its own tone gets the text colour that can be read on it. Without colours there are no backgrounds.
 */
export function toneProps(theme: Theme, tone?: Tone, back?: Tone): TextLook {
  const {on: _on, ...look}: ToneStyle = (tone && styleOf(theme, tone)) ?? plain;
  const behind = back && styleOf(theme, back);
  if (!behind?.color || !behind.on) return look;
  const front = tone === undefined || look.color === undefined ? {color: behind.on} : {};
  return {...look, ...front, backgroundColor: behind.color};
}

function styleOf(theme: Theme, tone: Tone): ToneStyle | undefined {
  return Object.hasOwn(theme.tones, tone) ? theme.tones[tone] : undefined;
}
