import {type Random, randomStream} from '../../src/data/random.ts';
import {addDays, choose, clamp, round} from './draw.ts';

const seed = 'broken/1';
const header = 'station_id,city,opened,docks,rentals_per_day,rating,remark';
const goodRows = 60;
const cities = {Zürich: 0.2, Málaga: 0.2, Köln: 0.2, Orléans: 0.2, Porto: 0.2};

/** A slip in the file: after how many good rows it stands, its lines, and what a reader should do about it. */
type Slip = {readonly after: number; readonly lines: readonly string[]; readonly why?: string};

const slips: readonly Slip[] = [
  {after: 4, lines: ['061,Porto,2019-05-01,18,84'], why: 'two cells are missing'},
  {
    after: 11,
    lines: ['062,Köln, Deutz,2018-03-12,24,131.5,4.1,'],
    why: 'a comma inside a value without quotes makes one cell too many',
  },
  {after: 17, lines: ['']},
  {
    after: 23,
    lines: ['063,Zürich,2020-06-30,20,95.2,3.9,lock of 5" broken'],
    why: 'a quote stands inside a cell without quotes',
  },
  {after: 29, lines: ['064,Málaga,2021-09-14,16,"77.1,4.4,'], why: 'a quote opens and never closes'},
  {after: 35, lines: ['065,"Orléans"-Centre,2017-04-02,22,102.6,4.0,'], why: 'text follows after the closing quote'},
  {after: 41, lines: ['066,Porto,2022-02-20,12,40.3,3.2,\0\0'], why: 'NUL characters'},
  {after: 47, lines: ['067,Köln,2016-08-08,30,"148.0",4.6,"two lines', 'of remark, with a comma"']},
  {after: 53, lines: ['068,Zürich,2023-01-15,14,61.0,4.2,"says ""wow"""']},
];
/** Good rows whose number of docks is written as words. */
const wordsForDocks: Readonly<Record<number, string>> = {8: 'twelve', 38: '~20'};

/** Make `broken.csv`, in windows-1252, and the list of what is wrong with it and on which line. */
export function generateBroken(): ReadonlyMap<string, string | Uint8Array> {
  const random = randomStream(seed);
  const lines = [header];
  const rejected: {line: number; why: string}[] = [];
  const textInDocks: {line: number; cell: string}[] = [];
  let extraRows = 0;
  for (let number = 1; number <= goodRows; number++) {
    const docks = wordsForDocks[number];
    lines.push(stationRow(random, number, docks));
    if (docks) textInDocks.push({line: lines.length, cell: docks});
    for (const slip of slips.filter(slip => slip.after === number)) {
      if (slip.why) rejected.push({line: lines.length + 1, why: slip.why});
      else if (slip.lines[0] !== '') extraRows += 1;
      lines.push(...slip.lines);
    }
  }
  const key = {
    about: 'What is wrong in broken.csv. Lines count from 1, the header; a row may take two lines.',
    encoding: 'windows-1252',
    first_line_that_is_not_utf8: lines.findIndex(line => /[^\0-\x7f]/.test(line)) + 1,
    rows_read: goodRows + extraRows,
    rejected,
    text_in_numbers: {column: 'docks', cells: textInDocks},
    codes_not_numbers: 'station_id begins with zeros, so it stays words',
  };
  return new Map<string, string | Uint8Array>([
    ['broken.csv', toWindows1252(`${lines.join('\r\n')}\r\n`)],
    ['broken.key.json', `${JSON.stringify(key, null, 2)}\n`],
  ]);
}

function stationRow(random: Random, number: number, docks: string | undefined): string {
  const cells = [
    String(number).padStart(3, '0'),
    choose(random, cities),
    addDays('2015-01-01', random.below(3000)),
    docks ?? 10 + 2 * random.below(11),
    round(clamp(85 + 35 * random.normal(), 5, 250), 1),
    round(clamp(4 + 0.5 * random.normal(), 1, 5), 1),
    '',
  ];
  return cells.join(',');
}

// Every letter in use has the same number in Unicode and in windows-1252.
function toWindows1252(text: string): Uint8Array {
  return Uint8Array.from(text, letter => letter.charCodeAt(0));
}
