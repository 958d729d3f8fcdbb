import {expect, test} from 'vitest';
import {lineText, lineWidth} from '../../../../src/ui/components/rich-text.ts';
import {progressLine} from '../../../../src/ui/screens/reader/progress-line.ts';
import {glyphSets} from '../../../../src/ui/theme/glyphs.ts';
import {miniLesson} from '../../../tutor/mini-course.ts';

test('while the engine computes, the heading of a page says so in every width', () => {
  for (const [width, said] of [
    [28, 'Standard        computing…'],
    [38, 'Standard, page 1 of 2  computing…'],
    [78, 'part 1 of 8'],
  ] as const) {
    const line = progressLine(
      miniLesson('scaling'),
      'standard',
      {section: 'standard', page: 0},
      width,
      glyphSets.block,
      true,
    );
    expect(lineText(line).replace(/ {2,}(?=computing)/, '  ')).toContain(said.replace(/ {2,}(?=computing)/, '  '));
    expect(lineText(line)).toContain('computing…');
    expect(lineWidth(line)).toBeLessThanOrEqual(width);
  }
});
