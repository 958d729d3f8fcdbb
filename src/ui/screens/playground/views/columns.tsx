import {useMemo} from 'react';
import type {ColumnInfo, SourceColumns} from '../../../../app/lab/dataset-views.ts';
import {playRequest} from '../../../../app/lab/playground.ts';
import {failureRemarks} from '../../../../app/lab/remarks.ts';
import type {Remark} from '../../../../app/lab/words.ts';
import {drawBlockFigure, type FigureMaterial} from '../../../../app/lesson-figures.ts';
import type {ChartSize} from '../../../../charts/index.ts';
import type {FigureKind} from '../../../../tutor/figures/block.ts';
import {useCommands} from '../../../keys/use-commands.ts';
import {useKeyReducer} from '../../../keys/use-key-reducer.ts';
import {useTutor} from '../../../navigation/contexts.ts';
import {useGlyphs} from '../../../theme/ThemeProvider.tsx';
import {picturesLines} from '../../lab/drawing-columns.ts';
import {useAnswer} from '../use-answer.ts';
import {ViewText} from '../ViewText.tsx';
import type {PlayView, ViewProps} from '../view.ts';

/** What the columns hold before any step has worked on them: all together, then one by one. */
export const columnsView: PlayView = {
  id: 'columns',
  title: 'Columns',
  about: 'What each column holds, and which go together.',
  needsRun: false,
  View: ColumnsView,
};

function ColumnsView({area, state, asTables}: ViewProps) {
  const {engine} = useTutor();
  const glyphs = useGlyphs();
  const [place, step] = useKeyReducer(
    (at: number, by: number) => Math.max(0, at + by),
    () => 0,
  );
  const source = JSON.stringify(state.settings.ingestion);
  const request = () => playRequest(state.settings);
  const list = useAnswer(`columns ${source}`, () => engine.call('columns', request()));
  const columns = list.kind === 'ready' ? list.value.columns : [];
  const at = Math.min(place, columns.length);
  const column = columns[at - 1];
  const picture = useAnswer<FigureMaterial>(
    list.kind === 'ready' ? `picture ${column?.name ?? ''} ${source}` : null,
    () => {
      const job = column
        ? engine.call('column', {...request(), column: column.name})
        : engine.call('correlations', request());
      const result = job.result.then(found => ({
        runs: {},
        ...('all' in found ? {sample: found} : {correlations: found}),
      }));
      return {result, cancel: job.cancel};
    },
  );
  useCommands({
    'move-left': {run: () => void step(-1), label: 'column'},
    'move-right': {run: () => void step(at < columns.length ? 1 : at - place), label: 'column'},
  });
  const lines = useMemo(() => {
    if (picture.kind !== 'ready') return [];
    const {dataset, path} = playRequest(state.settings).spec.ingestion;
    const args = [dataset ?? path ?? 'the table', ...(column ? [column.name] : [])];
    const draws = kindsFor(picture.value).map(
      kind => (size: ChartSize) => drawBlockFigure({kind, args}, picture.value, size),
    );
    const room = {width: area.width - 2, height: area.height - 3};
    return picturesLines(draws, room, {glyphs, asTables});
  }, [picture, column, state.settings, area, glyphs, asTables]);
  const failure = [list, picture].find(answer => answer.kind === 'failed');
  const left = (picture.kind === 'ready' && picture.value.correlations?.left) || 0;
  const remarks =
    failure?.kind === 'failed' ? failureRemarks(failure.error, notRead) : remarksOf(list, column, at, left);
  return <ViewText area={area} remarks={remarks} lines={lines} id={`columns ${source} ${at}`} />;
}

/** A histogram shows two classes beneath one another; more of them are told apart as boxes. */
function kindsFor({sample}: FigureMaterial): readonly FigureKind[] {
  if (!sample) return ['correlations'];
  return sample.groups.length > 2 ? ['histogram', 'box'] : ['histogram'];
}

const notRead = 'The columns could not be read';

function remarksOf(
  list: ReturnType<typeof useAnswer<SourceColumns>>,
  column: ColumnInfo | undefined,
  at: number,
  left: number,
): readonly Remark[] {
  if (list.kind !== 'ready') return [{kind: 'faint', text: 'Reading the columns…'}];
  const {columns} = list.value;
  if (!column) {
    const numbers = columns.filter(({type}) => type === 'number').length;
    const rest = left === 0 ? '' : ` (${left} others are not shown)`;
    const text = `${columns.length} columns, ${numbers} of them numbers. Those that go together most${rest}:`;
    return [{kind: 'text', text}];
  }
  const {name, type, distinct, gaps, about} = column;
  const text = `${type}, ${distinct} different values, ${gaps === 0 ? 'no gaps' : `${gaps} gaps`}: ${about}`;
  return [{kind: 'text', label: `${at} of ${columns.length}  ${name}`, text}];
}
