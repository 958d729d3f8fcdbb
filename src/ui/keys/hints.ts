import type {Glyphs} from '../theme/glyphs.ts';
import {type Command, commands} from './commands.ts';
import type {ActiveCommand} from './key-layers.ts';

/** One entry of the footer: keys and what they do. */
export type Hint = {
  readonly keys: string;
  readonly label: string;
  /** Stays however short the line is. */
  readonly isKept: boolean;
};

const kept: readonly Command[] = ['help', 'back', 'quit', 'interrupt'];
const gap = 2;

/** The footer's entries, most important first; commands with the same label share one. */
export function hintsOf(active: readonly ActiveCommand[], glyphs: Glyphs): readonly Hint[] {
  const hints: Hint[] = [];
  for (const {command, label, keys, isQuiet} of withWayOut(active)) {
    if (isQuiet) continue;
    const shown = shownKeys(command, keys.slice(0, 1), glyphs);
    const same = hints.findIndex(hint => hint.label === label);
    if (same < 0) hints.push({keys: shown, label, isKept: kept.includes(command)});
    else hints[same] = {...hints[same]!, keys: joinKeys(hints[same]!.keys, shown)};
  }
  return hints;
}

/** The entries that fit into a width: the least important go first, `?` and the way out never. */
export function fitHints(hints: readonly Hint[], width: number): readonly Hint[] {
  const widthOf = (hint: Hint) => hint.keys.length + 1 + hint.label.length + gap;
  let room = width + gap - hints.filter(hint => hint.isKept).reduce((sum, hint) => sum + widthOf(hint), 0);
  let isFull = false;
  return hints.filter(hint => {
    if (hint.isKept) return true;
    isFull ||= widthOf(hint) > room;
    if (!isFull) room -= widthOf(hint);
    return !isFull;
  });
}

/** The help: every command that works, by group, with all its keys. */
export function helpGroups(
  active: readonly ActiveCommand[],
  glyphs: Glyphs,
): ReadonlyArray<{
  readonly group: string;
  readonly entries: ReadonlyArray<{readonly keys: string; readonly help: string}>;
}> {
  const order = Object.keys(commands);
  const sorted = [...withInterrupt(active)].sort((a, b) => order.indexOf(a.command) - order.indexOf(b.command));
  const entries = sorted.map(({command, keys, help}) => ({
    group: commands[command].group,
    keys: shownKeys(command, keys, glyphs),
    help,
  }));
  const groups = [...new Set(Object.values(commands).map(info => info.group))];
  return groups
    .map(group => ({group, entries: entries.filter(entry => entry.group === group)}))
    .filter(({entries}) => entries.length > 0);
}

function shownKeys(command: Command, keys: readonly string[], glyphs: Glyphs): string {
  const info = commands[command];
  if ('shown' in info) return info.shown;
  return keys.map(key => glyphs.keys[key] ?? key).join(' ');
}

// Arrows stand close together, words keep a space between them.
function joinKeys(left: string, right: string): string {
  return left.length === 1 && right.length === 1 ? left + right : `${left} ${right}`;
}

const interrupt: ActiveCommand = {
  command: 'interrupt',
  label: commands.interrupt.label,
  help: commands.interrupt.help,
  isQuiet: false,
  keys: commands.interrupt.keys,
};

function withWayOut(active: readonly ActiveCommand[]): readonly ActiveCommand[] {
  return active.some(({command}) => command === 'quit') ? active : withInterrupt(active);
}

function withInterrupt(active: readonly ActiveCommand[]): readonly ActiveCommand[] {
  return [...active, interrupt];
}
