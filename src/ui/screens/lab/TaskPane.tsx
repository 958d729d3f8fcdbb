import {Box} from 'ink';
import {useMemo} from 'react';
import {changedPaths} from '../../../app/lab/changes.ts';
import type {LabSession} from '../../../app/lab/open-lab.ts';
import {describePanel, type PanelSetting} from '../../../app/lab/panel.ts';
import {stepValue} from '../../../app/lab/step-value.ts';
import type {LabState} from '../../../app/sessions/lab-session.ts';
import {StyledLines} from '../../components/StyledLines.tsx';
import {useCommands, useIsReached} from '../../keys/use-commands.ts';
import {useKeyReducer} from '../../keys/use-key-reducer.ts';
import type {Area} from '../../layout/area.ts';
import {useBreakpoint} from '../../layout/breakpoint.ts';
import {useHasShortFooter} from '../../layout/short-footer.ts';
import {useGlyphs} from '../../theme/ThemeProvider.tsx';
import {useIsPlain} from '../text/use-text-style.ts';
import {RowList, rowsTop} from './RowList.tsx';
import {settingHelp} from './setting-rows.ts';
import {entryIds, isPreparing, type TaskView, taskRows} from './task-rows.ts';

type Cursor = {readonly id: string | null; readonly isChoosing: boolean};

/** The task: what it asks, the prediction to choose, and the settings of the panel, all in one list. */
export function TaskPane(props: {
  readonly area: Area;
  readonly lab: LabSession;
  readonly state: LabState;
  readonly onEdit: (setting: PanelSetting) => void;
  readonly onPlayground: () => void;
}) {
  const {area, state} = props;
  const glyphs = useGlyphs();
  const isPlain = useIsPlain();
  const isReached = useIsReached();
  const [cursor, move, latest] = useKeyReducer(
    (before: Cursor, change: Partial<Cursor>) => ({...before, ...change}),
    (): Cursor => ({id: null, isChoosing: false}),
  );
  const view = useMemo(() => viewOf(state, cursor.isChoosing), [state, cursor.isChoosing]);
  const ids = entriesOf(state, view, glyphs.isSpoken);
  const chosen = cursor.id !== null && ids.includes(cursor.id) ? cursor.id : (ids[0] ?? null);
  const setting = view.settings.find(({path}) => path === chosen);
  const help = setting ? settingHelp(setting, area.width - 2, glyphs) : [];
  // Moving says one line; opening a setting says what it is about.
  const helpHeight = area.height >= 16 && !glyphs.isSpoken ? Math.min(help.length, Math.floor(area.height / 3)) : 0;
  const listArea = {width: area.width, height: area.height - (helpHeight > 0 ? helpHeight + 1 : 0)};
  const rows = taskRows(state, view, {width: area.width - 2, glyphs, isPlain, chosen, isReached});
  useTaskKeys(props, {latest, move, isFirstInSight: rowsTop(rows, ids[0] ?? null, 0, listArea.height) === 0});
  return (
    <Box flexDirection="column" width={area.width} height={area.height}>
      <RowList rows={rows} chosen={cursor.id === null ? null : chosen} area={listArea} />
      {helpHeight > 0 && <StyledLines lines={[[], ...help]} width={area.width - 2} height={helpHeight + 1} />}
    </Box>
  );
}

function viewOf(state: LabState, isReopened: boolean): TaskView {
  const settings = describePanel(state.lab.panel, state.settings);
  const before = state.runs.at(-1)?.settings ?? state.start;
  const differing = changedPaths(before, state.settings);
  const changed = settings
    .map(({path}) => path)
    .filter(path => differing.some(name => `${name}.`.startsWith(`${path}.`)));
  const isChoosing = state.task !== null && !state.isLocked && (state.chosen === null || isReopened);
  return {isChoosing, settings, changed: new Set(changed)};
}

/** What the cursor can stand on. */
function entriesOf(state: LabState, view: TaskView, isSpoken: boolean): readonly string[] {
  // Nobody chooses what they have not heard.
  if (isSpoken && isPreparing(state)) return [];
  const {task, isLocked} = state;
  const options = view.isChoosing ? (task?.predict.options ?? []).map(({id}) => entryIds.option(id)) : [];
  const said = task !== null && !view.isChoosing && !isLocked ? [entryIds.prediction] : [];
  return [...options, ...said, ...view.settings.map(({path}) => path), ...(task === null ? [entryIds.playground] : [])];
}

type CursorKeys = {
  readonly latest: () => Cursor;
  readonly move: (change: Partial<Cursor>) => Cursor;
  /** Whether the first entry can be seen with the pane at its top. */
  readonly isFirstInSight: boolean;
};

function useTaskKeys(props: Parameters<typeof TaskPane>[0], {latest, move, isFirstInSight}: CursorKeys): void {
  const {lab} = props;
  const isNarrow = useBreakpoint() === 'narrow';
  // The arrows stand beside the value already.
  const isShort = useHasShortFooter();
  const {isSpoken} = useGlyphs();
  // Keys come faster than frames: everything is read anew when a key arrives.
  const now = () => {
    const state = lab.state();
    const view = viewOf(state, latest().isChoosing);
    const ids = entriesOf(state, view, isSpoken);
    const place = Math.max(0, ids.indexOf(latest().id ?? ''));
    return {state, view, ids, place, id: ids[place], setting: view.settings.find(({path}) => path === ids[place])};
  };
  const onSetting = now().setting !== undefined;
  // Nobody chooses what they cannot see: the first key only brings it into sight.
  const isUnseen = () => latest().id === null && !isFirstInSight;
  const go = (steps: number) => {
    const {ids, place} = now();
    const by = isUnseen() ? 0 : steps;
    move({id: ids[Math.max(0, Math.min(place + by, ids.length - 1))] ?? null});
  };
  const step = (direction: 1 | -1) => {
    const {setting} = now();
    const value = setting && stepValue(setting.kind, setting.value, direction);
    if (setting && value !== undefined) lab.send({type: 'set', path: setting.path, value});
    return setting !== undefined;
  };
  const choose = () => {
    const {id, setting, view} = now();
    if (isUnseen()) go(0);
    else if (setting) props.onEdit(setting);
    else if (id === entryIds.prediction) move({isChoosing: true, id: entryIds.option(lab.state().chosen ?? '')});
    else if (id === entryIds.playground) props.onPlayground();
    else if (id !== undefined) {
      lab.send({type: 'predict', option: id.slice(entryIds.option('').length)});
      move({isChoosing: false, id: view.settings[0]?.path ?? null});
    }
  };
  useCommands({
    'move-up': {run: () => go(-1), isQuiet: isNarrow},
    'move-down': {run: () => go(1), isQuiet: isNarrow},
    'move-left': {run: () => step(-1), isQuiet: isShort},
    'move-right': {run: () => step(1), isQuiet: isShort},
    choose: {
      run: choose,
      label: isUnseen() ? 'choices' : onSetting ? 'edit' : 'choose',
      isQuiet: isSpoken && onSetting,
    },
    toggle: {run: () => (now().setting ? step(1) : choose()), isQuiet: true},
    change: {
      run: () => {
        const {setting} = now();
        if (setting) props.onEdit(setting);
      },
      isQuiet: true,
    },
  });
}
