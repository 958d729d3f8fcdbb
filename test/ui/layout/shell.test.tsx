import {Text} from 'ink';
import {describe, expect, test} from 'vitest';
import {commands} from '../../../src/ui/keys/commands.ts';
import {useCommands} from '../../../src/ui/keys/use-commands.ts';
import {Shell} from '../../../src/ui/layout/Shell.tsx';
import type {GlyphSet} from '../../../src/ui/terminal/capabilities.ts';
import {glyphSets} from '../../../src/ui/theme/glyphs.ts';
import {expectFits, mountInXterm} from '../../helpers/xterm.ts';
import {DemoScreen} from '../demo-screen.tsx';

const sizes = [
  [40, 12],
  [60, 20],
  [80, 24],
  [120, 40],
  [200, 60],
] as const;
const looks = [
  ['braille', 'dark', 'true'],
  ['block', 'light', '256'],
  ['ascii', 'ansi16', '16'],
  ['block', 'mono', 'none'],
  ['ascii', 'mono', 'none'],
] as const;

describe.each(sizes)('at %i by %i', (columns, rows) => {
  test.each(looks)('in %s and %s everything fits and the footer leads out', async (glyphs, theme, colors) => {
    const app = await mountInXterm(<DemoScreen />, {columns, rows, glyphs, theme, colors});
    const expectScreen = (...footer: readonly string[]) => {
      expectFits(app.frame());
      expect(app.frame().lines).toHaveLength(rows);
      for (const part of footer) expect(app.lines()[rows - 1]).toContain(part);
      if (glyphs === 'ascii') expect(app.text().replaceAll('\n', '')).toMatch(/^[ -~]*$/);
    };
    expect(app.lines()[0]).toContain('Reading');
    expectScreen('? help', 'Esc back', 'q quit');
    await app.press('tab', 'page-down', 'down');
    expectScreen('? help', 'q quit');
    await app.press('?');
    expect(app.text()).toContain('Keys that work here');
    expectScreen('Esc close');
    await app.press('end', 'esc', 'esc');
    expect(app.text()).toContain('Leave this lesson?');
    expectScreen('y yes', 'Ctrl-C quit');
    await app.press('n');
    expectScreen('q quit');
    await app.press('q');
    expect(await app.ended).toEqual({reason: 'quit', code: 0});
  });
});

test('an arrow key at 120 by 40 sends at most 1 KB', async () => {
  const app = await mountInXterm(<DemoScreen />, {columns: 120, rows: 40, theme: 'dark'});
  for (let index = 0; index < 8; index++) {
    const before = app.screen.sent.bytes;
    await app.press('down');
    const bytes = app.screen.sent.bytes - before;
    expect(bytes).toBeGreaterThan(0);
    expect(bytes).toBeLessThanOrEqual(1024);
  }
  await app.unmount();
});

test('nine new sizes in a row leave no rubbish, and the selection stays', async () => {
  const app = await mountInXterm(<DemoScreen />, {columns: 120, rows: 40});
  await app.burst('down', 'down', 'down');
  for (const [columns, rows] of [...sizes, [99, 30], [41, 13], [150, 20], [120, 40]] as const) {
    await app.resize(columns, rows);
    expectFits(app.frame());
    expect(app.lines()[0]).toContain('Reading');
    expect(app.lines()[rows - 1]).toContain('? help');
    expect(app.text()).toContain('❯ ▸ Lesson 3');
    expect(app.lines().map(line => line.trimEnd())).toEqual(await freshLines(columns, rows));
  }
  await app.unmount();
});

async function freshLines(columns: number, rows: number) {
  const fresh = await mountInXterm(<DemoScreen />, {columns, rows});
  await fresh.burst('down', 'down', 'down');
  const lines = fresh.lines().map(line => line.trimEnd());
  await fresh.unmount();
  return lines;
}

test('a window under 40 by 12 says so, takes no keys but Ctrl-C, and loses nothing', async () => {
  const app = await mountInXterm(<DemoScreen />, {columns: 80, rows: 24});
  await app.press('down', 'down');
  for (const [columns, rows] of [
    [39, 24],
    [80, 11],
    [20, 4],
    [1, 1],
  ] as const) {
    await app.resize(columns, rows);
    expectFits(app.frame());
    await app.press('down', 'q');
  }
  await app.resize(39, 11);
  expect(app.text().replace(/\s+/g, ' ')).toContain('This window is 39 by 11. The tutor needs 40 by 12');
  await app.resize(80, 24);
  expect(app.text()).toContain('❯ ○ Lesson 2');
  await app.resize(30, 10);
  await app.press('ctrl-c');
  expect((await app.ended).reason).toBe('interrupted');
});

function Two() {
  useCommands({run: {run: () => {}, label: 'predict', help: 'Say first what will happen.'}, quit: () => {}});
  return <Shell trail={[]}>{() => <Text>body</Text>}</Shell>;
}

test('help and footer come from the key table and from what works now', async () => {
  const app = await mountInXterm(<Two />);
  expect(app.lines().at(-1)).toBe('r predict  ? help  q quit');
  await app.press('?');
  const help = app.text();
  expect(help).toContain('Say first what will happen.');
  expect(help).toContain(commands.help.help);
  expect(help).not.toContain(commands.glossary.help);
  await app.press('?');
  expect(app.text()).not.toContain('Keys that work here');
  await app.unmount();
});

test('the status gives way before the trail loses its beginning', async () => {
  const shell = (
    <Shell trail={['Lessons', 'Preprocessing']} status="12 cards due">
      {() => null}
    </Shell>
  );
  const wide = await mountInXterm(shell, {columns: 80});
  expect(wide.lines()[0]).toMatch(/^ML Pipeline Tutor › Lessons › Preprocessing {2,}12 cards due$/);
  await wide.resize(40, 24);
  expect(wide.lines()[0]).toBe('ML Pipeline Tutor › … › Preprocessing');
  await wide.unmount();
});

// Every other row is one cell further, so that one edge or the other stands in the middle of a wide character.
function WideBehind() {
  const line = '日本'.repeat(28);
  return (
    <Shell trail={[]}>
      {({height}) => (
        <Text>{Array.from({length: height}, (_, row) => (row % 2 === 0 ? line : `x${line}`)).join('\n')}</Text>
      )}
    </Shell>
  );
}

test.each<GlyphSet>(['block', 'ascii'])('wide characters behind a window do not shift its rows in %s', async glyphs => {
  const app = await mountInXterm(<WideBehind />, {columns: 120, rows: 20, glyphs});
  await app.press('?');
  expectFits(app.frame());
  const bar = glyphSets[glyphs].box.left;
  const rows = Array.from({length: 20}, (_, row) =>
    Array.from({length: 120}, (_, column) => column).filter(column => app.cell(column, row).char === bar),
  ).filter(columns => columns.length > 0);
  expect(rows.length).toBeGreaterThan(3);
  expect(new Set(rows.map(columns => `${columns[0]} ${columns.at(-1)}`)).size).toBe(1);
  await app.unmount();
});
