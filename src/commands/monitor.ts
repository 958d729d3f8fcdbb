import type {PolicyRequest} from '../app/monitor/compare-policies.ts';
import type {ModelRequest} from '../app/monitor/monitor.ts';
import {KnownError} from '../errors.ts';
import type {Command, CommandContext, CommandInput} from './command.ts';

/** Look at batches of new rows as a model in use sees them, and do what a policy says. */
export const monitorCommand: Command = {
  name: 'monitor',
  summary: 'look for drift in batches of new rows, and train the model again as a policy says',
  options: [
    ['--model <ref>', 'name@version, name@alias, a name (the one in production), or a file of an exported model'],
    ['--batches <dir>', 'a folder with a CSV file for each batch; without it the batches of the bundled dataset'],
    ['--policy <name>', 'when to train again: none, schedule, drift or performance; that of the pipeline unless said'],
    ['--label-delay <number>', 'how many batches later the labels of a batch are known'],
    ['--tests <name>', 'ks_chi2, or psi for the population stability index beside its noise floor'],
    ['--set <monitoring.setting=value...>', 'change another setting, such as monitoring.window=3'],
    ['--simulate', 'try it out: no model of yours is touched'],
    ['--compare', 'let the batches come in once for each policy and compare what comes of it; nothing is kept'],
  ],
  interruptible: true,
  async run(input, context) {
    const request = await readRequest(input, context);
    return input.options.compare === true ? compare(request, context) : watchBatches(request, context);
  },
};

async function watchBatches(request: ModelRequest, context: CommandContext): Promise<number> {
  const engine = await context.engine();
  const result = await engine.call('monitor', request).result;
  if (context.json) context.print(JSON.stringify(result));
  else context.print((await import('./monitor-text.ts')).formatMonitor(result, context));
  return 0;
}

async function compare(request: PolicyRequest, context: CommandContext): Promise<number> {
  const engine = await context.engine();
  const comparison = await engine.call('comparePolicies', request).result;
  if (context.json) context.print(JSON.stringify(comparison));
  else context.print((await import('./monitor-text.ts')).formatComparison(comparison, context));
  return 0;
}

async function readRequest({options}: CommandInput, {folder}: CommandContext): Promise<ModelRequest> {
  const {model, batches} = options as {readonly [name: string]: string | undefined};
  if (model === undefined) {
    throw new KnownError('bad_usage', 'Which model is to be watched?', {
      hint: 'Add --model NAME; `ml-pipeline-tutor models list` shows those there are.',
    });
  }
  return {ref: model, folder, batches, change: await readChange(options), simulate: options.simulate === true};
}

/** The settings of monitoring that stand instead of those of the pipeline. */
async function readChange(options: CommandInput['options']): Promise<NonNullable<ModelRequest['change']>> {
  const {
    policy,
    labelDelay,
    tests,
    set = [],
  } = options as {readonly [name: string]: string | undefined} & {
    readonly set?: readonly string[];
  };
  const pairs = [
    ...set,
    ...(policy === undefined ? [] : [`monitoring.policy=${policy}`]),
    ...(labelDelay === undefined ? [] : [`monitoring.label_delay=${labelDelay}`]),
    ...(tests === undefined ? [] : [`monitoring.tests=${tests}`]),
  ];
  const other = pairs.find(pair => !pair.trim().startsWith('monitoring.'));
  if (other !== undefined) {
    throw new KnownError('bad_usage', `--set ${other} is not about monitoring.`, {
      hint: 'The model is trained already. Write --set monitoring.setting=value, such as --set monitoring.alpha=0.01.',
    });
  }
  if (pairs.length === 0) return {};
  const {monitoring} = await (await import('../app/read-request.ts')).readRequest({set: pairs});
  const names = new Set(pairs.map(pair => pair.slice('monitoring.'.length, pair.indexOf('=')).trim()));
  return Object.fromEntries(Object.entries(monitoring).filter(([name]) => names.has(name)));
}
