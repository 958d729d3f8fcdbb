import {formatCount} from '../../../charts/index.ts';
import {sayValue} from '../../../stages/merge/explain-merge.ts';
import type {Json} from '../../../tutor/figures/result.ts';
import type {Drawing} from '../../lesson-figures.ts';
import type {MergedPipeline} from '../actions/merge.ts';

const makers = {mine: 'you', theirs: 'the other', both: 'both', decision: 'decided'} as const;

/** A setting that nobody wrote has its default, which need not be `none`. */
function say(value: Json): string {
  return value === null ? 'not set' : sayValue(value);
}

/** Show setting by setting what two people wanted, and what became of it. */
export function drawMerge({conflicts, taken, open, problems, clean}: MergedPipeline): Drawing {
  const settled = taken.map(({path, from, value, before}) => [path, say(before), makers[from], say(value)]);
  const undecided = conflicts.map(({path, base, mine, theirs}) => [
    path,
    say(base),
    'both',
    `you: ${say(mine)}, the other: ${say(theirs)}`,
  ]);
  const table = {header: ['setting', 'was', 'changed by', 'is now'], rows: [...undecided, ...settled]};
  const sentence = clean
    ? 'Nothing is left open: the merged pipeline was run and verified.'
    : open > 0
      ? `${formatCount(open, 'setting')} must be decided before anything can run.`
      : `Nothing is left open, but the merged pipeline is wrong. ${problems.join(' ')}`;
  return {kind: 'table', title: 'The merge', table, sentence};
}
