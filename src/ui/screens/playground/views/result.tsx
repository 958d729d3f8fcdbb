import {useMemo} from 'react';
import {figures} from '../../../../app/figures.ts';
import type {RunResult} from '../../../../app/run-result.ts';
import {formatNumber} from '../../../../charts/index.ts';
import type {Line} from '../../../components/rich-text.ts';
import {tableLines} from '../../../components/table-lines.ts';
import type {Glyphs} from '../../../theme/glyphs.ts';
import {useGlyphs} from '../../../theme/ThemeProvider.tsx';
import {type Draw, picturesLines} from '../../lab/drawing-columns.ts';
import {warningLines} from '../../lab/warning-lines.ts';
import {ViewText} from '../ViewText.tsx';
import type {PlayView, RunViewProps} from '../view.ts';

/** The metrics beside the baseline, the figures of the run, and what to be careful about. */
export const resultView: PlayView = {
  id: 'result',
  title: 'Result',
  about: 'How good the model is on rows it has not seen.',
  needsRun: true,
  View: ResultView,
};

function ResultView({area, run, asTables}: RunViewProps) {
  const glyphs = useGlyphs();
  const width = area.width - 2;
  const lines = useMemo(
    () => [
      ...metricsTable(run, width, glyphs),
      ...picturesLines(drawsOf(run), {width, height: area.height - 4}, {glyphs, asTables}),
      ...warningLines(run.warnings, width, glyphs),
    ],
    [run, width, area.height, glyphs, asTables],
  );
  const {data, split, pipeline} = run;
  const model = String(pipeline.training.model);
  const text = `${model} on ${data.rows} rows of ${data.target}: ${split.train} to learn from, ${split.test} to test on.`;
  return <ViewText area={area} remarks={[{kind: 'text', text}]} lines={lines} id={run.run} />;
}

/** Every metric on the test rows, on the training rows and of the baseline, with its spread where it is known. */
export function metricsTable({metrics}: RunResult, width: number, glyphs: Glyphs): readonly Line[] {
  const {test, train, baseline, cross_validation: folds, repeated} = metrics;
  const spread = folds ?? repeated;
  const show = (value: number | null | undefined) => (typeof value === 'number' ? formatNumber(value) : 'undefined');
  const rows = Object.keys(test).map(name => {
    const found = spread?.all[name];
    const scatter = found ? [`${formatNumber(found.mean)} ± ${formatNumber(found.sd)}`] : spread ? [''] : [];
    return [name.replaceAll('_', ' '), show(test[name]), show(train[name]), show(baseline[name]), ...scatter];
  });
  const titles = ['metric', 'test', 'training', 'baseline', ...(spread ? [folds ? 'folds' : 'splits'] : [])];
  const columns = titles.map((title, index) => ({title, ...(index > 0 && {align: 'right' as const})}));
  const {head, body} = tableLines(columns, rows, width, glyphs);
  return [...head, ...body];
}

const kinds = [
  'confusion',
  'roc',
  'folds',
  'pr',
  'calibration',
  'coefficients',
  'importances',
  'tree',
  'loss_curve',
] as const;

function drawsOf(run: RunResult): readonly Draw[] {
  const tiny = {width: 60, height: 12, glyphs: 'ascii'} as const;
  return kinds
    .filter(kind => figures[kind](run, tiny) !== null)
    .map(kind => size => ({kind: 'chart', chart: figures[kind](run, size)!}));
}
