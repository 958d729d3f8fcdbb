import {Box} from 'ink';
import type {ColumnInfo} from '../../../../app/lab/dataset-views.ts';
import {playRequest} from '../../../../app/lab/playground.ts';
import {readingFile} from '../../../../app/lab/playground-panel.ts';
import {failureRemarks} from '../../../../app/lab/remarks.ts';
import {Field} from '../../../components/Field.tsx';
import {List} from '../../../components/List.tsx';
import type {Line} from '../../../components/rich-text.ts';
import {StyledLines} from '../../../components/StyledLines.tsx';
import {tableLines} from '../../../components/table-lines.ts';
import {wrapSpans} from '../../../components/wrap-spans.ts';
import {useCommands} from '../../../keys/use-commands.ts';
import {useKeyReducer} from '../../../keys/use-key-reducer.ts';
import type {Area} from '../../../layout/area.ts';
import {useTutor} from '../../../navigation/contexts.ts';
import {useGlyphs} from '../../../theme/ThemeProvider.tsx';
import {remarkLines} from '../../lab/remark-lines.ts';
import {useIsPlain} from '../../text/use-text-style.ts';
import {useAnswer} from '../use-answer.ts';
import {ViewText} from '../ViewText.tsx';
import type {PlayView, ViewProps} from '../view.ts';

/** Where the rows come from: a bundled dataset, or a file of the learner's own. */
export const dataView: PlayView = {
  id: 'data',
  title: 'Data',
  about: 'Which rows, and which column to predict.',
  needsRun: false,
  View: SourceView,
};

/** Which part of the choice is open: the list of sources, a path to type, the columns of a file. */
type Place =
  | {readonly at: 'sources'}
  | {readonly at: 'path'; readonly typed: string}
  | {readonly at: 'target'; readonly path: string};

const ownFile = 'own-file';

function SourceView(props: ViewProps) {
  const {area, play} = props;
  const [place, go] = useKeyReducer(
    (_: Place, next: Place) => next,
    (): Place => ({at: 'sources'}),
  );
  const leave = () => go({at: 'sources'});
  if (place.at === 'path') {
    const read = (path: string) => go({at: 'target', path});
    return <PathEntry area={area} typed={place.typed} onPath={read} onCancel={leave} />;
  }
  if (place.at === 'target') {
    const {path} = place;
    const choose = (target: string) => {
      play.send({type: 'settings', settings: readingFile(play.state().settings, path, target)});
      leave();
    };
    const anew = () => go({at: 'path', typed: path});
    return <TargetChoice area={area} path={path} onChoose={choose} onCancel={anew} />;
  }
  return <Sources {...props} onOwn={() => go({at: 'path', typed: ''})} />;
}

function Sources({area, play, state, onOwn}: ViewProps & {readonly onOwn: () => void}) {
  const {datasets} = useTutor();
  const glyphs = useGlyphs();
  const {ingestion} = playOr(state.settings);
  const known = datasets.list();
  const items = [
    ...known.map(({name, rows, columns}) => ({
      id: name,
      label: name,
      note: `${rows} rows, ${columns} columns`,
      ...(ingestion?.source === 'dataset' && ingestion.dataset === name
        ? {mark: 'here' as const}
        : {mark: 'todo' as const}),
    })),
    {
      id: ownFile,
      label: 'a CSV file of your own',
      note: ingestion?.path ?? '',
      mark: ingestion?.path ? ('here' as const) : ('todo' as const),
    },
  ];
  const choose = (id: string) => {
    if (id === ownFile) onOwn();
    else play.send({type: 'set', path: 'ingestion.dataset', value: id});
  };
  const height = Math.min(items.length, area.height);
  const room = {width: area.width, height: area.height - height};
  const isBundled = ingestion?.source === 'dataset';
  const used = isBundled ? (ingestion?.dataset ?? '') : ownFile;
  const about = isBundled ? (known.find(({name}) => name === ingestion?.dataset)?.description ?? '') : '';
  const head = about === '' ? [] : wrapSpans([{text: about, tone: 'dim'}], area.width - 2, {glyphs: glyphs.set});
  return (
    <Box flexDirection="column" width={area.width} height={area.height}>
      <List
        items={items}
        width={area.width}
        height={height}
        initialId={used}
        chooseLabel="use it"
        onChoose={({id}) => choose(id)}
      />
      {room.height > head.length + 3 && (
        <Preview area={room} head={head.length > 0 ? [[], ...head] : []} settings={state.settings} />
      )}
    </Box>
  );
}

