import type {Command} from './command.ts';
import {formatColumns} from './text-table.ts';

/** List every setting of a pipeline file. */
export const settingsCommand: Command = {
  name: 'settings',
  words: '[block]',
  summary: 'list every setting of a pipeline file, or those of one block',
  options: [['--schema', 'print the JSON Schema of pipeline files, for editors']],
  async run({words: [block], options: {schema}}, context) {
    if (schema === true) {
      const {pipelineSchema} = await import('../app/list-settings.ts');
      context.print(JSON.stringify(pipelineSchema(), null, 2));
      return 0;
    }
    const {listSettings} = await import('../app/list-settings.ts');
    const {KnownError} = await import('../errors.ts');
    const all = listSettings();
    const chosen = block === undefined ? all : all.filter(setting => setting.block.split(' ')[0] === block);
    if (chosen.length === 0) {
      const names = [...new Set(all.map(setting => setting.block.split(' ')[0]))].join(', ');
      throw new KnownError('bad_usage', `There is no block \`${block}\`.`, {hint: `Known: ${names}.`});
    }
    if (context.json) context.print(JSON.stringify(chosen));
    else {
      for (const name of new Set(chosen.map(setting => setting.block))) {
        const rows = chosen
          .filter(setting => setting.block === name)
          .map(({setting, default: fallback, help, allowed}) => [setting, say(fallback), `${help} (${allowed})`]);
        context.print(`${name}\n${formatColumns(['setting', 'default', 'what it changes'], rows, context.width)}\n`);
      }
    }
    return 0;
  },
};

function say(value: unknown): string {
  if (value === null) return 'none';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 24 ? `${text.slice(0, 23)}…` : text;
}
