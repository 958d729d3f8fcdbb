/** What a piece of text means. Charts, texts and screens use these words; only a theme knows colours. */
export type Tone =
  | 'text'
  | 'dim'
  | 'heading'
  | 'accent'
  | 'data'
  | 'second'
  | 'third'
  | 'good'
  | 'bad'
  | 'warn'
  | 'selection'
  | 'term'
  | 'code'
  | 'key'
  | 'border'
  | 'frame'
  | 'ramp0'
  | 'ramp1'
  | 'ramp2'
  | 'ramp3'
  | 'ramp4';

/** How a tone looks: a colour as Ink takes it, and attributes. */
export type ToneStyle = {
  readonly color?: string;
  /** The colour behind the text. */
  readonly backgroundColor?: string;
  readonly bold?: boolean;
  readonly dimColor?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly inverse?: boolean;
  /** The colour of text that stands on this one as a background; without it the tone is never a background. */
  readonly on?: string;
};

/** A look for every tone. */
export type Theme = {
  readonly name: 'dark' | 'light' | 'ansi16' | 'mono';
  readonly tones: {readonly [tone in Tone]: ToneStyle};
};
