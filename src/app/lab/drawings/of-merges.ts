import {type ChartSize, formatCount} from '../../../charts/index.ts';
import {sayValue} from '../../../stages/merge/explain-merge.ts';
import type {Json} from '../../../tutor/figures/result.ts';
import type {Drawing} from '../../lesson-figures.ts';
import type {MergedPipeline} from '../actions/merge.ts';
import {joinWords} from '../words.ts';
import {asChart} from './drawing.ts';
import {type Brief, drawList} from './list.ts';

const makers = {mine: 'you', theirs: 'the other', both: 'both', decision: 'decided'} as const;

/** A setting that nobody wrote has its default, which need not be `none`. */
function say(value: Json): string {
  return value === null ? 'not set' : sayValue(value);
}

/** Show setting by setting what two people wanted, and what became of it. */
export function drawMerge({conflicts, taken, open, problems, clean}: MergedPipeline, size: ChartSize): Drawing {
  const settled = taken.map(({path, from, value, before}) => [
    path,
    sayBefore(before),
    makers[from],
    sayChange(before, value),
  ]);
  const undecided = conflicts.map(({path, base, mine, theirs}) => [
    path,
    sayBefore(base),
    'both',
    `you: ${sayChange(base, mine)}; the other: ${sayChange(base, theirs)}`,
  ]);
  const table = {header: ['setting', 'was', 'changed by', 'is now'], rows: [...undecided, ...settled]};
  const sentence = clean
    ? 'Nothing is left open: the merged pipeline was run and verified.'
    : open > 0
      ? `${formatCount(open, 'setting')} must be decided before anything can run.`
      : `Nothing is left open, but the merged pipeline is wrong. ${problems.join(' ')}`;
  return asChart(drawList({title: 'The merge', table, sentence, inBrief: settingInBrief}, size));
}

function settingInBrief([path = '', was, by, now]: readonly string[]): Brief {
  return {name: path, about: `changed by ${by}`, below: `${was} → ${now}`};
}

const longList = 30;

function sayBefore(value: Json): string {
  const whole = say(value);
  const items = itemsOf(value);
  return items === null || whole.length <= longList ? whole : formatCount(items.length, 'value');
}

/** Of two long lists or maps only what was added and what was taken out; of all else the new value. */
function sayChange(before: Json, now: Json): string {
  const [old, young] = [itemsOf(before), itemsOf(now)];
  const isShort = say(before).length <= longList && say(now).length <= longList;
  if (old === null || young === null || isShort) return say(now);
  const added = young.filter(item => !old.includes(item));
  const gone = old.filter(item => !young.includes(item));
  const parts = [
    ...(added.length > 0 ? [`${joinWords(added)} added`] : []),
    ...(gone.length > 0 ? [`${joinWords(gone)} taken out`] : []),
  ];
  return parts.length === 0 ? 'in another order' : parts.join(', ');
}

function itemsOf(value: Json): readonly string[] | null {
  if (value === null || typeof value !== 'object') return null;
  if (Array.isArray(value)) return value.map(sayValue);
  return Object.entries(value).map(([name, item]) => `${name}: ${sayValue(item)}`);
}
