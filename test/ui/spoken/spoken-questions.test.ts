import {expect, test} from 'vitest';
import {mountSpoken, type SpokenApp} from '../../helpers/spoken.ts';
import {progressAfter} from '../../helpers/tutor.ts';

/** A quiz of one question, open at it, and what is said of it. */
async function ask(id: string): Promise<{readonly app: SpokenApp; readonly said: readonly string[]}> {
  const attempt = {
    id: 'open',
    kind: 'lesson',
    lesson: 'scaling',
    started: '2026-03-01T09:00:00.000Z',
    questions: [id],
    answers: [],
  } as const;
  const progress = progressAfter({type: 'quiz_started', attempt});
  const app = await mountSpoken({columns: 100, progress, route: {screen: 'quiz', lesson: 'scaling'}});
  await app.hear('Keys: ');
  await app.press('enter');
  return {app, said: await app.hear('Keys: ')};
}

test('answers of which several may be right are said as checked or not, and moving says one', async () => {
  const {app, said} = await ask('which-need-scaling');
  expect(said[0]).toBe('Question 1 of 1');
  expect(said.filter(line => line.includes('(not checked)'))).toHaveLength(4);
  const [first] = await app.tell('space');
  expect(first).toMatch(/^1 \(checked\) /);
  expect(await app.tell('down')).toEqual([expect.stringMatching(/^2 \(not checked\) /)]);
  expect(await app.tell('up')).toEqual([first]);
  await app.unmount();
});

test('an item of an order is said with its place while it is moved', async () => {
  const {app, said} = await ask('steps-in-order');
  const item = said.find(line => line.startsWith('(selected) 1 '))!.slice('(selected) 1 '.length);
  expect((await app.tell('space'))[0]).toMatch(new RegExp(`^1 ${item} +\\(moving\\)$`));
  expect(await app.tell('down')).toEqual([expect.stringMatching(new RegExp(`^2 ${item} +\\(moving\\)$`))]);
  expect(await app.tell('space')).toEqual([`2 ${item}`]);
  await app.unmount();
});

test('a pair is said when it is made, with what is to be matched next', async () => {
  const {app, said} = await ask('match-scalers');
  expect(said).toContain('(selected) standard: nothing yet');
  const definition = said.find(line => line.startsWith('2 '))!;
  expect(await app.tell('2')).toEqual([`standard: ${definition}`, '(selected) min-max: nothing yet']);
  await app.unmount();
});

test('a gap to fill in is a word, what is typed is echoed, and the verdict says what was right', async () => {
  const {app, said} = await ask('name-the-part');
  expect(said).toContain('The scaler learns its numbers from the blank rows.');
  expect(said.at(-1)).toBe('Your answer: ');
  expect(await app.tell('t', 'e', 's', 't')).toEqual(['test']);
  expect(await app.tell('enter')).toContain('How sure are you of it?');
  expect(await app.tell('down')).toEqual(['Not sure']);
  const verdict = await app.tell('enter');
  expect(verdict[0]).toBe('Not this time. It comes back as a card.');
  expect(verdict).toContain('Your answer, not right: test');
  expect(verdict).toContain('Right: training');
  expect(verdict.at(-1)).toBe('Keys: Enter result.');
  await app.unmount();
});
