import fc from 'fast-check';
import {expect, test} from 'vitest';
import {commands} from '../../../src/ui/keys/commands.ts';
import {fitHints, helpGroups, hintsOf} from '../../../src/ui/keys/hints.ts';
import {rootScope} from '../../../src/ui/keys/key-context.ts';
import {type Bindings, KeyLayers} from '../../../src/ui/keys/key-layers.ts';
import {glyphSets} from '../../../src/ui/theme/glyphs.ts';

function activeOf(bindings: Bindings) {
  const layers = new KeyLayers();
  layers.setLayer({}, {scope: rootScope, order: 1, bindings});
  return layers.active();
}

const nothing = () => {};
const bindable = Object.keys(commands).filter(command => command !== 'interrupt');
const everything = Object.fromEntries(bindable.map(command => [command, nothing])) as Bindings;
const footer = (bindings: Bindings, width: number, glyphs = glyphSets.block) =>
  fitHints(hintsOf(activeOf(bindings), glyphs), width)
    .map(({keys, label}) => `${keys} ${label}`)
    .join('  ');

test('the footer says keys and what they do, most important first', () => {
  const bindings = {'move-up': nothing, 'move-down': nothing, choose: nothing, help: nothing, quit: nothing};
  expect(footer(bindings, 80)).toBe('Enter choose  ↑↓ move  ? help  q quit');
  expect(footer(bindings, 80, glyphSets.ascii)).toBe('Enter choose  Up Down move  ? help  q quit');
});

test('a screen may say a command in its own words, or keep it quiet', () => {
  const bindings = {choose: {run: nothing, label: 'continue'}, run: {run: nothing, isQuiet: true}, quit: nothing};
  expect(footer(bindings, 80)).toBe('Enter continue  q quit');
});

test('where nothing else leads out, Ctrl-C is shown', () => {
  expect(footer({choose: nothing}, 80)).toBe('Enter choose  Ctrl-C quit');
});

test('help and the ways out never drop at 40 columns, however much else there is', () => {
  const line = footer(everything, 40);
  for (const part of ['? help', 'Esc back', 'q quit']) expect(line).toContain(part);
  expect(line.length).toBeLessThanOrEqual(40);
});

test('the footer fits every width from 40', () => {
  const some = fc.subarray(bindable);
  fc.assert(
    fc.property(
      some,
      fc.integer({min: 40, max: 200}),
      fc.constantFrom(...Object.values(glyphSets)),
      (names, width, glyphs) => {
        const bindings = Object.fromEntries(names.map(name => [name, nothing])) as Bindings;
        expect(footer(bindings, width, glyphs).length).toBeLessThanOrEqual(width);
      },
    ),
  );
});

test('the help holds every active command with all its keys, by group', () => {
  const groups = helpGroups(activeOf(everything), glyphSets.block);
  expect(groups.map(({group}) => group)).toEqual([...new Set(Object.values(commands).map(info => info.group))]);
  const moving = groups[0]!.entries;
  expect(moving[0]).toMatchObject({keys: '↑ k', help: commands['move-up'].help});
  expect(moving.find(({keys}) => keys === '1-9')?.help).toBe(commands.pick.help);
  expect(groups.flatMap(({entries}) => entries.map(({keys}) => keys))).toContain('Ctrl-C');
});
