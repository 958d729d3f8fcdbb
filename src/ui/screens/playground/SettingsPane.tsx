import {Box} from 'ink';
import {useMemo} from 'react';
import {changedPaths} from '../../../app/lab/changes.ts';
import type {PanelSetting} from '../../../app/lab/panel.ts';
import type {Playground, PlaySession} from '../../../app/lab/playground.ts';
import {describeAll, knownTask} from '../../../app/lab/playground-panel.ts';
import {stepValue} from '../../../app/lab/step-value.ts';
import {spokenPage} from '../../components/List.tsx';
import {lineOf} from '../../components/rich-text.ts';
import {StyledLines} from '../../components/StyledLines.tsx';
import {useCommands, useIsReached} from '../../keys/use-commands.ts';
import {useKeyReducer} from '../../keys/use-key-reducer.ts';
import type {Area} from '../../layout/area.ts';
import {useBreakpoint} from '../../layout/breakpoint.ts';
import {useTutor} from '../../navigation/contexts.ts';
import {useGlyphs} from '../../theme/ThemeProvider.tsx';
import {RowList} from '../lab/RowList.tsx';
import {type RowStyle, settingHelp, settingRows} from '../lab/setting-rows.ts';
import {useIsPlain} from '../text/use-text-style.ts';

/** Every setting of every stage, in the order of the pipeline. */
export function SettingsPane(props: {
  readonly area: Area;
  readonly play: PlaySession;
  readonly state: Playground;
  readonly onEdit: (setting: PanelSetting) => void;
}) {
  const {area, state} = props;
  const glyphs = useGlyphs();
  const isPlain = useIsPlain();
  const isReached = useIsReached();
  const describe = useDescription();
  const settings = useMemo(() => describe(state), [describe, state]);
  const before = state.runs.at(-1)?.settings ?? state.start;
  const changed = useMemo(() => changedSettings(settings, before, state.settings), [settings, before, state.settings]);
  const chosen = useSettingKeys(props, describe);
  const setting = settings.find(({path}) => path === chosen) ?? settings[0]!;
  const help = settingHelp(setting, area.width - 2, glyphs);
  const helpHeight = area.height >= 14 && !glyphs.isSpoken ? Math.min(help.length, Math.floor(area.height / 3)) : 0;
  const listArea = {width: area.width, height: area.height - (helpHeight > 0 ? helpHeight + 1 : 0)};
  const style = {
    width: area.width - 2,
    glyphs,
    isPlain,
    chosen: setting.path,
    isReached,
  };
  const rows = glyphs.isSpoken
    ? spokenRow(setting, settings.length, changed, style)
    : settingRows(settings, changed, style);
  return (
    <Box flexDirection="column" width={area.width} height={area.height}>
      <RowList rows={rows} chosen={setting.path} area={listArea} />
      {helpHeight > 0 && <StyledLines lines={[[], ...help]} width={area.width - 2} height={helpHeight + 1} />}
    </Box>
  );
}

/** Of so many settings the chosen one alone is said, with the stage it belongs to. */
function spokenRow(setting: PanelSetting, count: number, changed: ReadonlySet<string>, style: RowStyle) {
  const [, row] = settingRows([{...setting, name: setting.path}], changed, style);
  return [{id: null, lines: [lineOf(`A list of ${count} settings:`)]}, row!];
}

/** The settings in which two pipelines differ, of those that a panel shows. */
export function changedSettings(
  settings: readonly PanelSetting[],
  ...[before, after]: Parameters<typeof changedPaths>
): ReadonlySet<string> {
  const differing = changedPaths(before, after);
  const isChanged = (path: string) => differing.some(name => `${name}.`.startsWith(`${path}.`));
  return new Set(settings.map(({path}) => path).filter(isChanged));
}

type Describe = (state: Playground) => readonly PanelSetting[];

/** Describes the settings with what only the surroundings of a pipeline know: which datasets there are, and what they are for. */
function useDescription(): Describe {
  const {datasets} = useTutor();
  return useMemo(() => {
    const bundled = datasets.list();
    const known = {'ingestion.dataset': bundled.map(({name}) => name)};
    return state => describeAll(state.settings, knownTask(state, bundled), known);
  }, [datasets]);
}

function useSettingKeys({play, area, onEdit}: Parameters<typeof SettingsPane>[0], describe: Describe): string {
  const [cursor, move, latest] = useKeyReducer(
    (_: string, path: string) => path,
    () => 'ingestion.dataset',
  );
  // Keys come faster than frames: everything is read anew when a key arrives.
  const now = () => {
    const settings = describe(play.state());
    const place = Math.max(
      0,
      settings.findIndex(({path}) => path === latest()),
    );
    return {settings, place, setting: settings[place]!};
  };
  const go = (steps: number) => {
    const {settings, place} = now();
    move(settings[Math.max(0, Math.min(place + steps, settings.length - 1))]!.path);
  };
  const step = (direction: 1 | -1) => {
    const {setting} = now();
    const value = stepValue(setting.kind, setting.value, direction);
    if (value !== undefined) play.send({type: 'set', path: setting.path, value});
  };
  const edit = () => onEdit(now().setting);
  const isNarrow = useBreakpoint() === 'narrow';
  const {isSpoken} = useGlyphs();
  const page = isSpoken ? spokenPage : Math.max(1, area.height - 3);
  useCommands({
    'move-up': {run: () => go(-1), isQuiet: isNarrow},
    'move-down': {run: () => go(1), isQuiet: isNarrow},
    'page-up': {run: () => go(-page), isQuiet: true},
    'page-down': {run: () => go(page), isQuiet: true},
    first: {run: () => go(-1000), isQuiet: true},
    last: {run: () => go(1000), isQuiet: true},
    'move-left': () => step(-1),
    'move-right': () => step(1),
    toggle: {run: () => step(1), isQuiet: true},
    choose: {run: edit, label: 'edit', isQuiet: isNarrow},
    change: {run: edit, isQuiet: true},
  });
  return cursor;
}
