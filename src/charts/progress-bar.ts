import type {Chart, ChartSize} from './chart.ts';
import {makeChart} from './frame.ts';
import {glyphsOf} from './glyphs.ts';
import {formatNumber, formatPercent} from './number.ts';
import {cleanText, fitText, textWidth} from './text.ts';

/** How far a piece of work is. */
export type ProgressData = {
  readonly label: string;
  readonly done: number;
  readonly total: number;
  /** In words: `3 s`. */
  readonly timeLeft?: string;
};

/** Draw one line that fills as work is done; where room is short the time left goes first, then the bar. */
export function progressBar(data: ProgressData, size: ChartSize): Chart {
  const share = data.total > 0 ? Math.min(1, Math.max(0, data.done / data.total)) : 0;
  const left = data.timeLeft === undefined ? '' : cleanText(`about ${data.timeLeft} left`, size.glyphs);
  const sentence = `${data.label}: ${formatNumber(data.done)} of ${formatNumber(data.total)} done${left === '' ? '' : `, ${left}`}.`;
  return makeChart(
    {
      title: '',
      sentence,
      table: {header: ['work', 'done', 'of'], rows: [[data.label, formatNumber(data.done), formatNumber(data.total)]]},
      minWidth: 4,
      minHeight: 1,
      draw: width => [drawProgress(data.label, share, left, width, size)],
    },
    {...size, caption: false},
  );
}

function drawProgress(label: string, share: number, left: string, width: number, size: ChartSize) {
  const glyphs = glyphsOf(size.glyphs);
  const percent = formatPercent(share).padStart(4);
  const name = fitText(label, Math.floor(width / 3), size.glyphs);
  const short = width - textWidth(name) - percent.length - 2;
  const time = left !== '' && short - textWidth(left) - 2 >= 8 ? `  ${left}` : '';
  const cells = Math.min(40, short - textWidth(time));
  if (cells < 4) return [{text: percent}];
  const full = Math.floor(share * cells);
  return [
    {text: `${name} `},
    {text: glyphs.full.repeat(full), tone: 'data' as const},
    {text: glyphs.rest.repeat(cells - full), tone: 'frame' as const},
    {text: ` ${percent}`},
    {text: time, tone: 'dim' as const},
  ].filter(span => span.text !== '');
}
