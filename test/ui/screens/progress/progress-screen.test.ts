import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {saveFile} from '../../../../src/files/save-file.ts';
import {readNamedText} from '../../../../src/files/sources/read-file.ts';
import {directEngine} from '../../../helpers/direct-engine.ts';
import {memoryPorts} from '../../../helpers/memory-ports.ts';
import {mountTutor} from '../../../helpers/mount-tutor.ts';
import {temporaryFolder} from '../../../helpers/temporary-folder.ts';
import {expectAscii, expectSound, looks, sizes} from '../looks.ts';
import {met} from '../met.ts';

const route = {screen: 'progress'} as const;

describe.each(sizes)('at %i by %i', (columns, rows) => {
  test.each(looks)('in $glyphs with $colors colours every page of progress fits', async look => {
    const app = await mountTutor({columns, rows, ...look, route, progress: met});
    const check = (text: string) => {
      expect(app.text()).toContain(text);
      expectSound(app);
      if (look.glyphs === 'ascii') expectAscii(app);
    };
    check('2 of 2 lessons');
    await app.press('right');
    check('80%');
    await app.press('right');
    check('0 of 1 right');
    await app.press('w');
    check('Every number');
    await app.press('enter');
    check('File:');
    await app.unmount();
  });
});

test('a certificate is written, and another file never without being asked', async () => {
  const folder = temporaryFolder();
  const ports = memoryPorts({
    saveFile: (name, _, content) => saveFile(name, folder, content),
    readText: (name, _, most) => readNamedText(name, folder, most),
  });
  const app = await mountTutor({route, progress: met, engine: directEngine(ports)});
  const file = path.join(folder, 'ml-pipeline-tutor-certificate.md');
  await app.press('w', '1', 'enter');
  await app.waitFor('Written');
  expect(readFileSync(file, 'utf8')).toContain('## Mastery by objective');
  saveFile(file, folder, 'mine');
  await app.press('esc', 'w', '1', 'enter');
  await app.waitFor('Replace it?');
  await app.press('enter');
  expect(app.text()).toContain('File:');
  expect(readFileSync(file, 'utf8')).toBe('mine');
  await app.press('enter');
  await app.waitFor('Replace it?');
  await app.press('y');
  await app.waitFor('Written');
  expect(readFileSync(file, 'utf8')).toContain('what I learned');
  await app.press('esc', 'w', '2', 'enter');
  await app.waitFor('Written');
  expect(existsSync(path.join(folder, 'ml-pipeline-tutor-progress.json'))).toBe(true);
  await app.unmount();
});
