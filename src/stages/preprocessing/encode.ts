import {isNumeric, type LevelColumn, type NumberColumn} from '../../data/table.ts';
import {KnownError} from '../../errors.ts';
import {fitLevelMap, type LevelMap, oneHot, oneHotLevels, ordinal} from '../../ml/encode.ts';
import {choice, number} from '../../ml/setting.ts';
import {withColumns} from '../rows.ts';
import {transformKind, type Warning} from '../stage.ts';
import {count} from '../words.ts';

/** More columns than this from one category would slow everything down and teach a model nothing. */
const mostLevels = 1000;

type EncodeState = {
  readonly method: 'one_hot' | 'ordinal';
  readonly maps: {readonly [column: string]: LevelMap};
  /** Free text and dates, which no model reads as they are. */
  readonly leftOut: readonly string[];
};

/** Turn words into numbers: numbers keep their place, then come the columns made of each category. */
export const encode = transformKind({
  id: 'preprocessing.encode',
  stage: 'preprocessing',
  version: 1,
  settings: {
    encode: choice(
      ['one_hot', 'ordinal'],
      'one_hot',
      'How words become numbers: one 0/1 column per level, or one column of ranks.',
      {sklearn: 'OneHotEncoder, OrdinalEncoder'},
    ),
    rare_below: number(
      0,
      {min: 0},
      'Levels rarer than this are grouped into one: below 1 a share of the rows, from 1 on a number of rows.',
      {sklearn: 'OneHotEncoder(min_frequency)'},
    ),
  },
  params: ({encode: method, rare_below}) => ({encode: method, rare_below}),
  fit({table}, {encode: method, rare_below}): EncodeState {
    const categories = table.columns.filter((column): column is LevelColumn => column.type === 'category');
    const maps = categories.map(column => {
      const map = fitLevelMap(column, rare_below);
      if (method === 'one_hot') refuseTooMany(column.name, map);
      return [column.name, map] as const;
    });
    const leftOut = table.columns.filter(column => column.type === 'text' || column.type === 'date');
    return {method, maps: Object.fromEntries(maps), leftOut: leftOut.map(column => column.name)};
  },
  transform(rows, {method, maps}) {
    const numbers = rows.table.columns.filter(isNumeric);
    const encoded = rows.table.columns.flatMap(column => {
      const map = maps[column.name];
      return map && !isNumeric(column) ? encodeColumn(column, map, method) : [];
    });
    return withColumns(rows, [...numbers, ...encoded]);
  },
  origins: ({method, maps}) =>
    Object.fromEntries(
      Object.entries(maps).flatMap(([name, map]) =>
        method === 'ordinal' ? [[name, [name]]] : oneHotLevels(map).map(level => [levelName(name, level), [name]]),
      ),
    ),
  learned: ({method, maps}) =>
    Object.entries(maps).map(([name, map]) => {
      const levels = oneHotLevels(map);
      const made = method === 'ordinal' ? 'ranks' : count(levels.length, 'column');
      const shown = levels.length > 12 ? `${levels.slice(0, 12).join(', ')}, …` : levels.join(', ');
      return `${name}: ${made} for ${shown}`;
    }),
  arithmetic({method, maps}, column, before) {
    const name = Object.keys(maps).find(source =>
      method === 'ordinal' ? column === source : column.startsWith(`${source}=`),
    );
    if (name === undefined) return undefined;
    if (method === 'ordinal') return `${name} is ${before[name]}: its rank`;
    return `${name} is ${before[name]}: ${column === levelName(name, String(before[name])) ? 'yes, 1' : 'no, 0'}`;
  },
  warnings(state, {table}) {
    const words = table.columns.filter((column): column is LevelColumn => column.type === 'category');
    return [...state.leftOut.map(leftOutWarning), ...words.flatMap(column => unknownWarning(column, state))];
  },
});

function levelName(column: string, level: string): string {
  return `${column}=${level}`;
}

function encodeColumn(column: LevelColumn, map: LevelMap, method: EncodeState['method']): readonly NumberColumn[] {
  if (method === 'ordinal') return [{name: column.name, type: 'encoded', values: ordinal(column, map).values}];
  const levels = oneHotLevels(map);
  return oneHot(column, map).values.map((values, index) => ({
    name: levelName(column.name, levels[index]!),
    type: 'encoded',
    values,
  }));
}

function refuseTooMany(name: string, map: LevelMap): void {
  const levels = oneHotLevels(map).length;
  if (levels <= mostLevels) return;
  throw new KnownError('bad_column', `Column \`${name}\` has ${levels} levels, too many for a column each.`, {
    hint: `Leave it out with \`ingestion.drop: [${name}]\`, group rare levels with \`preprocessing.rare_below: 20\`, or use \`preprocessing.encode: ordinal\`.`,
    at: {name},
  });
}

function leftOutWarning(name: string): Warning {
  return {
    code: 'data.left_out',
    message: `Column \`${name}\` is free text or a date, which no model here reads as it is, so it was left out. Make a feature of it with \`features.create\`.`,
    at: `column \`${name}\``,
  };
}

function unknownWarning(column: LevelColumn, {maps}: EncodeState): readonly Warning[] {
  const map = maps[column.name];
  const {unknown} = map ? ordinal(column, map) : {unknown: 0};
  if (unknown === 0) return [];
  const known = new Set([...map!.levels, ...map!.rare]);
  const names = column.levels.filter((level, code) => !known.has(level) && column.codes.includes(code));
  const list = names.slice(0, 5).join(', ') + (names.length > 5 ? ', …' : '');
  return [
    {
      code: 'data.unknown_level',
      message: `Column \`${column.name}\` has ${count(unknown, 'row')} with levels the training rows never showed: ${list}.`,
      at: `column \`${column.name}\``,
    },
  ];
}
