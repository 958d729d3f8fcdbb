import {expect, test} from 'vitest';
import {mountTutor} from '../../../helpers/mount-tutor.ts';
import {progressAfter, testTutor} from '../../../helpers/tutor.ts';
import {miniCourse} from '../../../tutor/mini-course.ts';
import {met} from '../met.ts';

const begun = progressAfter(
  {type: 'lesson_opened', lesson: 'scaling'},
  {type: 'page_read', lesson: 'scaling', section: 'standard', page: 0},
);

test('the map shows the eight stages, the gate, the way back, where one is and what is next', async () => {
  const app = await mountTutor({progress: begun});
  const text = app.text();
  for (const stage of ['1 Ingestion', '2 Preprocessing', '5 Evaluation', '8 Monitoring']) expect(text).toContain(stage);
  expect(text).toContain('split');
  expect(text).toContain('loops back');
  expect(text).toContain('you are here');
  expect(text).toContain('started');
  expect(text).toContain('❯ Continue  Put the columns on one ruler: Standard, page 2 of ');
  expect(app.lines().at(-1)).toContain('Enter continue');
  await app.press('enter');
  expect(app.text()).toContain('Standard, page 2 of 2');
  await app.unmount();
});

test('the arrow keys follow the pipe, and what is selected is described', async () => {
  const app = await mountTutor({});
  await app.press('down', 'down', 'left');
  expect(app.text()).toContain('❯1 Ingestion');
  expect(app.text()).toContain('This stage has no lesson yet.');
  await app.press('right');
  expect(app.text()).toContain('❯2 Preprocessing');
  expect(app.text()).toContain('Put the columns on one ruler');
  expect(app.text()).toContain('Reading: ');
  await app.press('down');
  expect(app.text()).toContain('❯7 Deployment');
  await app.unmount();
});

test('a stage that was passed over says so, in the picture, in the list and beneath', async () => {
  const progress = progressAfter({type: 'lesson_skipped', lesson: 'scaling', skipped: true});
  const picture = await mountTutor({progress});
  expect(picture.text()).toContain('✓ passed over');
  await picture.press('down', 'down', 'down', 'left', 'right');
  expect(picture.text()).toContain('Passed over after the placement quiz; it stays open.');
  await picture.unmount();
  const list = await mountTutor({columns: 40, rows: 12, progress});
  expect(list.text()).toMatch(/2 Preprocessing +passed over/);
  await list.unmount();
});

test('the number of a stage opens its lesson menu, which leads to reading, lab and quiz', async () => {
  const app = await mountTutor({progress: begun});
  await app.press('2');
  expect(app.text()).toMatch(/1 Read {3}1 of \d+ pages read/);
  expect(app.text()).toMatch(/2 Lab {4}/);
  expect(app.text()).toMatch(/3 Quiz {3}5 questions/);
  await app.press('esc');
  expect(app.text()).not.toContain('1 Read');
  await app.press('2', '3');
  expect(app.lines()[0]).toContain('Put the columns on one ruler › Quiz');
  await app.press('q');
  expect(app.lines()[0]!.trim().startsWith('ML Pipeline Tutor')).toBe(true);
  expect(app.text()).toContain('Continue');
  await app.unmount();
});

test('in a small window the map is a list with the same places', async () => {
  const app = await mountTutor({columns: 40, rows: 12, progress: begun});
  expect(app.lines()[1]).toContain('❯ Continue  page 2 of ');
  await app.press('down', 'down', 'down');
  expect(app.text()).toMatch(/❯ . 2 Preprocessing +started/);
  await app.resize(80, 24);
  expect(app.text()).toContain('loops back');
  await app.unmount();
});

test('cards that are due are named on the map and call nobody away from learning', async () => {
  const app = await mountTutor({progress: met});
  expect(app.lines()[0]).toMatch(/\d+ cards? due$/);
  await app.press('enter');
  expect(app.lines()[0]).toContain('Mixed review');
  expect(app.lines()[0]).not.toContain('due');
  await app.unmount();
});

test('a course without lessons says what to do', async () => {
  const app = await mountTutor({course: {...miniCourse(), parts: [], lessons: []}});
  expect(app.text()).toContain('There are no lessons here.');
  await app.press('q');
  expect(await app.ended).toMatchObject({code: 0});
});

test('Esc leaves the tutor from nowhere, the map included', async () => {
  const app = await mountTutor({});
  await app.press('esc', 'esc');
  expect(app.isAlternate()).toBe(true);
  expect(app.text()).toContain('❯ Begin');
  await app.unmount();
});

test('the cursor goes to the first line when what it stood on is gone', async () => {
  const tutor = testTutor({progress: met});
  const app = await mountTutor({tutor});
  await app.press('down');
  expect(app.text()).toContain('❯ Review');
  await app.press('enter', 'enter');
  for (let card = 0; card < 8; card++) await app.press('enter', '4');
  await app.press('m');
  expect(app.text()).not.toContain('Review');
  expect(app.text()).toMatch(/❯ (?:Begin|Continue)/);
  await app.unmount();
});

test('the gate is named beside its foot, apart from the words of the way back', async () => {
  for (const [columns, rows] of [
    [80, 24],
    [120, 40],
  ] as const) {
    const app = await mountTutor({columns, rows});
    expect(app.lines().find(line => line.includes('split'))).toMatch(/┃ split: test rows stay behind/);
    await app.unmount();
  }
});

test('q leaves from the map and goes back step by step from anywhere else', async () => {
  const app = await mountTutor({route: {screen: 'quiz', lesson: 'scaling'}});
  await app.press('q');
  expect(app.text()).toContain('Begin');
  await app.press('q');
  expect(await app.ended).toMatchObject({code: 0});
  expect(app.isAlternate()).toBe(false);
});

test('what was found wrong with the progress is said once, before anything else', async () => {
  const app = await mountTutor({
    notices: ['Your progress could not be read; it was set aside as progress.broken.json.'],
  });
  expect(app.text()).toContain('it was set aside as');
  await app.press('enter');
  expect(app.text()).not.toContain('set aside');
  app.notices.add('The disk is full; results are not kept.');
  await app.settle();
  expect(app.text()).toContain('The disk is full');
  await app.press('esc');
  expect(app.text()).not.toContain('The disk is full');
  expect(app.text()).toContain('Begin');
  await app.unmount();
});

test('a search opens the page that has the words', async () => {
  const app = await mountTutor({});
  await app.press('/');
  await app.type('choir');
  expect(app.text()).toContain('Analogy');
  await app.press('enter');
  expect(app.lines()[0]).toContain('Put the columns on one ruler');
  expect(app.text()).toContain('Think of a choir');
  await app.unmount();
});
