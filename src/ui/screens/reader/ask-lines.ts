import type {AskReply} from '../../../app/sessions/beats.ts';
import type {Ask, AskOption} from '../../../tutor/parse/block.ts';
import type {Line} from '../../components/rich-text.ts';
import {wrapSpans} from '../../components/wrap-spans.ts';
import {inlineSpans, type TextStyle} from '../text/inline-spans.ts';

/** The lines of a question in the text, and where each of its options stands. */
export type AskLines = {
  readonly lines: readonly Line[];
  readonly options: ReadonlyArray<{readonly first: number; readonly last: number}>;
};

/**
 * Draw a question of the text: its options to choose from; after the answer the reason of the chosen one, and every
 * reason once they are asked for.
 *
 * @param cursor - the selected option; null while the reader is still on the way to it.
 */
export function askLines(
  ask: Ask,
  reply: AskReply | undefined,
  cursor: number | null,
  width: number,
  style: TextStyle,
): AskLines {
  const inside = width - 2;
  const question = wrapSpans(
    inlineSpans(ask.question, style).map(span => ({...span, bold: true})),
    inside,
    {glyphs: style.glyphs.set},
  );
  if (reply !== undefined) {
    return {lines: withBar([...question, ...replyLines(ask, reply, inside, style)], style), options: []};
  }
  const options = ask.options.map((option, index) => optionLines(option, index, index === cursor, inside, style));
  const starts = options.map((_, index) => question.length + options.slice(0, index).flat().length);
  return {
    lines: withBar([...question, ...options.flat()], style),
    options: options.map((lines, index) => ({first: starts[index]!, last: starts[index]! + lines.length - 1})),
  };
}

function withBar(lines: readonly Line[], {glyphs}: TextStyle): readonly Line[] {
  return lines.map(line => [{text: `${glyphs.bar} `, tone: 'accent'}, ...line]);
}

function optionLines(
  option: AskOption,
  index: number,
  isSelected: boolean,
  width: number,
  style: TextStyle,
): readonly Line[] {
  const {glyphs} = style;
  const first: Line = [
    {text: isSelected ? `${glyphs.pointer} ` : '  ', tone: 'accent'},
    {text: `${index + 1} `, tone: 'dim'},
  ];
  const lines = wrapSpans(inlineSpans(option.text, style), width, {glyphs: glyphs.set, first});
  return isSelected ? lines.map(line => line.map(span => ({...span, tone: 'selection'}))) : lines;
}

function replyLines(ask: Ask, {chosen, isOpen}: AskReply, width: number, style: TextStyle): readonly Line[] {
  const {glyphs} = style;
  const wrap = (line: Line) => wrapSpans(line, width, {glyphs: glyphs.set});
  const own = ask.options.find(option => option.id === chosen);
  const others = ask.options.filter(option => option !== own);
  const right = others.filter(option => option.right);
  const shown = isOpen ? [...right, ...others.filter(option => !option.right)] : own?.right ? [] : right;
  const afterwards = inlineSpans(ask.afterwards, style);
  return [
    ...(own
      ? outcomeLines(
          own,
          own.right ? 'Right: ' : glyphs.isSpoken ? 'You said, not right: ' : 'You said: ',
          true,
          width,
          style,
        )
      : []),
    ...shown.flatMap(option =>
      outcomeLines(option, option.right ? 'Better: ' : glyphs.isSpoken ? 'Not right: ' : '', isOpen, width, style),
    ),
    ...(isOpen
      ? []
      : wrap([
          {text: 'v', tone: 'key'},
          {text: ' shows the reason of each answer.', tone: 'dim'},
        ])),
    ...(afterwards.length > 0 ? [[], ...wrap(afterwards)] : []),
  ];
}

function outcomeLines(
  option: AskOption,
  word: string,
  withReason: boolean,
  width: number,
  style: TextStyle,
): readonly Line[] {
  const {glyphs} = style;
  const mark = option.right ? glyphs.right : glyphs.wrong;
  const tone = option.right ? 'good' : 'bad';
  const head = wrapSpans([{text: word, tone, bold: true}, ...inlineSpans(option.text, style)], width, {
    glyphs: glyphs.set,
    first: [{text: `${mark} `, tone}],
  });
  if (!withReason) return head;
  const why = inlineSpans(option.why, style).map(span => (span.tone ? span : {...span, tone: 'dim' as const}));
  return [...head, ...wrapSpans(why, width, {glyphs: glyphs.set, first: [{text: '  '}]})];
}
