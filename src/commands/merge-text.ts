import {type Conflict, sayValue} from '../app/merge/merge-files.ts';
import {formatPlace, type Place} from '../errors.ts';
import type {CommandContext} from './command.ts';
import {formatColumns} from './text-table.ts';

/** A conflict with the three values, where each is written, and why. */
export function formatConflict(conflict: Conflict, {width}: Pick<CommandContext, 'width'>): string {
  const {path, base, mine, theirs, mine_reason, theirs_reason, at} = conflict;
  const rows = [
    ['base', sayWritten(base), placeOf(at.base), ''],
    ['mine', sayWritten(mine), placeOf(at.mine), oneLine(mine_reason)],
    ['theirs', sayWritten(theirs), placeOf(at.theirs), oneLine(theirs_reason)],
  ];
  return `${oneLine(path)}\n${formatColumns(['', 'value', 'where', 'why'], rows, width)}`;
}

/** What was decided without asking, and how to decide otherwise. */
export function formatOpen(conflicts: readonly Conflict[], look: Pick<CommandContext, 'width'>): string {
  const count = conflicts.length === 1 ? 'One setting was' : `${conflicts.length} settings were`;
  const [first] = conflicts;
  return [
    `${count} changed by both in different ways; nothing was written.`,
    ...conflicts.map(conflict => formatConflict(conflict, look)),
    `→ Decide with --take mine, --take theirs, --choose ${first!.path}=theirs or --set ${first!.path}=VALUE.`,
  ].join('\n\n');
}

function sayWritten(value: Conflict['base']): string {
  return value === null ? '(not set)' : sayValue(value);
}

function placeOf(place: Place | null): string {
  return place
    ? formatPlace({...(place.file ? {file: place.file} : {}), ...(place.line ? {line: place.line} : {})})
    : '';
}

/** Comments and names come from somebody else's file: no control characters reach the terminal. */
function oneLine(text: string | null): string {
  return (text ?? '').replace(/\p{Cc}+/gu, ' ');
}
