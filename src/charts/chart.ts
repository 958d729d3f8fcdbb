/** What a piece of text means; the theme of the screen chooses its colour, never the chart. */
export type Tone =
  | 'data'
  | 'second'
  | 'third'
  | 'accent'
  | 'dim'
  | 'frame'
  | 'good'
  | 'bad'
  | 'ramp0'
  | 'ramp1'
  | 'ramp2'
  | 'ramp3'
  | 'ramp4';

/** A run of text in one style; without a tone it has the colour of ordinary text. */
export type Span = {
  readonly text: string;
  readonly tone?: Tone;
  readonly bold?: boolean;
  /** The tone behind the text; a screen may leave it out, no chart needs it to be read. */
  readonly back?: Tone;
};

export type Line = readonly Span[];

/** Which characters a chart may use: dots of braille for curves, block characters, or plain ASCII. */
export type GlyphSet = 'braille' | 'block' | 'ascii';

/** The room a chart has, in character cells, and how to fill it. */
export type ChartSize = {
  readonly width: number;
  readonly height: number;
  readonly glyphs: GlyphSet;
  /** Print the sentence beneath the figure; yes unless it is false. */
  readonly caption?: boolean;
};

/** The figure as words and numbers. */
export type ChartTable = {
  readonly header: readonly string[];
  readonly rows: ReadonlyArray<readonly string[]>;
};

/** A figure: lines to look at, one sentence that reads them, and the same numbers as a table. */
export type Chart = {
  readonly lines: readonly Line[];
  readonly sentence: string;
  readonly table: ChartTable;
};

/** The lines of a chart as plain text, without tones. */
export function chartLines(chart: Chart): readonly string[] {
  return chart.lines.map(line => line.map(span => span.text).join(''));
}

/** A chart as plain text without colour, for pipes and files. */
export function formatChart(chart: Chart): string {
  return chartLines(chart).join('\n');
}

/** A chart in words alone: the sentence, then one line per row of its table, for screen readers. */
export function describeChart(chart: Chart): string {
  const {header, rows} = chart.table;
  const lines = rows.map(row => {
    const [first = '', ...rest] = row;
    const pairs = rest.map((cell, index) => `${header[index + 1] ?? ''} ${cell}`.trim());
    return pairs.length === 0 ? first : `${header[0] ?? ''} ${first}: ${pairs.join(', ')}`.trim();
  });
  return [chart.sentence, ...lines].join('\n');
}
