import {expect, test} from 'vitest';
import {mountTutor} from '../../../helpers/mount-tutor.ts';
import {progressAfter, testTutor} from '../../../helpers/tutor.ts';

const route = {screen: 'settings'} as const;

test('a change is seen at once and kept', async () => {
  const tutor = testTutor();
  const app = await mountTutor({route, tutor, glyphs: 'braille'});
  await app.press('down', 'right', 'right', 'right');
  expect(tutor.learner.progress().settings.glyphs).toBe('ascii');
  expect(app.text().replaceAll('\n', '')).toMatch(/^[ -~]*$/);
  await app.press('left');
  expect(tutor.learner.progress().settings.glyphs).toBe('block');
  await app.unmount();
});

test('without colours nothing on the screen has one', async () => {
  const app = await mountTutor({route, progress: progressAfter({type: 'settings_changed', settings: {theme: 'mono'}})});
  const cells = app.lines().flatMap((line, row) => Array.from(line, (_, column) => app.cell(column, row)));
  expect(new Set(cells.map(cell => cell.color))).toEqual(new Set(['default']));
  expect(app.text()).toContain('without colours');
  await app.unmount();
});

test('a setting stays at its ends, and Enter goes round', async () => {
  const tutor = testTutor({progress: progressAfter({type: 'settings_changed', settings: {cards_a_day: 100}})});
  const app = await mountTutor({route, tutor});
  await app.press('down', 'down', 'down', 'down', 'right');
  expect(tutor.learner.progress().settings.cards_a_day).toBe(100);
  await app.press('enter');
  expect(tutor.learner.progress().settings.cards_a_day).toBe(0);
  await app.press('esc');
  expect(app.text()).toContain('loops back');
  await app.unmount();
});
