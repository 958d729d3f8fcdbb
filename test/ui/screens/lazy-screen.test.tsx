import {expect, test} from 'vitest';
import {Shell} from '../../../src/ui/layout/Shell.tsx';
import {lazyScreen} from '../../../src/ui/screens/lazy-screen.tsx';
import type {runsScreen} from '../../../src/ui/screens/runs/Runs.tsx';
import {trails} from '../../../src/ui/screens/trails.ts';
import {mountInXterm} from '../../helpers/xterm.ts';

const titles = {lesson: (id: string) => `the lesson ${id}`};

test('a screen says where one is before its code has come', async () => {
  const slow = lazyScreen('runs', () => new Promise<typeof runsScreen>(() => {}));
  const route = {screen: 'runs'} as const;
  const app = await mountInXterm(
    <Shell trail={slow.trail(route, titles)}>{area => <slow.Screen route={route} area={area} />}</Shell>,
  );
  expect(app.lines()[0]).toBe('ML Pipeline Tutor › Runs');
  expect(app.text()).toContain('Opening…');
  await app.unmount();
});

test('the trail of a lesson’s screens has its title', () => {
  expect(trails.lab({screen: 'lab', lesson: 'scaling'}, titles)).toEqual(['Lessons', 'the lesson scaling', 'Lab']);
  expect(trails.exam({screen: 'exam', kind: 'final'}, titles)).toEqual(['Final test']);
});
