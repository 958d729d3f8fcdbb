import {useMemo} from 'react';
import type {ResultOf} from '../../../../app/actions.ts';
import {failureRemarks} from '../../../../app/lab/remarks.ts';
import {joinWords, type Remark, sayValue} from '../../../../app/lab/words.ts';
import type {BenchRun} from '../../../../app/lab/workbench.ts';
import {formatNumber} from '../../../../charts/index.ts';
import type {Line} from '../../../components/rich-text.ts';
import {tableLines} from '../../../components/table-lines.ts';
import {wrapSpans} from '../../../components/wrap-spans.ts';
import {useCommands} from '../../../keys/use-commands.ts';
import {useKeyReducer} from '../../../keys/use-key-reducer.ts';
import {useTutor} from '../../../navigation/contexts.ts';
import type {Glyphs} from '../../../theme/glyphs.ts';
import {useGlyphs} from '../../../theme/ThemeProvider.tsx';
import {useAnswer} from '../use-answer.ts';
import {ViewText} from '../ViewText.tsx';
import type {PlayView, RunViewProps} from '../view.ts';

/** Two runs of this visit side by side. */
export const compareView: PlayView = {
  id: 'compare',
  title: 'Compare',
  about: 'Two runs side by side: is the difference luck?',
  needsRun: true,
  View: CompareView,
};

function CompareView({area, state}: RunViewProps) {
  const {engine} = useTutor();
  const glyphs = useGlyphs();
  const {runs} = state;
  // Counted from the newest: 1 is the run before it.
  const [back, go] = useKeyReducer(
    (before: number, by: number) => Math.max(1, Math.min(before + by, Math.max(1, runs.length - 1))),
    () => 1,
  );
  const place = Math.max(0, runs.length - 1 - back);
  const [a, b] = [idOf(runs[place]), idOf(runs.at(-1))];
  const answer = useAnswer(runs.length < 2 ? null : `diff ${a} ${b}`, () => engine.call('diff', {a, b}));
  useCommands(
    {
      'move-left': {run: () => void go(1), label: 'earlier run'},
      'move-right': {run: () => void go(-1), label: 'later run'},
    },
    {isActive: runs.length > 2},
  );
  const lines = useMemo(
    () => (answer.kind === 'ready' ? diffLines(answer.value, area.width - 2, glyphs) : []),
    [answer, area.width, glyphs],
  );
  if (runs.length < 2) {
    const text = 'There is one run so far. Change a setting and run again: then the two stand here side by side.';
    return <ViewText area={area} remarks={[{kind: 'text', text}]} id="alone" />;
  }
  const remarks: readonly Remark[] = [
    {kind: 'text', text: `A is run ${place + 1} of ${runs.length}, B the last one.`},
    ...(answer.kind === 'ready' ? diffRemarks(answer.value) : []),
    ...(answer.kind === 'failed' ? failureRemarks(answer.error) : []),
    ...(answer.kind === 'working' ? [{kind: 'faint', text: 'Comparing…'} as const] : []),
  ];
  return <ViewText area={area} remarks={remarks} lines={lines} id={`${a} ${b}`} />;
}

function idOf(run: BenchRun | undefined): string {
  return String(run?.json.run ?? '');
}

type Diff = ResultOf<'diff'>;

/** What two runs have in common and what not. */
export function diffRemarks({identical, settings, data, steps, notes}: Diff): readonly Remark[] {
  const differing = steps.filter(({verdict}) => verdict !== 'same').map(({id}) => id);
  return [
    identical
      ? {kind: 'good', label: 'Fingerprint', text: 'equal: the two runs are the same in everything that counts.'}
      : {kind: 'open', label: 'Fingerprint', text: 'not equal.'},
    {kind: data.same ? 'good' : 'warn', label: 'Data', text: data.same ? 'the same.' : 'not the same.'},
    ...(settings.length === 0 ? [{kind: 'text', label: 'Settings', text: 'the same.'} as const] : []),
    ...settings.map(
      ({setting, a, b}): Remark => ({
        kind: 'open',
        label: 'Setting',
        text: `${setting}: ${sayValue(a)} → ${sayValue(b)}`,
      }),
    ),
    ...(differing.length > 0
      ? [{kind: 'text', label: 'Steps with another output', text: `${joinWords(differing)}.`} as const]
      : []),
    ...notes.map((text): Remark => ({kind: 'warn', text})),
  ];
}

const verdicts = {
  larger: 'larger than luck',
  smaller: 'may be luck',
  equal: 'the same',
  unknown: 'not known',
} as const satisfies {readonly [verdict in Diff['metrics'][number]['verdict']]: string};

/** The metrics of two runs side by side. */
export function diffLines({metrics}: Diff, width: number, glyphs: Glyphs): readonly Line[] {
  const show = (value: number | null) => (value === null ? 'undefined' : formatNumber(value));
  const rows = metrics.map(({metric, part, a, b, difference, better, verdict}) => [
    `${part === 'test' ? '' : `${part.replaceAll('_', ' ')} `}${metric.replaceAll('_', ' ')}`,
    show(a),
    show(b),
    difference === null ? '' : `${difference > 0 ? '+' : ''}${formatNumber(difference)}`,
    better === null ? '' : better.toUpperCase(),
    verdicts[verdict],
  ]);
  const columns = [
    {title: 'metric'},
    ...['A', 'B', 'B − A'].map(title => ({title, align: 'right' as const})),
    {title: 'better'},
    {title: 'is it luck?', minWidth: 16},
  ];
  const {head, body} = tableLines(columns, rows, width, glyphs);
  const known = metrics.find(({luck}) => luck !== null)?.luck;
  const text = `Luck is what another split of the rows would change 19 times in 20, judged ${known?.words ?? ''}.`;
  const note = known ? wrapSpans([{text, tone: 'dim'}], width, {glyphs: glyphs.set}) : [];
  return [[], ...head, ...body, ...note];
}
