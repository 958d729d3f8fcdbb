import {KnownError} from '../errors.ts';
import type {Command, CommandContext, CommandInput} from './command.ts';

/** Look at registered models, and say which version is in use. */
export const modelsCommand: Command = {
  name: 'models',
  words: '[action] [ref]',
  summary: 'list, show REF, promote REF, rollback NAME, history NAME: registered models and which one is in use',
  options: [
    ['--alias <name>', 'the alias to move; production where none is named'],
    ['--why <text>', 'the reason, for the history'],
  ],
  async run(input, context) {
    const [action = 'list'] = input.words;
    const known = Object.hasOwn(actions, action) ? actions[action as keyof typeof actions] : undefined;
    if (!known) {
      throw new KnownError('bad_usage', `\`models ${action}\` is not known.`, {
        hint: `Write \`models ${Object.keys(actions).join('`, `models ')}\`.`,
      });
    }
    const {result, text} = await known(input, context);
    context.print(context.json ? JSON.stringify(result) : text);
    return 0;
  },
};

type Said = {readonly result: unknown; readonly text: string};
type Act = (input: CommandInput, context: CommandContext) => Promise<Said>;

// The code behind each action is loaded only when it is asked for, so that help stays quick.
const load = () => Promise.all([import('../app/models.ts'), import('./models-text.ts')]);

const actions = {
  async list(_input, context) {
    const [{listModels}, {formatList}] = await load();
    const models = listModels(await context.ports());
    return {result: models, text: formatList(models, context)};
  },
  async show(input, context) {
    const [{showModel}, {formatModel}] = await load();
    const model = showModel(refOf(input), await context.ports());
    return {result: model, text: formatModel(model, context)};
  },
  async promote(input, context) {
    const [{promoteModel}, {formatMove}] = await load();
    const ref = refOf(input);
    const move = promoteModel({ref, ...optionsOf(input)}, await context.ports());
    if (!move) return {result: {moved: false}, text: `${ref} is there already; nothing was moved.`};
    return {result: move, text: formatMove(move)};
  },
  async rollback(input, context) {
    const [{rollbackModel}, {formatMove}] = await load();
    const move = rollbackModel({ref: refOf(input), ...optionsOf(input)}, await context.ports());
    return {result: move, text: formatMove(move)};
  },
  async history(input, context) {
    const [{historyOf}, {formatHistory}] = await load();
    const moves = historyOf(refOf(input), await context.ports());
    return {result: moves, text: formatHistory(moves, context)};
  },
} as const satisfies {readonly [action: string]: Act};

function refOf({words: [action, ref]}: CommandInput): string {
  if (ref !== undefined) return ref;
  throw new KnownError('bad_usage', `Which model is \`models ${action}\` about?`, {
    hint: `Name one: \`models ${action} churn@2\`. \`models list\` shows those there are.`,
  });
}

function optionsOf({options}: CommandInput) {
  const {alias, why} = options as {readonly alias?: string; readonly why?: string};
  return {...(alias === undefined ? {} : {alias}), ...(why === undefined ? {} : {why})};
}
