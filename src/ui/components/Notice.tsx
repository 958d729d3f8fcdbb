import type {Glyphs} from '../theme/glyphs.ts';
import {useGlyphs} from '../theme/ThemeProvider.tsx';
import type {Tone} from '../theme/tokens.ts';
import type {Line} from './rich-text.ts';
import {StyledLines} from './StyledLines.tsx';
import {wrapSpans} from './wrap-spans.ts';

/** How much a notice matters. */
export type NoticeKind = 'info' | 'right' | 'warn' | 'error';

const looks: {
  readonly [kind in NoticeKind]: {readonly word: string; readonly tone: Tone; readonly glyph: keyof Glyphs};
} = {
  info: {word: 'Note', tone: 'accent', glyph: 'info'},
  right: {word: 'Right', tone: 'good', glyph: 'right'},
  warn: {word: 'Warning', tone: 'warn', glyph: 'warn'},
  error: {word: 'Problem', tone: 'bad', glyph: 'wrong'},
};

/** The lines of a notice: a sign and a word before the text, so that it needs no colour. */
export function noticeLines(
  kind: NoticeKind,
  text: string,
  width: number,
  glyphs: Glyphs,
  word?: string,
): readonly Line[] {
  const look = looks[kind];
  const sign = glyphs.isSpoken ? '' : `${String(glyphs[look.glyph])} `;
  const head = {text: `${sign}${word ?? look.word}: `, tone: look.tone, bold: true};
  return wrapSpans([head, {text}], width, {glyphs: glyphs.set, rest: [{text: '  '}]});
}

/** A short message to the learner; it takes as many lines as it needs, up to `height`. */
export function Notice(props: {
  readonly kind: NoticeKind;
  readonly text: string;
  readonly width: number;
  readonly height?: number;
  /** Stands in place of the usual word. */
  readonly word?: string;
}) {
  const glyphs = useGlyphs();
  const lines = noticeLines(props.kind, props.text, props.width, glyphs, props.word);
  return <StyledLines lines={props.height === undefined ? lines : lines.slice(0, props.height)} width={props.width} />;
}
