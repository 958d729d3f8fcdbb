import type {ColumnReport} from '../../data/column-report.ts';
import type {Warning} from '../stage.ts';

const columnsNamed = 5;

/** Warn of columns that say the same in every row: they cannot tell rows apart. */
export function constantWarnings(schema: readonly ColumnReport[], target: string | null): readonly Warning[] {
  const found = schema.filter(({name, distinct, gaps}) => name !== target && distinct === 1 && gaps === 0);
  const [first, ...others] = found.map(({name, examples}) => ({name, value: examples[0]}));
  if (!first) return [];
  const named = others.slice(0, columnsNamed - 1).map(({name}) => `, \`${name}\``);
  const more = others.length >= columnsNamed ? ` and ${others.length - named.length} more` : '';
  const what =
    others.length === 0
      ? `Column \`${first.name}\` says ${first.value} in every row, so nothing can be learned from it.`
      : `Columns \`${first.name}\`${named.join('')}${more} say the same in every row, so nothing can be learned from them.`;
  return [
    {
      code: 'data.constant_column',
      message: `${what} Leave ${others.length === 0 ? 'it' : 'them'} out with \`ingestion.drop\`.`,
      at: `column \`${first.name}\``,
    },
  ];
}
