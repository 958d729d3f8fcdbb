import type {Service} from '../app/serve/serving.ts';
import {KnownError} from '../errors.ts';
import type {Command, CommandContext, CommandInput} from './command.ts';
import {readWhole} from './read-whole.ts';

const loopback = /^(?:127(?:\.\d+){3}|::1|localhost)$/;

/** Answer requests for predictions over HTTP, until it is told to stop. */
export const serveCommand: Command = {
  name: 'serve',
  summary: 'answer requests for predictions over HTTP, with the version of a model that its alias points to',
  options: [
    ['--model <ref>', 'name@version, name@alias, a name (the one in production), or a file of an exported model'],
    ['--port <number>', 'the port, 8080 unless said; 0 takes any that is free'],
    ['--host <address>', 'the address to listen at, 127.0.0.1 unless said: this machine alone'],
    ['--record <dir>', 'write what was predicted to a CSV file per day, for `monitor --batches`'],
    ['--record-limit <megabytes>', 'stop recording when the files are this large together, 100 unless said'],
    ['--max-bytes <number>', 'the largest body of a request, 1000000 unless said'],
    ['--max-rows <number>', 'the most rows of a request, 10000 unless said'],
    ['--timeout <seconds>', 'how long a request may take, 10 unless said'],
    ['--quiet', 'log warnings and errors only'],
  ],
  async run({options}, context) {
    const request = readRequest(options, context.folder);
    const ports = await context.ports();
    const service = await (await context.serving()).predictions(request, ports);
    if (!loopback.test(request.host)) {
      context.note(
        `Everybody who can reach ${request.host} can ask this model: it has no password. Leave --host out for this machine alone.`,
      );
    }
    tell(service, request.ref, context);
    return service.ended;
  },
};

function tell({address, port, serves}: Service, ref: string, context: CommandContext): void {
  if (context.json) context.print(JSON.stringify({address, port, model: serves}));
  else {
    const who = serves === ref ? serves : `${serves} (${ref})`;
    context.print(`${who} answers at ${address}\nTry it at ${address}/ in a browser. Ctrl-C stops it.`);
  }
}

function readRequest(options: CommandInput['options'], folder: string) {
  const {model, host, record} = options as {readonly [name: string]: string | undefined};
  if (model === undefined) {
    throw new KnownError('bad_usage', 'Which model is to be served?', {
      hint: 'Add --model NAME; `ml-pipeline-tutor models list` shows those there are.',
    });
  }
  const whole = (name: string, otherwise: number, range: readonly [number, number]) =>
    readWhole(options, name, otherwise, range);
  return {
    ref: model,
    folder,
    port: whole('port', 8080, [0, 65_535]),
    host: host ?? '127.0.0.1',
    limits: {
      bytes: whole('max-bytes', 1_000_000, [100, 1_000_000_000]),
      rows: whole('max-rows', 10_000, [1, 10_000_000]),
      ms: whole('timeout', 10, [1, 3600]) * 1000,
    },
    quiet: options.quiet === true,
    record:
      record === undefined ? null : {folder: record, mostBytes: whole('record-limit', 100, [1, 1_000_000]) * 1_000_000},
  };
}
