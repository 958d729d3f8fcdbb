import {KnownError} from '../errors.ts';
import type {Command, CommandContext, CommandInput} from './command.ts';
import {readWhole} from './read-whole.ts';
import {formatColumns} from './text-table.ts';

/** List the bundled datasets, show the card of one, or serve its rows as a paged JSON API. */
export const datasetsCommand: Command = {
  name: 'datasets',
  words: '[words...]',
  summary: 'list the bundled datasets, show the card of one (NAME), or offer its rows page by page (serve NAME)',
  options: [
    ['--port <number>', 'serve: the port; any that is free unless said'],
    ['--page-size <rows>', 'serve: how many rows a page has, 100 unless said'],
    ['--fault <page:kind...>', 'serve: what goes wrong on a page: too_many_requests, server_error, slow or half'],
  ],
  async run(input, context) {
    const [first, ...rest] = input.words;
    if (first === 'serve') return serve(rest, input, context);
    if (rest.length > 0) throw wrongWords(input.words);
    if (first === undefined) await list(context);
    else await showCard(first, context);
    return 0;
  },
};

async function showCard(name: string, context: CommandContext): Promise<void> {
  const {datasets} = await context.ports();
  const {findDataset} = await import('../app/resolve-spec.ts');
  const info = findDataset(datasets, name);
  context.print(context.json ? JSON.stringify({...info, card: datasets.card(name)}) : datasets.card(name));
}

async function list(context: CommandContext): Promise<void> {
  const {datasets} = await context.ports();
  const all = datasets.list();
  if (context.json) {
    context.print(JSON.stringify(all));
    return;
  }
  const rows = all.map(({name, rows, columns, target, description}) => [
    name,
    String(rows),
    String(columns),
    target,
    description,
  ]);
  const align = ['left', 'right', 'right'] as const;
  context.print(formatColumns(['dataset', 'rows', 'columns', 'target', 'what it is'], rows, context.width, align));
}

async function serve(
  [name, ...rest]: readonly string[],
  {words, options}: CommandInput,
  context: CommandContext,
): Promise<number> {
  if (name === undefined || rest.length > 0) throw wrongWords(words);
  const port = readWhole(options, 'port', 0, [0, 65_535]);
  const pageSize = readWhole(options, 'page-size', 100, [1, 100_000]);
  const faults = (options.fault as readonly string[] | undefined) ?? [];
  const {datasetRows} = await import('../app/serve/dataset-rows.ts');
  const ports = await context.ports();
  const {target} = ports.datasets.list().find(dataset => dataset.name === name) ?? {};
  const rows = await datasetRows(name, ports);
  const service = await (await context.serving()).pages({name, rows, port, pageSize, faults});
  const url = service.address + service.serves;
  const pages = Math.ceil(rows.length / pageSize);
  if (context.json) {
    context.print(JSON.stringify({address: service.address, port: service.port, url, rows: rows.length, pages}));
  } else {
    context.print(
      [
        `${rows.length} rows of ${name} on ${pages} pages at ${url}`,
        'Read them in another terminal; Ctrl-C here stops this:',
        `  ml-pipeline-tutor run --set ingestion.source=http --set ingestion.url=${url} --target ${target}`,
      ].join('\n'),
    );
  }
  return service.ended;
}

function wrongWords(words: readonly string[]): KnownError {
  return new KnownError('bad_usage', `\`datasets ${words.join(' ')}\` is not understood.`, {
    hint: 'Write `datasets`, `datasets wine` or `datasets serve wine`.',
  });
}
