import {describe, expect, test} from 'vitest';
import {mountTutor} from '../../helpers/mount-tutor.ts';
import {progressAfter} from '../../helpers/tutor.ts';
import {until} from '../../helpers/xterm.ts';
import {miniLesson} from '../../tutor/mini-course.ts';
import {expectAscii, expectSound, looks, sizes} from './looks.ts';

const everyType = {
  id: 'scaling-open',
  kind: 'lesson',
  lesson: 'scaling',
  started: '2026-03-01T09:00:00.000Z',
  questions: miniLesson('scaling').quiz.pool.map(question => question.id),
  answers: [],
} as const;

describe.each(sizes)('at %i by %i', (columns, rows) => {
  test.each(looks)('in $glyphs with $colors colours the map, its menus and the search fit', async look => {
    const app = await mountTutor({columns, rows, ...look});
    const check = (text: string) => {
      expect(app.text()).toContain(text);
      expectSound(app);
      if (look.glyphs === 'ascii') expectAscii(app);
    };
    check('Begin');
    await app.press('down', 'enter');
    check('Placement quiz');
    await app.press('esc', 'down', 'down', 'down', 'down');
    check('quit');
    await app.press('enter');
    check('close');
    await app.press('esc', '/');
    await app.type('sca');
    check('Search: sca');
    await app.press('enter');
    check('Also called');
    await app.press('esc', ',');
    check('Colours');
    await app.press('right', 'down', 'down', 'down', 'down', 'down', 'down');
    check('Read aloud');
    await app.press('esc', 'm');
    check('Begin');
    await app.unmount();
  });

  test.each(looks)('in $glyphs with $colors colours a lesson fits from its first page to its last', async look => {
    const app = await mountTutor({columns, rows, ...look, route: {screen: 'lesson', lesson: 'scaling'}});
    let pages = 0;
    while (!app.text().includes('The end of the reading') && pages++ < 40) {
      expectSound(app);
      if (look.glyphs === 'ascii') expectAscii(app);
      if (app.text().includes('computing')) await app.waitFor('part');
      await app.press('tab');
      if (app.text().includes('look up')) {
        await app.press('enter');
        expectSound(app);
        await app.press('esc', 'esc');
      }
      await app.press('v', 'page-down', 'n');
    }
    expectSound(app);
    await app.unmount();
  });

  test.each(looks)(
    'in $glyphs with $colors colours every type of question fits, and what is said about its answer',
    async look => {
      const progress = progressAfter({type: 'quiz_started', attempt: everyType});
      const app = await mountTutor({columns, rows, ...look, progress, route: {screen: 'quiz', lesson: 'scaling'}});
      expectSound(app);
      await app.press('enter');
      const count = everyType.questions.length;
      for (let question = 1; question <= count; question++) {
        await app.waitFor(`Question ${question} of ${count}`);
        expectSound(app);
        if (look.glyphs === 'ascii') expectAscii(app);
        await answerAnything(app);
        expectSound(app);
        if (look.glyphs === 'ascii') expectAscii(app);
        while (app.lines().at(-1)!.includes('read on')) await app.press('enter');
        await app.press('enter');
      }
      expect(app.text()).toMatch(/Passed|Not passed/);
      expectSound(app);
      await app.unmount();
    },
  );
});

/** Answer the question at hand in whatever way its type takes, as far as what is said about the answer. */
async function answerAnything(app: Awaited<ReturnType<typeof mountTutor>>): Promise<void> {
  for (const key of ['space', '1', '2', '3', 'enter']) {
    if (!app.text().includes('How sure')) await app.press(key);
  }
  await app.waitFor('How sure');
  expectSound(app);
  await app.press('enter');
  await until(() => /read on|next|result/.test(app.lines().at(-1)!));
}
