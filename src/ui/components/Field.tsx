import type {Bindings} from '../keys/key-layers.ts';
import {useTyping} from '../keys/use-commands.ts';
import {useKeyReducer} from '../keys/use-key-reducer.ts';
import {fieldMark} from '../terminal/spoken-marks.ts';
import {useGlyphs, useTheme} from '../theme/ThemeProvider.tsx';
import {type Draft, type DraftRow, draftRows, editOfKey, editText, visibleDraft} from './edit-text.ts';
import {type Line, textWidth} from './rich-text.ts';
import {StyledLine, StyledLines} from './StyledLines.tsx';

/** A line to write in. It takes what is typed before any command does; `Enter` hands the text over, `Esc` gives up. */
export function Field(props: {
  readonly width: number;
  /** How many rows a text that is too long for one may take; one if left out. */
  readonly height?: number;
  readonly label?: string;
  readonly initialText?: string;
  /** Shown while nothing is written. */
  readonly placeholder?: string;
  readonly isActive?: boolean;
  readonly onChange?: (text: string) => void;
  readonly onSubmit?: (text: string) => void;
  readonly onCancel?: () => void;
  readonly submitLabel?: string;
  /** What `Esc` does, in a word or two; `cancel` if left out. */
  readonly cancelLabel?: string;
  /** Whether a character or a paste may come in; yes if left out. */
  readonly accepts?: (text: string) => boolean;
}) {
  const {initialText = '', isActive = true} = props;
  const [draft, edit, latest] = useKeyReducer(editText, (): Draft => ({text: initialText, caret: initialText.length}));
  const apply = (change: Parameters<typeof editText>[1]) => {
    if (change.type === 'insert' && props.accepts && !props.accepts(change.text)) return;
    const before = latest().text;
    const after = edit(change).text;
    if (after !== before) props.onChange?.(after);
  };
  const {onSubmit, onCancel} = props;
  const bindings: Bindings = {
    choose: onSubmit && {run: () => onSubmit(latest().text), label: props.submitLabel ?? 'done'},
    back: onCancel && {run: () => onCancel(), label: props.cancelLabel ?? 'cancel'},
  };
  useTyping(
    {
      bindings,
      onPaste: text => apply({type: 'insert', text}),
      onType: press => {
        const change = editOfKey(press.name, press.text);
        if (change) apply(change);
        return change !== null;
      },
    },
    {isActive},
  );
  return <FieldLine {...props} draft={draft} isActive={isActive} />;
}

type FieldLineProps = {
  readonly width: number;
  readonly height?: number;
  readonly label?: string;
  readonly placeholder?: string;
  readonly draft: Draft;
  readonly isActive: boolean;
};

function FieldLine({width, height = 1, label = '', placeholder = '', draft, isActive}: FieldLineProps) {
  const room = Math.max(1, width - (label === '' ? 0 : textWidth(label) + 1));
  const caretLine = useCaret();
  if (useGlyphs().isSpoken && isActive) {
    return (
      <StyledLine line={[{text: [label, draft.text, placeholder].join(fieldMark)}]} width={width} speech="field" />
    );
  }
  const head: Line = label === '' ? [] : [{text: `${label} `, tone: 'dim'}];
  if (height > 1 && isActive && textWidth(draft.text) >= room) {
    // A label beside the text would take its room on every row.
    const rows = draftRows(draft, width, head.length > 0 ? height - 1 : height).map(caretLine);
    return <StyledLines lines={head.length > 0 ? [head, ...rows] : rows} width={width} />;
  }
  if (!isActive) {
    const rest: Line = draft.text === '' ? [{text: placeholder, tone: 'dim'}] : [{text: draft.text}];
    return <StyledLine line={[...head, ...rest]} width={width} />;
  }
  const shown = visibleDraft(draft, room);
  const isEmpty = draft.text === '' && placeholder !== '';
  const line: Line = isEmpty
    ? [...caretLine({...shown, before: '', after: ''}), {text: placeholder, tone: 'dim'}]
    : caretLine(shown);
  return <StyledLine line={[...head, ...line]} width={width} />;
}

/** Draws a row of a draft, with the caret if it stands there. */
function useCaret(): (row: DraftRow) => Line {
  const glyphs = useGlyphs();
  const theme = useTheme();
  return ({before, under, after}) => {
    if (under === '') return [{text: before}];
    // Without colours the terminal gets no inverse video either; then the caret is a character of its own.
    const caret: Line =
      theme.name === 'mono'
        ? [{text: under === ' ' ? glyphs.caret : under, inverse: true, underline: true}]
        : [{text: under, inverse: true}];
    return [{text: before}, ...caret, {text: after}];
  };
}
