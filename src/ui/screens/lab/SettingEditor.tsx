import {Box} from 'ink';
import {type PanelSetting, readEntry} from '../../../app/lab/panel.ts';
import type {Json} from '../../../tutor/figures/result.ts';
import {Field} from '../../components/Field.tsx';
import {Menu} from '../../components/Menu.tsx';
import {type Line, textWidth} from '../../components/rich-text.ts';
import {StyledLines} from '../../components/StyledLines.tsx';
import {wrapSpans} from '../../components/wrap-spans.ts';
import {useCommands} from '../../keys/use-commands.ts';
import {useKeyReducer} from '../../keys/use-key-reducer.ts';
import type {Area} from '../../layout/area.ts';
import {Overlay} from '../../layout/Overlay.tsx';
import {useTextWidth} from '../../layout/text-width.ts';
import {useGlyphs} from '../../theme/ThemeProvider.tsx';
import {settingHelp} from './setting-rows.ts';

type EditorProps = {
  readonly setting: PanelSetting;
  readonly area: Area;
  readonly onDone: (value: Json) => void;
  readonly onClose: () => void;
};

/** One setting over the screen: what it is about, and its values to choose from or a field to write in. */
export function SettingEditor(props: EditorProps) {
  const {setting, area} = props;
  const glyphs = useGlyphs();
  const width = useTextWidth(area.width - 4, 64);
  const help = settingHelp(setting, width, glyphs);
  const choices = choicesOf(setting);
  const rows = choices ? choices.length : entryRows(setting, width);
  return (
    <Overlay area={area} title={setting.path} wish={{width, height: help.length + 1 + rows}}>
      {inside => {
        const shown = help.slice(0, Math.max(0, inside.height - rows - 1));
        const room = {width: inside.width, height: inside.height - (shown.length > 0 ? shown.length + 1 : 0)};
        return (
          <Box flexDirection="column" width={inside.width} height={inside.height}>
            {shown.length > 0 && <StyledLines lines={[...shown, []]} width={inside.width} />}
            {choices ? <Choices {...props} choices={choices} room={room} /> : <Entry {...props} room={room} />}
          </Box>
        );
      }}
    </Overlay>
  );
}

type Choice = {readonly label: string; readonly value: Json};

function choicesOf({kind}: PanelSetting): readonly Choice[] | null {
  if (kind.type === 'choice') return kind.choices.map(value => ({label: value, value}));
  return kind.type === 'boolean' ? [true, false].map(value => ({label: String(value), value})) : null;
}

function Choices(props: EditorProps & {readonly choices: readonly Choice[]; readonly room: Area}) {
  const {setting, choices, room, onDone, onClose} = props;
  useCommands({back: {run: onClose, label: 'cancel'}, quit: {run: onClose, isQuiet: true}});
  const initialIndex = Math.max(
    0,
    choices.findIndex(({value}) => value === setting.value),
  );
  return <Menu items={choices} initialIndex={initialIndex} width={room.width} height={room.height} onChoose={onDone} />;
}

// A long text stands in rows under its name, with one for what is added; the last two are for what is wrong with it.
function entryRows({name, text}: PanelSetting, width: number): number {
  const isLong = textWidth(name) + textWidth(text) + 2 > width;
  return (isLong ? Math.min(mostRows, Math.ceil((textWidth(text) + 1) / width) + 1) : 1) + 2;
}

const mostRows = 6;

function Entry({setting, room, onDone, onClose}: EditorProps & {readonly room: Area}) {
  const glyphs = useGlyphs();
  const [problem, say] = useKeyReducer(
    (_: string, text: string) => text,
    () => '',
  );
  const submit = async (text: string) => {
    const reading = await readEntry(setting, text);
    if ('value' in reading) onDone(reading.value as Json);
    else say(`${reading.problem} ${reading.hint}`);
  };
  const lines: readonly Line[] = wrapSpans([{text: problem, tone: 'bad'}], room.width, {glyphs: glyphs.set});
  return (
    <Box flexDirection="column" width={room.width} height={room.height}>
      <Field
        width={room.width}
        height={Math.max(1, room.height - (problem === '' ? 0 : lines.length))}
        label={setting.name}
        initialText={setting.text}
        submitLabel="set"
        onChange={() => say('')}
        onSubmit={text => void submit(text)}
        onCancel={onClose}
      />
      {problem !== '' && <StyledLines lines={lines} width={room.width} />}
    </Box>
  );
}
