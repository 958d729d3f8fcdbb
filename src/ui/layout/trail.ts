import {cutText, textWidth} from '../components/rich-text.ts';
import type {Glyphs} from '../theme/glyphs.ts';

/** The parts of the first line that fit into a width: steps in the middle give way first, then the beginning, then the end is cut. */
export function fitTrail(parts: readonly string[], width: number, glyphs: Pick<Glyphs, 'step' | 'ellipsis'>): string {
  const join = (steps: readonly string[]) => steps.join(` ${glyphs.step} `);
  const fits = (steps: readonly string[]) => textWidth(join(steps)) <= width;
  if (fits(parts)) return join(parts);
  const [first = '', ...rest] = parts;
  for (let skipped = 1; skipped < rest.length; skipped++) {
    const steps = [first, glyphs.ellipsis, ...rest.slice(skipped)];
    if (fits(steps)) return join(steps);
  }
  const last = [glyphs.ellipsis, parts.at(-1) ?? ''];
  return fits(last) ? join(last) : cutText(parts.at(-1) ?? '', width, glyphs.ellipsis);
}
