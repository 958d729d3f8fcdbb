import {expect, test} from 'vitest';
import type {EngineClient, RequestOf} from '../../../../src/app/actions.ts';
import {KnownError} from '../../../../src/errors.ts';
import {Shell} from '../../../../src/ui/layout/Shell.tsx';
import {TutorContext} from '../../../../src/ui/navigation/contexts.ts';
import {SaveOverlay, type SaveWish} from '../../../../src/ui/screens/save/SaveOverlay.tsx';
import {testTutor} from '../../../helpers/tutor.ts';
import {expectFits, mountInXterm, type XtermOptions} from '../../../helpers/xterm.ts';
import {looks, sizes} from '../looks.ts';

type Save = RequestOf<'save'>;

/** An engine whose files are these names, and which cannot write into `locked/`. */
function filing(names: readonly string[] = []) {
  const written: Save[] = [];
  const save = async (request: Save) => {
    if (request.name.startsWith('locked/')) {
      throw new KnownError('cannot_write', '`locked/report.md` cannot be written: permission denied.', {
        hint: 'Choose a folder that you may write to.',
      });
    }
    if (names.includes(request.name) && !request.replace) return {outcome: 'exists'};
    written.push(request);
    return {outcome: 'written'};
  };
  const call = (_: string, request: Save) => ({result: save(request), cancel: () => {}});
  return {written, engine: {call, close: async () => {}} as unknown as EngineClient};
}

const report: SaveWish = {
  title: 'Save the report',
  about: 'What you have done so far.',
  name: 'report.md',
  text: async () => '# Report\n',
};

async function open(engine: EngineClient, wish: SaveWish = report, options: XtermOptions = {}) {
  let closed = 0;
  const app = await mountInXterm(
    <TutorContext value={testTutor({engine})}>
      <Shell trail={['Progress']}>{area => <SaveOverlay area={area} wish={wish} onClose={() => closed++} />}</Shell>
    </TutorContext>,
    options,
  );
  return {...app, closed: () => closed};
}

test('a file is written under the name that was offered, and that is said', async () => {
  const {engine, written} = filing();
  const app = await open(engine);
  await app.press('enter');
  expect(written).toEqual([{name: 'report.md', folder: '.', text: '# Report\n', replace: false}]);
  expect(app.text()).toContain('Written');
  await app.press('enter');
  expect(app.closed()).toBe(1);
  await app.unmount();
});

test('a file that is there is replaced only after a question', async () => {
  const {engine, written} = filing(['report.md']);
  const app = await open(engine);
  await app.press('enter');
  expect(app.text()).toContain('There is a file report.md already. Replace it?');
  await app.press('n');
  expect(written).toEqual([]);
  expect(app.text()).toContain('File:');
  await app.press('enter', 'y');
  expect(written).toMatchObject([{name: 'report.md', replace: true}]);
  await app.unmount();
});

test('what cannot be written says why and what to do, and another name can be given', async () => {
  const {engine, written} = filing();
  const app = await open(engine, {...report, name: 'locked/report.md'});
  await app.press('enter');
  expect(app.text()).toMatch(/permission\W+denied/);
  expect(app.text()).toContain('Choose a folder that you may write to.');
  expect(app.lines().at(-1)).toContain('Enter another name');
  await app.press('enter');
  expect(app.text()).toContain('File: locked/report.md');
  for (let letters = 0; letters < 16; letters++) await app.press('backspace');
  await app.type('mine.md');
  await app.press('enter');
  expect(written).toMatchObject([{name: 'mine.md'}]);
  await app.unmount();
});

test('a text that cannot be made is a failure to write it, and Esc closes', async () => {
  const {engine, written} = filing();
  const text = () =>
    Promise.reject(new KnownError('unknown_run', 'There is no run abc.', {hint: 'Choose another run.'}));
  const app = await open(engine, {...report, text});
  await app.press('enter');
  expect(app.text()).toContain('There is no run abc.');
  expect(written).toEqual([]);
  await app.press('esc');
  expect(app.closed()).toBe(1);
  await app.unmount();
});

test.each(sizes)('at %i by %i a failure fits in every look', async (columns, rows) => {
  for (const look of looks) {
    const app = await open(filing().engine, {...report, name: 'locked/report.md'}, {columns, rows, ...look});
    expectFits(app.frame());
    await app.press('enter');
    expectFits(app.frame());
    expect(app.text()).toContain('permission');
    await app.unmount();
  }
});
