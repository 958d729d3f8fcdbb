import type {PanelSetting} from '../../../app/lab/panel.ts';
import {stepValue} from '../../../app/lab/step-value.ts';
import {cutText, type Line, lineOf, padText, textWidth} from '../../components/rich-text.ts';
import {wrapSpans} from '../../components/wrap-spans.ts';
import type {Glyphs} from '../../theme/glyphs.ts';
import type {PaneRow} from './RowList.tsx';

/** What rows of settings are drawn with. */
export type RowStyle = {
  readonly width: number;
  readonly glyphs: Glyphs;
  /** Without colours and attributes, code keeps its marks. */
  readonly isPlain: boolean;
  /** The entry that has the cursor. */
  readonly chosen: string | null;
  /** Whether keys reach the list. */
  readonly isReached: boolean;
};

const mostNameWidth = 22;

/** A row for each setting, under the names of their blocks; `changed` are those that differ from the last run. */
export function settingRows(
  settings: readonly PanelSetting[],
  changed: ReadonlySet<string>,
  style: RowStyle,
): readonly PaneRow[] {
  const longest = Math.max(...settings.map(setting => setting.name.length), 4);
  const nameWidth = Math.min(longest, mostNameWidth, Math.floor(style.width / 2));
  return settings.flatMap((setting, index): readonly PaneRow[] => {
    const isNew = setting.group !== settings[index - 1]?.group;
    const heading: PaneRow = {id: null, lines: [lineOf(setting.group, 'heading')]};
    const row = {id: setting.path, lines: [settingLine(setting, changed.has(setting.path), nameWidth, style)]};
    return isNew ? [heading, row] : [row];
  });
}

function settingLine(setting: PanelSetting, isChanged: boolean, nameWidth: number, style: RowStyle): Line {
  const {glyphs, width} = style;
  const isChosen = style.chosen === setting.path;
  if (glyphs.isSpoken) {
    const text = `${setting.name}: ${setting.text}${isChanged ? ', changed' : ''}`;
    return lineOf(isChosen ? `${glyphs.pointer} ${text}` : text);
  }
  const note = isChanged ? ' changed' : '';
  const name = padText(cutText(setting.name, nameWidth, glyphs.ellipsis), nameWidth);
  const before = isChosen && canStep(setting, -1) ? glyphs.left : ' ';
  const after = isChosen && canStep(setting, 1) ? glyphs.rightArrow : ' ';
  const room = width - nameWidth - 7;
  const hasNote = note !== '' && textWidth(setting.text) + note.length <= room;
  const value = cutText(setting.text, room, glyphs.ellipsis);
  const isLit = isChosen && style.isReached;
  return [
    {text: isChosen ? `${glyphs.pointer} ` : '  ', tone: 'accent'},
    {text: `${name} `, tone: isChosen ? 'text' : 'dim'},
    {text: before, tone: 'key'},
    {text: ` ${value} `, tone: isLit ? 'selection' : setting.isDefault ? 'text' : 'data'},
    {text: after, tone: 'key'},
    ...(hasNote ? [{text: note, tone: 'accent' as const}] : []),
  ];
}

function canStep({kind, value}: PanelSetting, direction: 1 | -1): boolean {
  return stepValue(kind, value, direction) !== undefined;
}

/** What a setting is about: its sentence, the values it takes, and its name in scikit-learn. */
export function settingHelp(setting: PanelSetting, width: number, glyphs: Glyphs): readonly Line[] {
  const wrap = (label: string, text: string) =>
    wrapSpans([{text: `${label} `, tone: 'dim'}, {text}], width, {glyphs: glyphs.set, rest: [{text: '  '}]});
  return [
    ...wrapSpans([{text: setting.help}], width, {glyphs: glyphs.set}),
    ...wrap('Values:', `${setting.allowed}; default ${setting.fallback === '' ? 'empty' : setting.fallback}`),
    ...(setting.sklearn === null ? [] : wrap('scikit-learn:', setting.sklearn)),
  ];
}
