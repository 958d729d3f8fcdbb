import {describe, expect, test} from 'vitest';
import {mountTutor} from '../../../helpers/mount-tutor.ts';
import {expectFits} from '../../../helpers/xterm.ts';
import {expectAscii, expectSound, looks, sizes} from '../looks.ts';

describe.each(sizes)('at %i by %i', (columns, rows) => {
  test.each(looks)('in $glyphs with $colors colours the glossary fits', async look => {
    const app = await mountTutor({columns, rows, ...look, route: {screen: 'glossary'}});
    const check = (text: string) => {
      expect(app.text()).toContain(text);
      expectSound(app);
      if (look.glyphs === 'ascii') expectAscii(app);
    };
    check('5 words');
    await app.type('scal');
    check('2 of 5 words');
    await app.press('enter');
    check('Explained in');
    await app.press('esc');
    await app.type('zz');
    expect(app.text()).toContain('No word of the course');
    expectFits(app.frame());
    await app.unmount();
  });
});

test('an entry leads to related words and back, and to its lesson', async () => {
  const app = await mountTutor({route: {screen: 'glossary', term: 'neighbour'}});
  expect(app.text()).toContain('A training row at a small distance');
  await app.press('1');
  expect(app.text()).toContain('how far apart two rows are');
  await app.press('esc');
  expect(app.text()).toContain('A training row at a small distance');
  await app.press('esc');
  expect(app.text()).toContain('5 words');
  await app.press('enter', 'enter');
  expect(app.lines()[0]).not.toContain('Glossary');
  await app.unmount();
});
