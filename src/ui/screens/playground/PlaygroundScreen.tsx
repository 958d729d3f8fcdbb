import {Box} from 'ink';
import {useEffect, useMemo} from 'react';
import {changesBetween} from '../../../app/lab/changes.ts';
import type {PanelSetting} from '../../../app/lab/panel.ts';
import {openPlayground, type Playground, type PlaySession} from '../../../app/lab/playground.ts';
import type {Remark} from '../../../app/lab/words.ts';
import {Menu} from '../../components/Menu.tsx';
import {StyledLine} from '../../components/StyledLines.tsx';
import {useCommands} from '../../keys/use-commands.ts';
import {useKeyReducer} from '../../keys/use-key-reducer.ts';
import type {Area} from '../../layout/area.ts';
import {useBreakpoint} from '../../layout/breakpoint.ts';
import {Overlay} from '../../layout/Overlay.tsx';
import {Split} from '../../layout/Split.tsx';
import {useTutor} from '../../navigation/contexts.ts';
import {useGlyphs} from '../../theme/ThemeProvider.tsx';
import {TextOverlay} from '../lab/LabOverlay.tsx';
import {RecipeOverlay} from '../lab/RecipeOverlay.tsx';
import {SettingEditor} from '../lab/SettingEditor.tsx';
import {useBench} from '../lab/use-bench.ts';
import type {ScreenSpec} from '../screen.ts';
import {trails} from '../trails.ts';
import {SettingsPane} from './SettingsPane.tsx';
import {ViewPane} from './ViewPane.tsx';
import {playViews} from './views.ts';

/** The whole pipeline with every setting, and every way to look at what it does. */
export const playgroundScreen: ScreenSpec<'playground'> = {
  trail: trails.playground,
  Screen: ({route, area}) => {
    const tutor = useTutor();
    const play = useMemo(() => openPlayground(tutor, route.recipe), [tutor, route.recipe]);
    // Leaving gives up a run that nobody will look at.
    useEffect(() => () => void play.send({type: 'cancel'}), [play]);
    return <PlayPanes play={play} area={area} />;
  },
};

// A run that was begun from a view of the data is seen in its result.
const resultAt = playViews.findIndex(({id}) => id === 'result');

/** What the screen itself remembers: which pane has the keys, which view is chosen, what is open. */
type View = {
  readonly focus: 0 | 1;
  readonly view: number;
  readonly open: PanelSetting | 'views' | 'recipe' | 'changes' | null;
  readonly asTables: boolean;
};

function PlayPanes({play, area}: {readonly play: PlaySession; readonly area: Area}) {
  const state = useBench(play);
  const glyphs = useGlyphs();
  const isNarrow = useBreakpoint() !== 'wide';
  const [view, show, latest] = useKeyReducer(
    (before: View, change: Partial<View>) => ({...before, ...change}),
    // Where one pane hides the other, whoever is new begins with the rows and not with seventy settings.
    (): View => ({focus: isNarrow && isUntouched(state) ? 1 : 0, view: 0, open: null, asTables: false}),
  );
  usePlayKeys(play, state, {show, latest});
  const chosen = playViews[view.view]!;
  const {notice} = state;
  const room = {width: area.width, height: area.height - (notice === '' ? 0 : 1)};
  return (
    <Box flexDirection="column" width={area.width} height={area.height}>
      <Split
        area={room}
        share={0.38}
        focus={view.focus}
        onFocus={focus => show({focus})}
        panes={[
          {
            title: 'Pipeline',
            children: inside => (
              <SettingsPane area={inside} play={play} state={state} onEdit={setting => show({open: setting})} />
            ),
          },
          {
            title: `${chosen.title} (${view.view + 1} of ${playViews.length})`,
            children: inside => (
              <ViewPane
                key={chosen.id}
                view={chosen}
                area={inside}
                play={play}
                state={state}
                asTables={view.asTables}
              />
            ),
          },
        ]}
      />
      {notice !== '' && (
        <StyledLine line={[{text: `${glyphs.warn} `, tone: 'warn'}, {text: notice}]} width={area.width} />
      )}
      {view.open !== null && (
        <Opened open={view.open} area={area} play={play} state={state} view={view.view} show={show} />
      )}
    </Box>
  );
}

function isUntouched({runs, past, recipe}: Playground): boolean {
  return runs.length === 0 && past.length === 0 && recipe === null;
}

type Show = (change: Partial<View>) => View;

