import type {Command} from './command.ts';
import {formatColumns} from './text-table.ts';

/** List the bundled datasets, or show the card of one. */
export const datasetsCommand: Command = {
  name: 'datasets',
  words: '[name]',
  summary: 'list the bundled datasets, or show the card of one',
  options: [],
  async run({words: [name]}, context) {
    const {datasets} = await context.ports();
    if (name !== undefined) {
      const {findDataset} = await import('../app/resolve-spec.ts');
      const info = findDataset(datasets, name);
      context.print(context.json ? JSON.stringify({...info, card: datasets.card(name)}) : datasets.card(name));
      return 0;
    }
    const list = datasets.list();
    if (context.json) context.print(JSON.stringify(list));
    else {
      const rows = list.map(({name, rows, columns, target, description}) => [
        name,
        String(rows),
        String(columns),
        target,
        description,
      ]);
      const align = ['left', 'right', 'right'] as const;
      context.print(formatColumns(['dataset', 'rows', 'columns', 'target', 'what it is'], rows, context.width, align));
    }
    return 0;
  },
};
