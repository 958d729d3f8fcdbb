import type {Remark} from '../../../app/lab/words.ts';
import type {Line, Span} from '../../components/rich-text.ts';
import {wrapSpans} from '../../components/wrap-spans.ts';
import type {Glyphs} from '../../theme/glyphs.ts';
import type {Tone} from '../../theme/tokens.ts';
import {markedSpans} from '../text/marked-spans.ts';

const looks: {
  readonly [kind in Remark['kind']]: {readonly tone: Tone; readonly label: Tone; readonly mark?: keyof Glyphs};
} = {
  heading: {tone: 'heading', label: 'heading'},
  figure: {tone: 'data', label: 'heading'},
  text: {tone: 'text', label: 'accent'},
  good: {tone: 'text', label: 'good', mark: 'right'},
  open: {tone: 'text', label: 'second', mark: 'bullet'},
  warn: {tone: 'text', label: 'warn', mark: 'warn'},
  bad: {tone: 'text', label: 'bad', mark: 'wrong'},
  faint: {tone: 'dim', label: 'dim'},
};

/** What remarks are drawn with; without colours, code keeps its marks. */
export type RemarkStyle = {readonly glyphs: Glyphs; readonly isPlain: boolean};

/** The lines of what a lab says: a sign and a word before each paragraph, so that it needs no colour. */
export function remarkLines(
  remarks: readonly Remark[],
  width: number,
  {glyphs, isPlain}: RemarkStyle,
): readonly Line[] {
  return remarks.flatMap(({kind, label, text}) => {
    const look = looks[kind];
    const head: readonly Span[] = [
      ...(look.mark ? [{text: `${String(glyphs[look.mark])} `, tone: look.label}] : []),
      ...(label ? [{text: `${label}: `, tone: look.label, bold: true}] : []),
    ];
    const body: Line =
      kind === 'heading' ? [{text, tone: 'heading', bold: true}] : markedSpans(text, isPlain, look.tone);
    return wrapSpans([...head, ...body], width, {glyphs: glyphs.set, rest: head.length > 0 ? [{text: '  '}] : []});
  });
}
