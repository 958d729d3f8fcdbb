import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test, vi} from 'vitest';
import {writeRecipe} from '../../src/app/lab/recipe.ts';
import {formatProgress} from '../../src/tutor/progress/state.ts';
import {installProgram} from '../helpers/installed-program.ts';
import {type Journey, journeyIn} from '../helpers/journey.ts';
import type {Tmux, TmuxOptions} from '../helpers/tmux.ts';
import {progressAfter} from '../helpers/tutor.ts';

vi.setConfig({testTimeout: 240_000});

const program = await installProgram();

// Someone who has been here: the questions of the first start are answered.
const settings = {profile: 'professional', depth: 'standard'} as const;
const met = progressAfter({type: 'settings_changed', settings});

function homeOf(progress = met): string {
  const home = program.newHome();
  mkdirSync(home);
  writeFileSync(path.join(home, 'progress.json'), formatProgress(progress));
  return home;
}

type Place = {readonly shell: Tmux; readonly learner: Journey; readonly home: string};

async function open({home = homeOf(), ...options}: TmuxOptions & {readonly home?: string} = {}): Promise<Place> {
  const shell = await program.openShell({home, ...options});
  return {shell, learner: journeyIn(shell), home};
}

/** What the shell's terminal is set to, on a screen of its own. */
async function sttyOf(shell: Tmux): Promise<string> {
  await shell.type('clear; echo "stty-is $(stty -g) end"');
  await shell.press('Enter');
  return /stty-is (\S+) end/.exec(await shell.waitFor(/stty-is \S+ end/))![1]!;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the code before a colour
const colour = /\u001B\[[\d;]*[34]\d/u;

const own = {isAlternate: false, isCursorShown: true, wraps: true};
const taken = {isAlternate: true, isCursorShown: false, wraps: false};

// A fault from outside: Node loads this file into the program, which itself has no switch for it.
const faultFile = path.join(program.folder, 'fault.cjs');
writeFileSync(
  faultFile,
  "require('node:worker_threads').isMainThread && process.on('SIGUSR2', () => { throw new Error('a fault from outside'); });\n",
);

type WayOut = {
  readonly way: string;
  readonly key?: string;
  readonly signal?: NodeJS.Signals;
  readonly code: number;
  readonly says?: string;
};

const waysOut: readonly WayOut[] = [
  {way: 'q on the map', key: 'q', code: 0},
  {way: 'Ctrl-C', key: 'C-c', code: 130},
  {way: 'SIGTERM', signal: 'SIGTERM', code: 143},
  {way: 'SIGHUP', signal: 'SIGHUP', code: 129},
  {way: 'a crash', signal: 'SIGUSR2', code: 1, says: 'a fault from outside'},
];

test('every way out gives the terminal back as it was, with its exit code', async () => {
  const {shell, learner} = await open({env: {NODE_OPTIONS: `--require=${faultFile}`}});
  const before = await sttyOf(shell);
  for (const {way, key, signal, code, says = ''} of waysOut) {
    await learner.start();
    await shell.waitFor('Monitoring');
    expect(await shell.modes(), way).toEqual(taken);
    if (key) await learner.press(key);
    if (signal) process.kill(await shell.child(), signal);
    const screen = await learner.ended(code);
    expect(screen, way).toContain(says);
    expect(screen, way).not.toContain('Monitoring');
    expect(await shell.modes(), way).toEqual(own);
    expect(await sttyOf(shell), way).toBe(before);
  }
});

// Enough work for several seconds.
const longRecipe = writeRecipe({
  ingestion: {dataset: 'subscriptions', drop: ['customer_id', 'refund_issued', 'signup_date']},
  training: {model: 'random_forest', params: {n_estimators: 700}},
});

/** Open the first lab and run a pipeline in it that takes long. */
async function startLongRun({shell, learner}: Place): Promise<void> {
  await learner.start('lab pipeline');
  // The figures of the task have come.
  await shell.waitFor(/\d\d\.\d% of the test/);
  await learner.press('enter');
  await shell.waitFor('You say:');
  await learner.press('w');
  await shell.waitFor('paste a recipe here');
  await shell.type(longRecipe);
  await learner.press('enter');
  await shell.waitFor('random_forest');
  await learner.press('r');
  await shell.waitFor('training.fit');
}

/** The tutor fits its window: every line, with the place in the first and the keys in the last. */
function expectFits(screen: string, columns: number, rows: number): void {
  const lines = screen.split('\n');
  expect(lines.length).toBeLessThanOrEqual(rows);
  for (const line of lines) expect([...line].length).toBeLessThanOrEqual(columns);
  expect(lines[0]).toMatch(/Lab|Pipeline/);
  expect(lines.at(-1)).toMatch(/Esc|Enter|help/);
}

test('resizing and Ctrl-Z in the middle of a run leave nothing behind, and the run ends', async () => {
  const place = await open({columns: 80, rows: 24});
  const {shell, learner} = place;
  await startLongRun(place);
  const sizes = [
    [40, 12],
    [120, 40],
    [80, 24],
  ] as const;
  for (const [columns, rows] of sizes) {
    await shell.resize(columns, rows);
    const footer = new RegExp(`^.{1,${columns}}$`);
    expectFits(await shell.waitFor(/Esc stop/), columns, rows);
    expect((await shell.text()).split('\n').at(-1)).toMatch(footer);
  }
  await shell.resize(30, 8);
  await shell.waitFor('This window is 30 by 8.');
  await shell.resize(100, 40);
  await shell.waitFor('Esc stop');
  await learner.press('C-z');
  await shell.waitFor('Stopped');
  expect(await shell.modes()).toEqual(own);
  await shell.type('clear; fg');
  await shell.press('Enter');
  const back = await shell.waitFor(/^ML Pipeline Tutor/);
  expect(back).not.toContain('Stopped');
  expect(await shell.modes()).toEqual(taken);
  await shell.waitFor('Goal reached');
  const ended = await shell.text();
  expectFits(ended, 100, 40);
  // The same window shows the same again, whatever it was in between.
  for (const [columns, rows] of [...sizes, [30, 8], [100, 40]] as const) await shell.resize(columns, rows);
  await shell.waitForExactly(ended);
  await learner.press('C-c');
  await shell.waitForNo('Goal reached');
  await shell.type('echo left-$?');
  await shell.press('Enter');
  const left = await shell.waitFor('left-130');
  for (const rest of ['Task', 'Result', '███']) expect(left).not.toContain(rest);
});

test('a run can be stopped, and the program left in the middle of one', async () => {
  const place = await open();
  const {shell, learner} = place;
  await startLongRun(place);
  await learner.press('esc');
  await shell.waitFor('the finished steps are kept');
  await learner.press('r');
  await shell.waitFor('training.fit');
  await learner.press('C-c');
  await learner.ended(130);
});

test('fifty keys at once are all taken', async () => {
  const {shell, learner, home} = await open();
  await learner.start();
  await shell.waitFor('Monitoring');
  const down = Array.from({length: 4}, () => 'down');
  // From 20 cards a day on through its 21 values, 46 times.
  const next = Array.from({length: 46}, () => 'enter');
  await learner.press(',', ...down, ...next, 'C-c');
  await learner.ended(130);
  const {settings} = JSON.parse(readFileSync(path.join(home, 'progress.json'), 'utf8'));
  expect(settings.cards_a_day).toBe(5 * ((4 + 46) % 21));
});

test('a window of 20 by 5 says what it needs, and the tutor comes when there is room', async () => {
  const {shell, learner} = await open({columns: 20, rows: 5});
  await shell.type('clear; ml-pipeline-tutor');
  await shell.press('Enter');
  expect((await shell.waitFor('Ctrl-C quits.')).split('\n').length).toBeLessThanOrEqual(5);
  await shell.resize(80, 24);
  await shell.waitFor('Monitoring');
  await learner.press('q');
  await shell.waitForNo('Monitoring');
  expect(await shell.modes()).toEqual(own);
});

test('a dumb terminal gets the guide, and numbered text on request', async () => {
  const {shell} = await open({env: {TERM: 'dumb'}});
  await shell.type('clear; TERM=dumb ml-pipeline-tutor; echo code-$?');
  await shell.press('Enter');
  expect(await shell.waitFor('code-0')).toContain('What to type');
  await shell.type('clear; TERM=dumb ml-pipeline-tutor --plain; echo plain-$?');
  await shell.press('Enter');
  await shell.waitFor('Your choice');
  expect(await shell.styledText()).not.toContain('\u001B');
  await shell.press('C-d');
  await shell.waitFor('plain-0');
});

test('without colour and without Unicode everything is there in plain letters', async () => {
  const {shell, learner} = await open({env: {NO_COLOR: '1', LANG: 'C', LC_ALL: 'C'}});
  await learner.start();
  const map = await shell.waitFor('Monitoring');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what a terminal without Unicode can show
  expect(map).toMatch(/^[\x00-\x7F]*$/);
  expect(await shell.styledText()).not.toMatch(colour);
  await learner.press('enter');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what a terminal without Unicode can show
  expect(await shell.waitFor('Afterwards you can')).toMatch(/^[\x00-\x7F]*$/);
  await learner.press('C-c');
  await learner.ended(130);
});

test('a damaged progress file is set aside and named, and the copy from before is used', async () => {
  const home = homeOf();
  writeFileSync(path.join(home, 'progress.previous.json'), formatProgress(met));
  writeFileSync(path.join(home, 'progress.json'), '{"version": 1, "lessons": {');
  const {shell, learner} = await open({home});
  await learner.start();
  const notice = (await shell.waitFor('Please note')).replace(/[│\s]+/g, ' ');
  expect(notice).toContain('progress.json');
  expect(notice).toContain('The copy from before is used.');
  const [aside] = readdirSync(home).filter(name => name.startsWith('progress.damaged-'));
  expect(notice.replaceAll(' ', '')).toContain(aside!);
  expect(readFileSync(path.join(home, aside!), 'utf8')).toContain('"lessons": {');
  await learner.press('enter');
  await shell.waitForNo('Please note');
  await shell.waitFor('Begin');
  await learner.press('q');
  await learner.ended(0);
});

test('where nothing can be kept the tutor says so and can still be used', async () => {
  const home = '/proc/nowhere';
  expect(existsSync(home)).toBe(false);
  const {shell, learner} = await open({home});
  await learner.start();
  await learner.press('1');
  expect(await shell.waitFor('Please note')).toContain('could not be kept');
  await learner.press('enter');
  await shell.waitForNo('Please note');
  await learner.press('1', '1');
  await shell.waitFor('Afterwards you can');
  await learner.press('C-c');
  await learner.ended(130);
});
