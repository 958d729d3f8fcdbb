import {Box, Text} from 'ink';
import type {GlyphSet} from '../terminal/capabilities.ts';
import {type SpokenRole, spokenMarks} from '../terminal/spoken-marks.ts';
import {useGlyphs, useTheme} from '../theme/ThemeProvider.tsx';
import type {Theme} from '../theme/tokens.ts';
import {type TextLook, toneProps} from '../theme/tone-props.ts';
import {cleanOneLine} from './clean-text.ts';
import {cutLine, type Line, lineText, type Span} from './rich-text.ts';
import {mergeSpans} from './wrap-spans.ts';

/** Draws lines of styled text, such as a chart's or a page's, each cut to `width`. */
export function StyledLines(props: {
  readonly lines: readonly Line[];
  readonly width: number;
  /** Draw at most so many lines, and leave the rest of this height empty. */
  readonly height?: number;
}) {
  const {lines, width} = props;
  const height = props.height ?? lines.length;
  return (
    <Box width={width} height={height} flexShrink={0}>
      <Block lines={lines.slice(0, height)} width={width} />
    </Box>
  );
}

/** Draws one line of styled text, cut to `width`. */
export function StyledLine(props: {
  readonly line: Line;
  readonly width: number;
  /** What the line is to a screen reader, beside text. */
  readonly speech?: SpokenRole;
}) {
  return <Block lines={[props.line]} width={props.width} speech={props.speech} />;
}

// One text for all lines: Ink measures, lays out and clips each text of its own.
function Block(props: {
  readonly lines: readonly Line[];
  readonly width: number;
  readonly speech?: SpokenRole | undefined;
}) {
  const {lines, width} = props;
  const theme = useTheme();
  const glyphs = useGlyphs();
  if (glyphs.isSpoken) return <SpokenText lines={lines} speech={props.speech} set={glyphs.set} />;
  const ended = lines.map((line, index): Line => {
    const clean = line.map(span => ({...span, text: cleanOneLine(span.text, glyphs.set)}));
    const cut = cutLine(clean, width, glyphs.ellipsis);
    return index < lines.length - 1 ? [...cut, {text: '\n'}] : cut;
  });
  const spans = mergeSpans(ended.flat());
  return (
    <Text wrap="truncate">
      {spans.length === 0
        ? ' '
        : spans.map((span, index) => {
            const look = lookOf(theme, span);
            return Object.keys(look).length === 0 ? (
              span.text
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: a span is its place in the text
              <Text key={index} {...look}>
                {span.text}
              </Text>
            );
          })}
    </Text>
  );
}

// Ink puts what stands side by side on one line; said, each text begins a line of its own.
function SpokenText(props: {
  readonly lines: readonly Line[];
  readonly speech: SpokenRole | undefined;
  readonly set: GlyphSet;
}) {
  const mark = props.speech === undefined ? '' : spokenMarks[props.speech];
  return <Text>{props.lines.map(line => `\n${mark}${cleanOneLine(lineText(line), props.set)}`).join('')}</Text>;
}

function lookOf(theme: Theme, span: Span): TextLook {
  const {bold, italic, underline, inverse} = span;
  return {
    ...toneProps(theme, span.tone, span.back),
    ...(bold && {bold}),
    ...(italic && {italic}),
    ...(underline && {underline}),
    ...(inverse && {inverse}),
  };
}
