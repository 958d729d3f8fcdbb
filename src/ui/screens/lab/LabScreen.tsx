import {Box} from 'ink';
import {useEffect, useMemo} from 'react';
import {splitSettings} from '../../../app/lab/action-settings.ts';
import {labActionNamed} from '../../../app/lab/lab-actions.ts';
import {type LabSession, openLab, openTask, recordLabOpening} from '../../../app/lab/open-lab.ts';
import {writeRecipe} from '../../../app/lab/recipe.ts';
import {type LabState, whyNotRun} from '../../../app/sessions/lab-session.ts';
import type {Lesson} from '../../../tutor/parse/course.ts';
import type {Line} from '../../components/rich-text.ts';
import {StyledLines} from '../../components/StyledLines.tsx';
import {wrapSpans} from '../../components/wrap-spans.ts';
import {useCommands} from '../../keys/use-commands.ts';
import {useKeyReducer} from '../../keys/use-key-reducer.ts';
import type {Area} from '../../layout/area.ts';
import {useBreakpoint} from '../../layout/breakpoint.ts';
import {Split} from '../../layout/Split.tsx';
import {unsaid, useHasShortFooter} from '../../layout/short-footer.ts';
import {useNavigator, useTutor} from '../../navigation/contexts.ts';
import {useGlyphs} from '../../theme/ThemeProvider.tsx';
import type {ScreenSpec} from '../screen.ts';
import {trails} from '../trails.ts';
import {LabOverlay, type LabOverlayKind, TextOverlay} from './LabOverlay.tsx';
import {ResultPane} from './ResultPane.tsx';
import {TaskPane} from './TaskPane.tsx';
import {useBench} from './use-bench.ts';
import {useMaterials} from './use-materials.ts';

/** The lab of a lesson: settings on one side, what the engine says on the other. */
export const labScreen: ScreenSpec<'lab'> = {
  trail: trails.lab,
  Screen: ({route, area}) => {
    const tutor = useTutor();
    const lesson = tutor.course.lessons.find(({id}) => id === route.lesson);
    return lesson?.lab ? <OpenLab lesson={lesson} task={route.task} area={area} /> : <NoLab area={area} />;
  },
};

function NoLab({area}: {readonly area: Area}) {
  const {back} = useNavigator();
  const remarks = [{kind: 'text', text: 'This lesson has no lab. The playground is open to every pipeline.'} as const];
  return (
    <Box width={area.width} height={area.height}>
      <TextOverlay title="No lab here" remarks={remarks} area={area} onClose={back} />
    </Box>
  );
}

function OpenLab({
  lesson,
  task,
  area,
}: {
  readonly lesson: Lesson;
  readonly task: string | undefined;
  readonly area: Area;
}) {
  const tutor = useTutor();
  const lab = useMemo(() => openLab(tutor, lesson, task), [tutor, lesson, task]);
  useEffect(() => recordLabOpening(lesson, tutor), [lesson, tutor]);
  // Leaving gives up a run that nobody will look at.
  useEffect(() => () => void lab.send({type: 'cancel'}), [lab]);
  return <LabPanes lab={lab} area={area} />;
}

/** What the screen itself remembers: which pane has the keys, what is open, what was just said. */
type View = {
  readonly focus: 0 | 1;
  readonly open: LabOverlayKind | null;
  readonly asTables: boolean;
  readonly message: string;
};

function LabPanes({lab, area}: {readonly lab: LabSession; readonly area: Area}) {
  const state = useBench(lab);
  const navigator = useNavigator();
  const materials = useMaterials(state);
  const [view, show, latest] = useKeyReducer(
    (before: View, change: Partial<View>) => ({...before, message: '', ...change}),
    (): View => ({focus: 0, open: null, asTables: false, message: ''}),
  );
  useLabKeys(lab, state, {show, latest, focus: view.focus});
  // What keeps a run from being made is said until it no longer does.
  const message = useMessageLines(view.message === whyNotRun(state) ? view.message : '', area.width);
  const isShort = useHasShortFooter();
  const close = () => void show({open: null});
  const room = {width: area.width, height: area.height - message.length};
  const toPlayground = () =>
    navigator.open({screen: 'playground', recipe: writeRecipe(splitSettings(lab.state().settings).pipeline)});
  return (
    <Box flexDirection="column" width={area.width} height={area.height}>
      <Split
        area={room}
        share={0.42}
        focus={view.focus}
        onFocus={focus => show({focus})}
        tabLabel={isShort ? shortTabLabel(view, state) : undefined}
        panes={[
          {
            title: placeOf(state),
            children: inside => (
              <TaskPane
                key={state.bench}
                area={inside}
                lab={lab}
                state={state}
                onEdit={setting => show({open: setting})}
                onPlayground={toPlayground}
              />
            ),
          },
          {
            title: 'Result',
            children: inside => (
              <ResultPane area={inside} state={state} materials={materials} asTables={view.asTables} />
            ),
          },
        ]}
      />
      {message.length > 0 && <StyledLines lines={message} width={area.width} />}
      {view.open !== null && <LabOverlay kind={view.open} area={area} lab={lab} state={state} onClose={close} />}
    </Box>
  );
}

