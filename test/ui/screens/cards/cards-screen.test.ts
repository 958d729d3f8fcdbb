import {describe, expect, test} from 'vitest';
import {mountTutor} from '../../../helpers/mount-tutor.ts';
import {testTutor} from '../../../helpers/tutor.ts';
import {expectAscii, expectSound, looks, sizes} from '../looks.ts';
import {met} from '../met.ts';

const route = {screen: 'cards'} as const;

describe.each(sizes)('at %i by %i', (columns, rows) => {
  test.each(looks)('in $glyphs with $colors colours every state of the cards fits', async look => {
    const app = await mountTutor({columns, rows, ...look, route, progress: met});
    const check = (text: string | RegExp) => {
      expect(app.text()).toMatch(text);
      expectSound(app);
      if (look.glyphs === 'ascii') expectAscii(app);
    };
    check('Review 8 cards');
    await app.press('enter');
    check('8 cards left');
    for (let card = 0; card < 8; card++) {
      await app.press('enter');
      check(/1 Again 1 minute/);
      await app.press('4');
    }
    check('Done');
    await app.press('esc', 'enter');
    check('All of them');
    await app.press('enter', 'space');
    check('Knew it');
    await app.press('esc', 'down', 'enter');
    if (columns > 60) check('Cards for Anki');
    await app.unmount();
  });
});

test('a card is shown, revealed, rated and taken back, and the schedule follows', async () => {
  const tutor = testTutor({progress: met});
  const app = await mountTutor({route, tutor});
  await app.press('enter');
  const front = app.lines()[4];
  await app.press('1');
  expect(tutor.learner.progress().reviews).toEqual([]);
  await app.press('enter', 'up', 'enter');
  expect(tutor.learner.progress().reviews.at(-1)?.rating).toBe('again');
  expect(app.text()).toContain('8 cards left');
  await app.press('u');
  expect(app.lines()[4]).toBe(front);
  expect(tutor.learner.progress().reviews).toEqual([]);
  await app.press('4');
  expect(app.text()).toContain('7 cards left');
  await app.unmount();
});

test('every card says where it comes from', async () => {
  const app = await mountTutor({route, progress: met});
  await app.press('down', 'enter', 'enter');
  const seen = new Set<string>();
  while (!app.text().includes('Done')) {
    seen.add(/lesson card|glossary term|missed question/.exec(app.text())?.[0] ?? 'none');
    await app.press('enter', '2');
  }
  expect([...seen].sort()).toEqual(['glossary term', 'lesson card', 'missed question']);
  expect(app.text()).toContain('The schedule is as it was.');
  await app.unmount();
});

test('without cards it is said where they come from', async () => {
  const app = await mountTutor({route});
  expect(app.text()).toContain('There are no cards yet.');
  expectSound(app);
  await app.unmount();
});

test('a burst of keys loses none', async () => {
  const tutor = testTutor({progress: met});
  const app = await mountTutor({route, tutor});
  await app.press('enter');
  await app.burst('enter', '4', 'enter', '4', 'enter', '4', 'u');
  expect(tutor.learner.progress().reviews).toHaveLength(2);
  await app.unmount();
});