function playOr(settings: ViewProps['state']['settings']): Partial<ReturnType<typeof playRequest>['spec']> {
  try {
    return playRequest(settings).spec;
  } catch {
    // The message stands where the run would be; the list needs none.
    return {};
  }
}

// Eight rows of thirty columns are seen at a glance and heard for minutes.
const spokenRows = 2;

function Preview(props: {
  readonly area: Area;
  readonly head: readonly Line[];
  readonly settings: ViewProps['state']['settings'];
}) {
  const {area, head, settings} = props;
  const {engine} = useTutor();
  const glyphs = useGlyphs();
  const isPlain = useIsPlain();
  const width = area.width - 2;
  const key = `preview ${JSON.stringify(settings.ingestion)}`;
  const answer = useAnswer(key, () => engine.call('preview', {...playRequest(settings), rows: 8}));
  const lines = (): readonly Line[] => {
    if (answer.kind === 'working') return [[{text: 'Reading the rows…', tone: 'dim'}]];
    if (answer.kind === 'failed') return remarkLines(failureRemarks(answer.error, notRead), width, {glyphs, isPlain});
    const {header, rows, total, target} = answer.value;
    const {head: titles, body} = tableLines(
      header.map(title => ({title, minWidth: 9})),
      rows.slice(0, glyphs.isSpoken ? spokenRows : rows.length),
      width,
      glyphs,
    );
    const text = `${total.rows} rows, ${total.columns} columns; the column to predict is ${target ?? 'not chosen'}.`;
    // Above the rows, which may reach farther down than the pane.
    return [...wrapSpans([{text}], width, {glyphs: glyphs.set}), [], ...titles, ...body];
  };
  return <StyledLines lines={[...head, [], ...lines()]} width={width} height={area.height} />;
}

const notRead = 'The rows could not be read';

function PathEntry(props: {
  readonly area: Area;
  /** What was typed before, to be put right. */
  readonly typed: string;
  readonly onPath: (path: string) => void;
  readonly onCancel: () => void;
}) {
  const {area} = props;
  const glyphs = useGlyphs();
  const text = 'Type where the file is, from the folder in which you started the tutor: data/mine.csv';
  const head = wrapSpans([{text}], area.width - 2, {glyphs: glyphs.set});
  const submit = (path: string) => {
    if (path.trim() !== '') props.onPath(path.trim());
  };
  return (
    <Box flexDirection="column" width={area.width} height={area.height}>
      <StyledLines lines={[...head, []]} width={area.width} />
      <Field
        width={area.width}
        label="File:"
        initialText={props.typed}
        submitLabel="read it"
        onSubmit={submit}
        onCancel={props.onCancel}
      />
    </Box>
  );
}

function TargetChoice(props: {
  readonly area: Area;
  readonly path: string;
  readonly onChoose: (target: string) => void;
  readonly onCancel: () => void;
}) {
  const {area, path, onCancel} = props;
  const {engine} = useTutor();
  const request = () => playRequest({ingestion: {source: 'csv', path}});
  const answer = useAnswer(`columns ${path}`, () => engine.call('columns', request()));
  const anew = {run: onCancel, label: 'another file'};
  useCommands({back: anew, choose: answer.kind === 'failed' ? anew : undefined});
  if (answer.kind === 'working')
    return <ViewText area={area} remarks={[{kind: 'faint', text: `Reading ${path}…`}]} id="working" />;
  if (answer.kind === 'failed')
    return <ViewText area={area} remarks={failureRemarks(answer.error, notRead)} id="failed" />;
  const {rows, rejected, columns} = answer.value;
  const lost = rejected > 0 ? `, and ${rejected} that cannot be read` : '';
  const head: readonly Line[] = [
    [{text: 'Which column is to be predicted?', tone: 'heading'}],
    [{text: `${rows} rows${lost} in ${path}`, tone: 'dim'}],
  ];
  return (
    <Box flexDirection="column" width={area.width} height={area.height}>
      <StyledLines lines={head} width={area.width} />
      <List
        items={columns.map(column => ({
          id: column.name,
          label: column.name,
          note: noteOf(column),
        }))}
        width={area.width}
        height={area.height - 2}
        initialId={columns.at(-1)?.name ?? ''}
        chooseLabel="predict it"
        onChoose={({id}) => props.onChoose(id)}
      />
    </Box>
  );
}

function noteOf({type, gaps, distinct, about}: ColumnInfo): string {
  return `${type}, ${distinct} values${gaps > 0 ? `, ${gaps} gaps` : ''}: ${about}`;
}
