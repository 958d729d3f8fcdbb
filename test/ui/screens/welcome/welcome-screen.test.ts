import {expect, test} from 'vitest';
import {mountTutor} from '../../../helpers/mount-tutor.ts';
import {testTutor} from '../../../helpers/tutor.ts';
import {expectAscii, expectSound, looks, sizes} from '../looks.ts';

const route = {screen: 'welcome'} as const;

test('the first start asks two things, shows the keys and begins the first lesson', async () => {
  const tutor = testTutor();
  const app = await mountTutor({route, tutor});
  await app.press('2');
  expect(tutor.learner.progress().settings.profile).toBe('professional');
  expect(app.text()).toContain('How shall the lessons speak?');
  await app.press('esc');
  expect(app.text()).toContain('What brings you here?');
  await app.press('1', '1');
  expect(tutor.learner.progress().settings).toMatchObject({profile: 'school', depth: 'quick'});
  expect(app.text()).toContain('shows every key of the place you are at');
  await app.press('enter');
  expect(app.lines()[0]).toContain('Put the columns on one ruler');
  await app.press('q');
  expect(app.text()).toContain('loops back');
  await app.unmount();
});

test('whoever knows some of it is led to the placement quiz, and it is no step behind', async () => {
  const app = await mountTutor({route});
  await app.press('1', '2', '3');
  expect(app.lines()[0]).toContain('Placement quiz');
  await app.press('esc');
  expect(app.text()).toContain('loops back');
  await app.unmount();
});

test('on the smallest screen the question is in sight above its answers', async () => {
  const app = await mountTutor({route, columns: 40, rows: 12});
  expect(app.text()).toMatch(/What brings you here\?\n.*School/);
  await app.unmount();
});

test.each(sizes)('at %i by %i the questions and the keys fit', async (columns, rows) => {
  for (const look of looks) {
    const app = await mountTutor({columns, rows, ...look, route});
    for (const key of ['1', '1', '2']) {
      expectSound(app);
      if (look.glyphs === 'ascii') expectAscii(app);
      await app.press(key);
    }
    expectSound(app);
    await app.unmount();
  }
});