function placeOf({task, lab}: LabState): string {
  return task === null ? 'Free play' : `Task ${lab.tasks.indexOf(task) + 1} of ${lab.tasks.length}`;
}

// The longest word for a run that leaves room for the keys beside it.
const longestLabel = 6;

/** Beside editing and running there is room for the key alone. */
function shortTabLabel({focus}: View, state: LabState): string {
  if (focus === 1) return 'task';
  return whyNotRun(state) === null ? '' : 'result';
}

function useMessageLines(text: string, width: number): readonly Line[] {
  const glyphs = useGlyphs();
  if (text === '') return [];
  const first: Line = [{text: `${glyphs.info} `, tone: 'accent'}];
  return wrapSpans([{text}], width, {glyphs: glyphs.set, first});
}

type ViewKeys = {
  readonly show: (change: Partial<View>) => View;
  readonly latest: () => View;
  readonly focus: View['focus'];
};

function useLabKeys(lab: LabSession, state: LabState, {show, latest, focus}: ViewKeys): void {
  const tutor = useTutor();
  const breakpoint = useBreakpoint();
  const isShort = useHasShortFooter();
  const {label, help} = labActionNamed(state.task?.action ?? 'run');
  const run = () => {
    const reason = whyNotRun(lab.state());
    if (reason !== null) show({message: reason, focus: 0});
    else {
      lab.send({type: 'run'});
      // Every change of the view is a frame, and the result is waited for.
      if (breakpoint !== 'wide') show({focus: 1});
      else if (latest().message !== '') show({});
    }
  };
  const places = [...state.lab.tasks.map(({id}) => id as string | null), ...(state.lab.playground ? [null] : [])];
  const goTo = (step: 1 | -1) => {
    const here = places.indexOf(lab.state().task?.id ?? null);
    const next = places[here + step];
    if (next === undefined) return;
    lab.send(openTask(tutor, lab.state().lesson, next));
    show({focus: 0, open: null});
  };
  const here = places.indexOf(state.task?.id ?? null);
  const nextLabel = places[here + 1] === null ? 'play' : breakpoint === 'narrow' ? 'next' : 'next task';
  const firstHint = () => {
    if (lab.state().hints === 0) lab.send({type: 'hint'});
    show({open: 'hints'});
  };
  useCommands({
    run: {
      run,
      label: isShort && label.length > longestLabel ? 'run' : label,
      help,
      isQuiet: isShort && (whyNotRun(state) !== null || (state.isPassed && focus === 1)),
    },
    back: state.running ? {run: () => void lab.send({type: 'cancel'}), label: 'stop'} : isShort ? unsaid : undefined,
    next:
      here + 1 < places.length
        ? {
            run: () => goTo(1),
            label: nextLabel,
            isQuiet: (!state.isPassed && state.task !== null) || (isShort && focus === 0),
          }
        : undefined,
    previous: here > 0 ? {run: () => goTo(-1), label: 'task before', isQuiet: true} : undefined,
    choose: state.isPassed ? {run: () => goTo(1), label: nextLabel} : undefined,
    hint: state.task === null ? undefined : {run: firstHint, label: state.isPassed ? 'hints' : 'hint'},
    reveal: state.task === null ? undefined : {run: () => void show({open: 'solution'}), label: 'solution'},
    undo: state.past.length > 0 ? () => void lab.send({type: 'undo'}) : undefined,
    reset: () => void lab.send({type: 'reset'}),
    compare: {run: () => void show({open: 'changes'}), label: 'changes', help: 'Say what changed since the last run.'},
    table: () => void show({asTables: !latest().asTables}),
    save: {
      run: () => void show({open: 'recipe'}),
      label: 'recipe',
      help: 'Show the recipe of this pipeline, or use another.',
    },
  });
}
