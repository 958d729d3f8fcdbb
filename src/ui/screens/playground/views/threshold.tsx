import {useMemo} from 'react';
import {figures} from '../../../../app/figures.ts';
import {playRequest} from '../../../../app/lab/playground.ts';
import {failureRemarks} from '../../../../app/lab/remarks.ts';
import {atThreshold, nearestThreshold, type Sweep, thresholdFacts} from '../../../../app/lab/threshold.ts';
import type {Remark} from '../../../../app/lab/words.ts';
import type {RunResult} from '../../../../app/run-result.ts';
import {formatNumber} from '../../../../charts/index.ts';
import type {Line} from '../../../components/rich-text.ts';
import {useCommands} from '../../../keys/use-commands.ts';
import {useKeyReducer} from '../../../keys/use-key-reducer.ts';
import {useTutor} from '../../../navigation/contexts.ts';
import type {Glyphs} from '../../../theme/glyphs.ts';
import {useGlyphs} from '../../../theme/ThemeProvider.tsx';
import {type Draw, picturesLines} from '../../lab/drawing-columns.ts';
import {useAnswer} from '../use-answer.ts';
import {ViewText} from '../ViewText.tsx';
import type {PlayView, RunViewProps} from '../view.ts';

/** The threshold from which a row is called positive, to be moved over the scores of the test rows. */
export const thresholdView: PlayView = {
  id: 'threshold',
  title: 'Threshold',
  about: 'From when on a row is called positive.',
  needsRun: true,
  View: ThresholdView,
};

function ThresholdView(props: RunViewProps) {
  const {area, run, state} = props;
  const {engine} = useTutor();
  const settings = state.runs.at(-1)!.settings;
  const hasTwo = run.data.classes.length === 2;
  const answer = useAnswer(hasTwo ? `sweep ${run.run}` : null, () =>
    engine.call('thresholdSweep', playRequest(settings)),
  );
  if (!hasTwo) return <Say text={oneOfTwo(run)} {...props} />;
  if (answer.kind === 'failed') return <ViewText area={area} remarks={failureRemarks(answer.error)} id="failed" />;
  if (answer.kind === 'working') return <Say text="Collecting the scores of the test rows…" {...props} />;
  if (answer.value === null)
    return <Say text="No test row is of the positive class, so there is nothing to choose." {...props} />;
  return <Slider key={run.run} {...props} sweep={answer.value} />;
}

function oneOfTwo({data}: RunResult): string {
  const found = data.classes.length === 0 ? 'is a number' : `has ${data.classes.length} classes`;
  return `A threshold chooses between two classes; the target of this run, ${data.target}, ${found}. breast_cancer and subscriptions, under Data, have two.`;
}

function Say({text, area}: RunViewProps & {readonly text: string}) {
  return <ViewText area={area} remarks={[{kind: 'text', text}]} id={text} />;
}

function Slider({area, run, play, sweep, asTables}: RunViewProps & {readonly sweep: Sweep}) {
  const glyphs = useGlyphs();
  const last = sweep.thresholds.length - 1;
  const [place, move, latest] = useKeyReducer(
    (before: number, by: number) => Math.max(0, Math.min(before + by, last)),
    () => nearestThreshold(sweep, run.pipeline.evaluation.threshold),
  );
  const keep = () => {
    const threshold = Number(sweep.thresholds[latest()]!.toPrecision(3));
    play.send({type: 'set', path: 'evaluation.threshold', value: threshold});
  };
  useCommands({
    'move-left': {run: () => void move(-1), label: 'threshold'},
    'move-right': {run: () => void move(1), label: 'threshold'},
    first: {run: () => void move(-last), isQuiet: true},
    last: {run: () => void move(last), isQuiet: true},
    choose: {
      run: keep,
      isQuiet: area.width < 60,
      label: 'keep it',
      help: 'Set the threshold of the pipeline to this value.',
    },
  });
  const lines = useMemo(() => {
    const moved = atThreshold(run, sweep, place);
    const width = area.width - 2;
    const pictures = picturesLines(drawsOf(moved), {width, height: area.height - 5}, {glyphs, asTables, twoFrom: 68});
    return glyphs.isSpoken ? pictures : [sliderLine(place, last, width, glyphs), ...pictures];
  }, [run, sweep, place, last, area, glyphs, asTables]);
  const facts = thresholdFacts(sweep, place).map(([name, value]) => `${name} ${formatNumber(value)}`);
  const remarks: readonly Remark[] = [{kind: 'figure', label: sweep.positive, text: facts.join(', ')}];
  return <ViewText area={area} remarks={remarks} lines={lines} id={run.run} />;
}

function drawsOf(run: RunResult): readonly Draw[] {
  return (['confusion', 'roc'] as const).map(kind => size => {
    const chart = figures[kind](run, size);
    return chart ? {kind: 'chart', chart} : {kind: 'words', title: kind, sentence: 'There is nothing to draw.'};
  });
}

/** A line from the lowest threshold to the highest, and where it stands. */
function sliderLine(place: number, last: number, width: number, glyphs: Glyphs): Line {
  const room = Math.max(3, width - 16);
  const at = last === 0 ? 0 : Math.round((place / last) * (room - 1));
  return [
    {text: 'lowest ', tone: 'dim'},
    {text: glyphs.line.repeat(at), tone: 'frame'},
    {text: glyphs.chosen, tone: 'accent', bold: true},
    {text: glyphs.line.repeat(room - 1 - at), tone: 'frame'},
    {text: ' highest', tone: 'dim'},
  ];
}
