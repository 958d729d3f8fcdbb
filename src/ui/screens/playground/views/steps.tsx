import {Box} from 'ink';
import type {ResultOf} from '../../../../app/actions.ts';
import {failureRemarks} from '../../../../app/lab/remarks.ts';
import type {Remark} from '../../../../app/lab/words.ts';
import {List} from '../../../components/List.tsx';
import type {Line} from '../../../components/rich-text.ts';
import {SpokenPlace} from '../../../components/SpokenPlace.tsx';
import {StyledLines} from '../../../components/StyledLines.tsx';
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

/** Each step of the last run: what it received, what it learned, what it produced. */
export const stepsView: PlayView = {
  id: 'steps',
  title: 'Steps',
  about: 'What each step received, learned and handed on.',
  needsRun: true,
  View: StepsView,
};

type Place = {readonly step: string; readonly isOpen: boolean};

// Under this height there is room for the list or for a step, but not for both.
const previewFrom = 18;

function StepsView(props: RunViewProps) {
  const {area, run} = props;
  const glyphs = useGlyphs();
  const [place, go] = useKeyReducer(
    (before: Place, change: Partial<Place>) => ({...before, ...change}),
    (): Place => ({step: run.steps[0]!.id, isOpen: false}),
  );
  const step = run.steps.some(({id}) => id === place.step) ? place.step : run.steps[0]!.id;
  const {engine} = useTutor();
  const answer = useAnswer(`step ${run.run} ${step}`, () => engine.call('step', {run: run.run, step, rows: 6}));
  const lines = answer.kind === 'ready' ? shownLines(answer.value, area.width - 2, glyphs) : [];
  const remarks: readonly Remark[] =
    answer.kind === 'failed'
      ? failureRemarks(answer.error)
      : answer.kind === 'working'
        ? [{kind: 'faint', text: 'Looking…'}]
        : [];
  if (place.isOpen) {
    return (
      <OpenStep
        title={step}
        area={area}
        remarks={remarks}
        lines={lines}
        id={`${run.run} ${step}`}
        onClose={() => go({isOpen: false})}
      />
    );
  }
  const height = area.height < previewFrom ? area.height : Math.min(run.steps.length, Math.floor(area.height * 0.4));
  const items = run.steps.map(({id, status, ms}) => ({
    id,
    label: id,
    note: status === 'ran' ? `ran, ${ms} ms` : status,
  }));
  return (
    <Box flexDirection="column" width={area.width} height={area.height}>
      <List
        items={items}
        width={area.width}
        height={height}
        initialId={step}
        chooseLabel="open"
        onMove={item => go({step: item.id})}
        onChoose={item => go({step: item.id, isOpen: true})}
      />
      {area.height > height && !glyphs.isSpoken && (
        <StyledLines lines={[[], ...lines]} width={area.width - 2} height={area.height - height} />
      )}
    </Box>
  );
}

function OpenStep(props: Parameters<typeof ViewText>[0] & {readonly title: string; readonly onClose: () => void}) {
  useCommands({back: {run: props.onClose, label: 'all steps'}, choose: {run: props.onClose, isQuiet: true}});
  return (
    <>
      <SpokenPlace title={props.title} />
      <ViewText {...props} />
    </>
  );
}

type Shown = ResultOf<'step'>;

/** A step in words and tables: why it ran, what it learned, a few rows before and after, with what changed marked. */
export function shownLines(shown: Shown, width: number, glyphs: Glyphs): readonly Line[] {
  const wrap = (label: string, text: string) =>
    wrapSpans([{text: `${label} `, tone: 'accent', bold: true}, {text}], width, {
      glyphs: glyphs.set,
      rest: [{text: '  '}],
    });
  const {rows, columns, gaps, changed} = shown.figures;
  const facts = [
    rows && `rows ${arrow(rows)}`,
    columns && `columns ${arrow(columns)}`,
    gaps && `gaps ${arrow(gaps)}`,
    changed !== null && `${changed} cells changed`,
  ].filter(fact => typeof fact === 'string');
  return [
    [
      {text: shown.step, tone: 'heading', bold: true},
      {text: `  ${shown.status}`, tone: 'dim'},
    ],
    ...wrap('Why:', shown.reason),
    ...(facts.length > 0 ? wrap('Training rows:', facts.join(', ')) : []),
    ...shown.learned.flatMap(fact => wrap('Learned:', fact)).slice(0, 24),
    ...(shown.gone.length > 0 ? wrap('Columns that end here:', shown.gone.join(', ')) : []),
    ...shown.warnings.flatMap(({message}) => wrap(`${glyphs.warn}`, message)),
    ...previewLines('Received', shown.received, width, glyphs),
    ...previewLines('Handed on', shown.produced, width, glyphs),
  ];
}

const arrow = ([before, after]: readonly [number, number]) =>
  before === after ? String(after) : `${before} → ${after}`;

function previewLines(title: string, preview: Shown['received'], width: number, glyphs: Glyphs): readonly Line[] {
  if (!preview || preview.rows.length === 0) return [];
  const columns = [
    {title: 'row'},
    ...preview.columns.map(({name, isNew}) => ({title: isNew ? `${name} (new)` : name, minWidth: 9})),
  ];
  const rows = preview.rows.map(({row, cells, changed}) => [
    String(row),
    ...cells.map((cell, index) => `${cellText(cell)}${changed[index] && !preview.columns[index]!.isNew ? '*' : ''}`),
  ]);
  const {head, body} = tableLines(columns, rows, width, glyphs);
  const isMarked = preview.rows.some(({changed}) => changed.some(Boolean));
  const note = isMarked && title === 'Handed on' ? `, ${preview.of} rows; * changed here` : `, ${preview.of} rows`;
  return [
    [],
    [
      {text: title, tone: 'heading'},
      {text: note, tone: 'dim'},
    ],
    ...head,
    ...body,
  ];
}

function cellText(cell: string | number | null): string {
  if (cell === null) return '';
  return typeof cell === 'number' ? String(Number(cell.toPrecision(4))) : cell;
}
