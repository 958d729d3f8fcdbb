import {expect, test} from 'vitest';
import {directEngine} from '../helpers/direct-engine.ts';
import {installProgram} from '../helpers/installed-program.ts';
import {playerOf} from '../helpers/plain-player.ts';
import {realCourse} from '../helpers/real-course.ts';
import {testTutor} from '../helpers/tutor.ts';

const program = await installProgram();

test('a whole lesson with its lab and quiz is done through a pipe', {timeout: 180_000}, async () => {
  const lesson = realCourse().lessons.find(({id}) => id === 'preprocessing')!;
  // The player works the right answers out for itself, with an engine of its own.
  const player = await playerOf(testTutor({course: realCourse(), engine: directEngine()}), lesson);
  const home = program.newHome();
  const {child, ended} = program.start(['learn', 'preprocessing', '--plain'], {home, input: null});
  let heard = '';
  child.stdout!.on('data', chunk => {
    heard += chunk;
    const prompt = /(?:^|\n)([^\n]*[:\]]) $/.exec(heard)?.[1];
    if (prompt === undefined) return;
    player.say(heard.slice(0, -prompt.length - 1));
    heard = '';
    player.ask(prompt).then(
      answer => child.stdin!.write(`${answer}\n`),
      () => child.stdin!.end(),
    );
  });
  const {code, stderr} = await ended;
  expect(stderr).toBe('');
  expect(code).toBe(0);
  expect(player.transcript()).toContain('Passed: ');
  const progress = await program.run(['progress', '--json'], {home});
  expect(progress.stdout).toContain('preprocessing');
  const guide = await program.run([], {home});
  expect(guide.stdout).toMatch(/1 of \d+ lessons finished/);
});
