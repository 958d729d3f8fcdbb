import {expect, test} from 'vitest';
import type {EngineClient} from '../../../../src/app/actions.ts';
import {KnownError} from '../../../../src/errors.ts';
import {mountTutor} from '../../../helpers/mount-tutor.ts';
import {localEngine, progressAfter, silentEngine, testTutor} from '../../../helpers/tutor.ts';
import {miniCourse} from '../../../tutor/mini-course.ts';

const lesson = {screen: 'lesson', lesson: 'scaling'} as const;
const atDialogue = {...lesson, section: 'dialogue'} as const;
const atExample = {...lesson, section: 'worked-example'} as const;
const tall = {columns: 80, rows: 40};

test('one key leads from what a lesson is about through its questions and pages to what comes next', async () => {
  const app = await mountTutor({...tall, route: lesson});
  const seen: string[] = [];
  for (let keys = 0; keys < 60 && !app.text().includes('The end of the reading'); keys++) {
    if (app.text().includes('computing')) await app.waitFor('Accuracy');
    const heading = app.lines()[2]!.trim().split('  ')[0]!;
    if (seen.at(-1) !== heading) seen.push(heading);
    await app.press('enter');
  }
  expect(seen).toEqual([
    'Two stages',
    'Before you read, 1 of 2. A guess is fine; the quiz asks again.',
    'Before you read, 2 of 2. A guess is fine; the quiz asks again.',
    'Standard, page 1 of 2',
    'Standard, page 2 of 2',
    'Dialogue',
    'Analogy',
    'Worked example',
    'Break it',
    'Memory aids',
    'At work',
    'Further reading',
  ]);
  expect(app.text()).toContain('The 2 questions you guessed at before come back in the quiz.');
  expect(app.text()).toContain('❯ 1 Try it in the lab: ');
  await app.press('enter');
  expect(app.lines()[0]).toContain('Lab');
  await app.unmount();
});

test('a dialogue asks before the students speak, gives the reason of the answer, and all reasons on request', async () => {
  const app = await mountTutor({...tall, route: atDialogue});
  expect(app.text()).toContain('❯ 1 The big one, by size alone');
  expect(app.text()).not.toContain('Ilir');
  await app.press('down', 'enter');
  expect(app.text()).toContain('✗ You said: They count the same');
  expect(app.text()).toContain('Distance knows nothing of units; it only sees numbers.');
  expect(app.text()).toContain('✓ Better: The big one, by size alone');
  expect(app.text()).not.toContain('Distance adds up differences');
  await app.press('v');
  expect(app.text()).toContain('Distance adds up differences');
  await app.press('enter');
  expect(app.text()).toContain('Ilir');
  expect(app.text()).not.toContain('Then let us divide it by 1000!');
  await app.press('enter');
  expect(app.text()).toContain('Then let us divide it by 1000!');
  await app.unmount();
});

test('a right answer is headed by a word that no answer can contradict', async () => {
  const app = await mountTutor({...tall, route: atDialogue});
  await app.press('1');
  expect(app.text()).toContain('✓ Right: The big one, by size alone');
  await app.unmount();
});

test('the depth can be changed on a page, is remembered, and the reading goes on where it was left', async () => {
  const tutor = testTutor({
    progress: progressAfter(
      {type: 'lesson_opened', lesson: 'scaling'},
      {type: 'prequestion_answered', question: 'why-scale', correct: true},
      {type: 'prequestion_answered', question: 'scaler-rows', correct: true},
    ),
  });
  const app = await mountTutor({...tall, route: lesson, tutor});
  expect(app.text()).toContain('Standard, page 1 of 2');
  await app.press('d');
  expect(app.text()).toContain('Deep');
  expect(app.text()).toContain('The formula is z = (x - mean) / sd');
  await app.press('enter');
  expect(app.text()).toContain('Dialogue');
  await app.unmount();
  expect(tutor.learner.progress().settings.depth).toBe('deep');
  const again = await mountTutor({...tall, route: {screen: 'home'}, tutor});
  expect(again.text()).toContain('❯ Continue  Put the columns on one ruler: Dialogue');
  await again.press('enter');
  expect(again.text()).toContain('Dialogue');
  await again.unmount();
});

test('the words of a page are walked over with one key and looked up with another', async () => {
  const app = await mountTutor({...tall, route: {...lesson, section: 'standard'}});
  await app.press('tab');
  expect(app.lines().at(-1)).toContain('Enter look up');
  await app.press('enter');
  expect(app.text()).toContain('Also called');
  expect(app.lines().at(-1)).toContain('Esc close');
  await app.press('esc', 'esc');
  expect(app.lines().at(-1)).not.toContain('look up');
  expect(app.text()).toContain('Standard, page 1 of 2');
  await app.unmount();
});

