import type {RunResult} from '../../../app/run-result.ts';
import type {Line} from '../../components/rich-text.ts';
import {wrapSpans} from '../../components/wrap-spans.ts';
import type {Glyphs} from '../../theme/glyphs.ts';

/** What a run warns of, under a heading; nothing where there is nothing to warn of. */
export function warningLines(warnings: RunResult['warnings'], width: number, glyphs: Glyphs): readonly Line[] {
  if (warnings.length === 0) return [];
  const lines = warnings.flatMap(({code, message}) => {
    const head: Line = [{text: `${glyphs.warn} ${code}: `, tone: 'warn', bold: true}];
    return wrapSpans([...head, {text: message}], width, {glyphs: glyphs.set, rest: [{text: '  '}]});
  });
  return [[], [{text: 'Warnings', tone: 'heading', bold: true}], ...lines];
}
