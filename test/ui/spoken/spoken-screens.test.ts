import {describe, expect, test} from 'vitest';
import type {Route} from '../../../src/ui/navigation/route.ts';
import {expectReadable, mountSpoken} from '../../helpers/spoken.ts';
import {localEngine} from '../../helpers/tutor.ts';
import {met} from '../screens/met.ts';

const places: ReadonlyArray<{readonly route: Route; readonly name: string; readonly said: string}> = [
  {route: {screen: 'home'}, name: 'ML Pipeline Tutor', said: '(selected) Continue: '},
  {route: {screen: 'welcome'}, name: 'Welcome', said: '(selected) 1 School'},
  {route: {screen: 'lesson', lesson: 'scaling'}, name: 'Put the columns on one ruler', said: 'Afterwards you can'},
  {route: {screen: 'lab', lesson: 'scaling'}, name: 'Put the columns on one ruler, Lab', said: 'Predict: '},
  {route: {screen: 'quiz', lesson: 'scaling'}, name: 'Put the columns on one ruler, Quiz', said: 'passed with 80%'},
  {route: {screen: 'exam', kind: 'placement'}, name: 'Placement quiz', said: '(selected) 1 '},
  {route: {screen: 'cards'}, name: 'Flash cards', said: '(selected) 1 '},
  {route: {screen: 'glossary'}, name: 'Glossary', said: 'Search: (type a word)'},
  {route: {screen: 'settings'}, name: 'Settings', said: '(selected) Colours: as the terminal has it.'},
  {route: {screen: 'progress'}, name: 'Progress', said: 'Lessons, tab 1 of 3'},
  {route: {screen: 'runs'}, name: 'Runs', said: 'No run yet'},
  {route: {screen: 'models'}, name: 'Models', said: 'No model yet'},
  {route: {screen: 'playground'}, name: 'Playground', said: '(selected) breast_cancer, current, '},
];

describe.each(places)('the screen $route.screen', ({route, name, said}) => {
  test('is opened with its name, plain lines and its keys', async () => {
    const app = await mountSpoken({route, progress: met});
    const lines = await app.hear(said);
    expect(lines[0]).toContain(name);
    expect(lines.join(' ')).toContain('Keys: ');
    expect(app.tty.bytes).not.toContain('\u001B');
    await app.unmount();
    expectReadable(app.tty.bytes);
  });
});

const lists: ReadonlyArray<readonly [Route, readonly string[]]> = [
  [{screen: 'home'}, []],
  [{screen: 'home'}, ['down', 'enter']],
  [{screen: 'welcome'}, []],
  [{screen: 'lab', lesson: 'scaling'}, []],
  [{screen: 'lab', lesson: 'scaling'}, ['enter']],
  [{screen: 'quiz', lesson: 'scaling'}, []],
  [{screen: 'cards'}, []],
  [{screen: 'settings'}, []],
  [{screen: 'glossary'}, []],
  [{screen: 'playground'}, []],
  [{screen: 'playground'}, ['tab']],
  [{screen: 'playground'}, ['v']],
];

test.each(lists)('on %o after %o moving says one line, and back again', async (route, keys) => {
  const app = await mountSpoken({route, progress: met, columns: 400});
  await app.hear('Keys: ');
  // What the engine has to say about the place comes a little later.
  await new Promise(resolve => setTimeout(resolve, 300));
  await app.settle();
  await app.press(...keys);
  const texts = (lines: readonly string[]) => lines.filter(line => !line.startsWith('Search:')).join(' ');
  const first = await app.tell('down');
  expect(texts(first)).not.toBe('');
  expect(texts(first).length).toBeLessThan(200);
  expect(first.filter(line => !line.startsWith('Search:')).length, first.join('\n')).toBeLessThanOrEqual(2);
  const second = await app.tell('up');
  expect(texts(second)).not.toBe(texts(first));
  expect(second.join('\n')).not.toContain('Keys: ');
  await app.unmount();
});

test('the help says every key, and closing it says where one is', async () => {
  const app = await mountSpoken({progress: met});
  const help = await app.tell('?');
  expect(help[0]).toBe('Keys that work here');
  expect(help).toContain('Enter: Choose what is selected, or go on.');
  expect((await app.tell('esc')).join(' ')).toMatch(/^ML Pipeline Tutor \(selected\) Continue: /);
  await app.unmount();
});

test('a long list says how long it is and only what is selected', async () => {
  const app = await mountSpoken({route: {screen: 'playground'}, engine: localEngine()});
  await app.hear('Keys: ');
  const lines = await app.tell('tab');
  expect(lines.slice(0, 3)).toEqual([
    'Pipeline, tab 1 of 2',
    expect.stringMatching(/^A list of \d+ settings:$/),
    '(selected) ingestion.dataset: breast_cancer',
  ]);
  await app.unmount();
});

test('a picture is its sentence and its numbers', async () => {
  const app = await mountSpoken({route: {screen: 'playground'}});
  await app.hear('Keys: ');
  await app.press('r');
  const lines = await app.hear('metric accuracy, test ');
  expect(lines[0]).toBe('Result (3 of 13), tab 2 of 2');
  const said = lines.join(' ');
  expect(said).toMatch(/metric accuracy, test 0\.\d+, training 0\.\d+, baseline 0\.\d+/);
  expect(said).toMatch(/\d+ of 143 samples are right .*actual benign, predicted benign \d+ .*actual malignant, /);
  expect(said).toMatch(/AUC 0\.\d+: .*false positive rate 0, true positive rate 0/);
  await app.unmount();
});

test('a search echoes what is typed and says what was found when one pauses', async () => {
  const app = await mountSpoken({progress: met});
  await app.hear('Keys: ');
  const opened = await app.tell('/');
  expect(opened[0]).toBe('Search the lessons and the glossary');
  const typed = await app.tell('s', 'c', 'a');
  expect(typed[0]).toBe('s');
  expect(typed.join(' ')).toContain('(selected) ');
  expect(typed.at(-1)).toBe('Search: sca');
  expect((await app.tell('backspace'))[0]).toBe('\b \b');
  await app.unmount();
});

test('quitting sends no code and gives the keyboard back', async () => {
  const app = await mountSpoken({progress: met});
  await app.hear('Keys: ');
  expect(app.keyboard.isRaw).toBe(true);
  await app.press('q');
  expect(await app.ended).toEqual({reason: 'quit', code: 0});
  expect(app.keyboard.isRaw).toBe(false);
  expect(app.tty.bytes).not.toContain('\u001B');
  expect(app.tty.bytes.endsWith('\n')).toBe(true);
});

test('a pause with Ctrl-Z says where one is when it ends', async () => {
  const app = await mountSpoken({progress: met});
  await app.hear('Keys: ');
  const after = await app.tell('ctrl-z');
  expect(after.join(' ')).toMatch(/^ML Pipeline Tutor \(selected\) Continue: /);
  await app.unmount();
});