test('a link to another lesson opens it, and back leads to where one was', async () => {
  const app = await mountTutor({...tall, route: {...lesson, section: 'standard', page: 1}});
  for (let keys = 0; keys < 8 && !app.text().includes('Afterwards you can'); keys++) {
    await app.press('shift-tab', 'enter');
    if (app.lines().at(-1)!.includes('Esc close')) await app.press('esc');
  }
  expect(app.lines()[0]).not.toContain('one ruler');
  await app.press('q');
  expect(app.lines()[0]).toContain('one ruler');
  await app.unmount();
});

test('while the engine computes, the text can be read already', async () => {
  const app = await mountTutor({...tall, route: atExample, engine: silentEngine()});
  expect(app.text()).toContain('Without scaling the test accuracy is');
  expect(app.text()).toContain('computing…');
  expect(app.text()).not.toContain('[The run');
  expect(app.lines().at(-1)).toContain('q quit');
  await app.unmount();
});

test('on the smallest screen the sign in place of a number is explained, and a picture to come says so in full', async () => {
  const app = await mountTutor({columns: 40, rows: 12, route: atExample, engine: silentEngine()});
  expect(app.lines()[1]).toMatch(/^Worked example +computing…$/);
  expect(app.text()).toContain('The engine is computing this');
  expect(app.text()).toContain('picture…');
  await app.unmount();
});

test('before the first page it is said what the minutes count, and what deep builds on', async () => {
  const app = await mountTutor({columns: 100, rows: 40, route: lesson});
  expect(app.text()).toMatch(/9 pages: about \d minutes with every section, 5 for the standard text/);
  expect(app.text()).not.toContain('read standard first');
  await app.press('d');
  expect(app.text()).toContain('for the deep text');
  expect(app.text().replace(/\s+/g, ' ')).toContain('read standard first if words are new to you');
  await app.unmount();
});

test('a question before the lesson whose answer is typed is skipped with an empty Enter, which the last line names', async () => {
  const [first, ...others] = miniCourse().lessons;
  const course = {...miniCourse(), lessons: [{...first!, prequestions: ['name-the-part', 'gain']}, ...others]};
  const app = await mountTutor({...tall, route: {screen: 'lesson', lesson: first!.id}, course});
  await app.press('enter');
  expect(app.text()).toContain('Before you read, 1 of 2.');
  expect(app.lines().at(-1)).toContain('Enter skip');
  await app.press('n');
  expect(app.lines().at(-1)).toContain('Enter answer');
  await app.press('backspace', 'enter');
  expect(app.text()).toContain('Before you read, 2 of 2.');
  await app.press('enter');
  expect(app.text()).toContain('page 1 of');
  expect(app.tutor.learner.progress().prequestions).toEqual({});
  await app.unmount();
});

test('numbers that could not be computed are asked for again with one key', async () => {
  const good = localEngine();
  let isBroken = true;
  const broken = new KnownError('corrupt_store', 'The disk is full.', {hint: 'Make room.'});
  const engine: EngineClient = {
    ...good,
    call: (name, request, onEvent) =>
      isBroken ? {result: Promise.reject(broken), cancel: () => {}} : good.call(name, request, onEvent),
  };
  const app = await mountTutor({...tall, rows: 60, route: atExample, tutor: testTutor({engine})});
  await app.waitFor('The numbers of this page could not be computed. Press r');
  expect(app.text()).toContain('Make room.');
  isBroken = false;
  await app.press('r');
  await app.waitFor('Confusion');
  expect(app.text()).not.toContain('could not be computed');
  await app.unmount();
});

test('a long page is read to its end with Enter before the next one opens', async () => {
  const app = await mountTutor({columns: 40, rows: 12, route: {...lesson, section: 'standard'}});
  expect(app.lines().at(-1)).toContain('read on');
  while (app.lines().at(-1)!.includes('read on')) await app.press('enter');
  expect(app.lines().at(-1)).toContain('answer');
  await app.press('2');
  while (/read on/.test(app.lines().at(-1)!)) await app.press('enter');
  await app.press('enter');
  expect(app.text()).toContain('Standard, page 2 of 2');
  await app.unmount();
});

test('a lesson that does not exist says so with the nearest name, and one key leads back', async () => {
  const app = await mountTutor({route: {screen: 'lesson', lesson: 'scalling'}});
  expect(app.text()).toContain('There is no lesson `scalling`.');
  expect(app.text()).toContain('scaling');
  await app.press('esc');
  expect(app.text()).toContain('Begin');
  await app.unmount();
});
