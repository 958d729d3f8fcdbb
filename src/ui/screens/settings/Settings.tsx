import {Box} from 'ink';
import type {VoiceSearch} from '../../../app/read-aloud/voice.ts';
import {Stepper} from '../../components/Stepper.tsx';
import {StyledLines} from '../../components/StyledLines.tsx';
import {keepVisible} from '../../components/scroll.ts';
import {wrapSpans} from '../../components/wrap-spans.ts';
import {useCommands} from '../../keys/use-commands.ts';
import {useKeyReducer} from '../../keys/use-key-reducer.ts';
import type {Area} from '../../layout/area.ts';
import {useTutor} from '../../navigation/contexts.ts';
import {useProgress} from '../../navigation/use-progress.ts';
import {useGlyphs} from '../../theme/ThemeProvider.tsx';
import type {ScreenSpec} from '../screen.ts';
import {trails} from '../trails.ts';
import {choiceAt, cycleSetting, type SettingRow, settingRows, stepSetting} from './rows.ts';

/** The learner's choices; each is kept as soon as it is made. */
export const settingsScreen: ScreenSpec<'settings'> = {
  trail: trails.settings,
  Screen: ({area}) => <Settings area={area} />,
};

const labelWidth = 12;

function Settings({area}: {readonly area: Area}) {
  const {learner, voice} = useTutor();
  const glyphs = useGlyphs();
  const [at, move, latest] = useKeyReducer(
    (at: number, steps: number) => Math.max(0, Math.min(settingRows.length - 1, at + steps)),
    () => 0,
  );
  const now = () => learner.progress().settings;
  const change = (change: ReturnType<typeof stepSetting>) =>
    learner.record({type: 'settings_changed', settings: change});
  useCommands({
    'move-up': () => move(-1),
    'move-down': () => move(1),
    choose: {
      run: () => change(cycleSetting(settingRows[latest()]!, now())),
      label: 'next',
      help: 'Go to the next value, and from the last to the first.',
    },
  });
  const help = helpOf(settingRows[at]!, voice);
  const lines = wrapSpans([{text: help, tone: 'dim'}], Math.min(area.width, 76), {glyphs: glyphs.set});
  const room = Math.max(1, area.height - lines.length - 1);
  const top = keepVisible(0, at, at, room, settingRows.length);
  return (
    <Box flexDirection="column" width={area.width} height={area.height} overflowY="hidden">
      {settingRows.slice(top, top + room).map((row, index) => (
        <SettingStepper
          key={row.key}
          row={row}
          help={help}
          width={area.width}
          isActive={top + index === at}
          onStep={direction => change(stepSetting(row, now(), direction))}
        />
      ))}
      {!glyphs.isSpoken && <StyledLines lines={[[], ...lines]} width={area.width} />}
    </Box>
  );
}

/** What a setting does; where the computer cannot do it, what it needs. */
function helpOf({key, help}: SettingRow, voice: () => VoiceSearch): string {
  if (key !== 'read_aloud') return help;
  const found = voice();
  return 'voice' in found
    ? `${help} It speaks with ${found.voice.name}. On a page, a stops it or says the page again.`
    : `${help} This one has none that the tutor can find. ${found.install}`;
}

function SettingStepper(props: {
  readonly row: SettingRow;
  /** Said with the row that is selected. */
  readonly help: string;
  readonly width: number;
  readonly isActive: boolean;
  readonly onStep: (direction: 1 | -1) => void;
}) {
  const {row, width, isActive, onStep} = props;
  const at = choiceAt(row, useProgress().settings);
  const value = row.choices[at]?.words ?? 'not said';
  const {isSpoken} = useGlyphs();
  return (
    <Stepper
      label={row.label}
      value={isSpoken && isActive ? `${value}. ${props.help}` : value}
      width={width}
      labelWidth={labelWidth}
      canGoDown={at > 0}
      canGoUp={at < row.choices.length - 1}
      isActive={isActive}
      onStep={onStep}
    />
  );
}