function Opened(props: {
  readonly open: NonNullable<View['open']>;
  readonly area: Area;
  readonly play: PlaySession;
  readonly state: Playground;
  readonly view: number;
  readonly show: Show;
}) {
  const {open, area, play, state, view, show} = props;
  const close = () => void show({open: null});
  if (open === 'views') {
    return (
      <ViewMenu area={area} view={view} onChoose={next => show({view: next, open: null, focus: 1})} onClose={close} />
    );
  }
  if (open === 'changes')
    return <TextOverlay title="What changed" remarks={changesOf(state)} area={area} onClose={close} />;
  if (open === 'recipe') {
    const use = (settings: Playground['settings']) => {
      play.send({type: 'settings', settings});
      close();
    };
    return <RecipeOverlay area={area} settings={state.settings} onUse={use} onClose={close} />;
  }
  const set = (value: Parameters<typeof settingAction>[1]) => {
    play.send(settingAction(open, value));
    close();
  };
  return <SettingEditor setting={open} area={area} onDone={set} onClose={close} />;
}

function settingAction({path}: PanelSetting, value: Playground['settings'][string]) {
  return {type: 'set', path, value} as const;
}

function changesOf({runs, start, settings}: Playground): readonly Remark[] {
  const latest = runs.at(-1);
  const changes = changesBetween(latest?.settings ?? start, settings);
  const since = latest ? 'your last run' : 'the start';
  if (changes.length === 0) return [{kind: 'text', text: `Nothing has changed since ${since}.`}];
  return [{kind: 'text', text: `Changed since ${since}:`}, ...changes.map((text): Remark => ({kind: 'open', text}))];
}

function ViewMenu(props: {
  readonly area: Area;
  readonly view: number;
  readonly onChoose: (view: number) => void;
  readonly onClose: () => void;
}) {
  const {area, onClose} = props;
  const {isSpoken} = useGlyphs();
  const width = Math.min(area.width - 4, 76);
  const items = playViews.map(({title, about}, value) => ({
    label: isSpoken ? `${title}: ${about}` : width < 60 ? title : `${title.padEnd(15)} ${about}`,
    value,
  }));
  return (
    <Overlay area={area} title="What to look at" wish={{width, height: items.length}}>
      {inside => (
        <ViewChoices items={items} area={inside} view={props.view} onChoose={props.onChoose} onClose={onClose} />
      )}
    </Overlay>
  );
}

function ViewChoices(props: {
  readonly items: readonly {readonly label: string; readonly value: number}[];
  readonly area: Area;
  readonly view: number;
  readonly onChoose: (view: number) => void;
  readonly onClose: () => void;
}) {
  const close = {run: props.onClose, label: 'close'};
  useCommands({back: close, reveal: {...close, isQuiet: true}, quit: {...close, isQuiet: true}});
  const {width, height} = props.area;
  return <Menu items={props.items} initialIndex={props.view} width={width} height={height} onChoose={props.onChoose} />;
}

type ViewKeys = {readonly show: Show; readonly latest: () => View};

function usePlayKeys(play: PlaySession, state: Playground, {show, latest}: ViewKeys): void {
  const breakpoint = useBreakpoint();
  const turn = (by: 1 | -1) => {
    const count = playViews.length;
    show({view: (latest().view + by + count) % count, focus: 1});
  };
  const run = () => {
    if (play.state().running) return;
    play.send({type: 'run'});
    // From the list of sources one wants to see what comes of it.
    const view = playViews[latest().view]!.needsRun ? {} : {view: resultAt};
    if (breakpoint !== 'wide' || 'view' in view) show({...view, ...(breakpoint === 'wide' ? {} : {focus: 1})});
  };
  useCommands({
    run,
    back: state.running ? {run: () => void play.send({type: 'cancel'}), label: 'stop'} : undefined,
    reveal: {run: () => void show({open: 'views'}), label: 'views', help: 'Choose what to look at.'},
    next: {run: () => turn(1), label: 'next view', help: 'Go to the next view.'},
    previous: {run: () => turn(-1), label: 'view before', help: 'Go to the view before.', isQuiet: true},
    undo: state.past.length > 0 ? () => void play.send({type: 'undo'}) : undefined,
    reset: () => void play.send({type: 'reset'}),
    compare: {run: () => void show({open: 'changes'}), label: 'changes', help: 'Say what changed since the last run.'},
    table: () => void show({asTables: !latest().asTables}),
    save: {
      run: () => void show({open: 'recipe'}),
      label: 'recipe',
      help: 'Show the recipe of this pipeline, or use another.',
    },
  });
}
