import {useMemo} from 'react';
import {figures} from '../../../app/figures.ts';
import {isRun} from '../../../app/lab/drawings/drawing.ts';
import {labActionNamed} from '../../../app/lab/lab-actions.ts';
import {isKeptBack, labRemarks} from '../../../app/lab/remarks.ts';
import {shownPictures} from '../../../app/lab/shown.ts';
import type {FigureMaterial} from '../../../app/lesson-figures.ts';
import type {RunResult} from '../../../app/run-result.ts';
import {type LabState, labResults} from '../../../app/sessions/lab-session.ts';
import type {RunResult as ResultJson} from '../../../tutor/figures/result.ts';
import type {Line} from '../../components/rich-text.ts';
import {Viewport} from '../../components/Viewport.tsx';
import type {Area} from '../../layout/area.ts';
import {useHasShortFooter} from '../../layout/short-footer.ts';
import {useGlyphs} from '../../theme/ThemeProvider.tsx';
import {useIsPlain} from '../text/use-text-style.ts';
import {type Draw, picturesLines} from './drawing-columns.ts';
import {LiveView} from './LiveView.tsx';
import {type RemarkStyle, remarkLines} from './remark-lines.ts';
import {resultSteps, stepLines} from './step-lines.ts';
import {useIsLong} from './use-is-long.ts';
import {warningLines} from './warning-lines.ts';

/** What the runs of a lab show: the verdict, the pictures, the steps; while one goes on, how far it is. */
export function ResultPane(props: {
  readonly area: Area;
  readonly state: LabState;
  readonly materials: ReadonlyArray<Omit<FigureMaterial, 'runs'>>;
  readonly asTables: boolean;
}) {
  const {area, state, materials, asTables} = props;
  const glyphs = useGlyphs();
  const isPlain = useIsPlain();
  const isShort = useHasShortFooter();
  const isLong = useIsLong(state.running?.job ?? null);
  const lines = useMemo(
    () => resultLines(state, materials, area, {glyphs, isPlain, asTables}),
    [state, materials, area, glyphs, isPlain, asTables],
  );
  if (state.running && isLong) return <LiveView running={state.running} area={area} />;
  const id = `${state.bench} ${state.runs.length} ${state.failure ? 'failed' : ''}`;
  return <Viewport lines={lines} width={area.width} height={area.height} id={id} isQuiet={isShort} />;
}

/** The flattering metrics beside the honest ones, where a mistake was made on purpose. */
function honestDraws(json: ResultJson): readonly Draw[] {
  const run = isRun(json) ? (json as unknown as RunResult) : null;
  if (!run?.honest_metrics) return [];
  return [size => ({kind: 'chart', chart: figures.honest(run, size)!})];
}

type Style = RemarkStyle & {readonly asTables: boolean};

function resultLines(
  state: LabState,
  materials: ReadonlyArray<Omit<FigureMaterial, 'runs'>>,
  area: Area,
  style: Style,
): readonly Line[] {
  const width = area.width - 2;
  const {glyphs, asTables} = style;
  const head = remarkLines(labRemarks(state), width, style);
  if (state.failure) return [...head, [], ...stepLines(state.failure.live.steps, width, glyphs)];
  if (isKeptBack(state)) return head;
  const latest = state.runs.at(-1);
  // Before the first run of the learner there is nothing to put it beside.
  const runs = latest ? labResults(state) : {...labResults(state), before: undefined};
  const json = runs.result;
  if (!json) return head;
  const own = labActionNamed(latest?.action ?? 'run').draw(json);
  const shown = shownPictures(state.lab.show, materials, runs);
  const pictures = picturesLines(
    [...own, ...honestDraws(json), ...shown],
    {width, height: area.height},
    {glyphs, asTables},
  );
  const hasSteps = state.lab.show.some(({kind}) => kind === 'steps');
  const warnings = isRun(json) ? warningLines((json as unknown as RunResult).warnings, width, glyphs) : [];
  return [...head, ...pictures, ...(latest && !hasSteps ? resultSteps(json, width, glyphs) : []), ...warnings];
}
