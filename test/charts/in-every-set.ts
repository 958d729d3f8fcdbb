import {type Chart, type ChartSize, formatChart, type GlyphSet} from '../../src/charts/index.ts';

/** A chart as it looks in each glyph set, one below the other. */
export function inEverySet(draw: (size: ChartSize) => Chart, width = 60, height = 16): string {
  const sets: readonly GlyphSet[] = ['braille', 'block', 'ascii'];
  return `\n${sets.map(glyphs => formatChart(draw({width, height, glyphs}))).join('\n\n')}\n`;
}

/** A chart as it looks in the sets that differ, where it has no curve for braille to draw. */
export function inBlockAndAscii(draw: (size: ChartSize) => Chart, width = 60, height = 16): string {
  const sets: readonly GlyphSet[] = ['block', 'ascii'];
  const braille = formatChart(draw({width, height, glyphs: 'braille'}));
  const [block, ascii] = sets.map(glyphs => formatChart(draw({width, height, glyphs})));
  if (braille !== block) throw new Error('This chart looks different in braille: use inEverySet.');
  return `\n${block}\n\n${ascii}\n`;
}
