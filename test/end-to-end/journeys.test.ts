import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test, vi} from 'vitest';
import {formatProgress, parseProgress} from '../../src/tutor/progress/state.ts';
import type {Progress} from '../../src/tutor/schema/progress.ts';
import {installProgram} from '../helpers/installed-program.ts';
import {journeyIn} from '../helpers/journey.ts';
import {realCourse} from '../helpers/real-course.ts';
import {progressAfter} from '../helpers/tutor.ts';

vi.setConfig({testTimeout: 400_000});

const program = await installProgram();
const {lessons} = realCourse();
const lessonOf = (id: string) => lessons.find(lesson => lesson.id === id)!;
const met = {type: 'settings_changed', settings: {profile: 'professional'}} as const;

async function open(home: string, env: {readonly [name: string]: string} = {}) {
  const shell = await program.openShell({home, env});
  return {shell, learner: journeyIn(shell)};
}

function homeWith(progress: Progress): string {
  const home = program.newHome();
  mkdirSync(home);
  writeFileSync(path.join(home, 'progress.json'), formatProgress(progress));
  return home;
}

const readHome = (home: string): Progress =>
  parseProgress(readFileSync(path.join(home, 'progress.json'), 'utf8'), 'progress.json').value!;

test('from the first start to the first passed quiz, and after a new start one key goes on', async () => {
  const {shell, learner} = await open(program.newHome());
  const {title} = lessonOf('pipeline');
  await learner.start();
  await learner.welcome();
  await shell.waitFor('Afterwards you can');
  await learner.readToEnd();
  await learner.press('1');
  await learner.doLab();
  await learner.press('m');
  expect(await shell.waitFor('Monitoring')).toMatch(new RegExp(`Continue +${title}: quiz, `));
  await learner.press('enter');
  await shell.waitFor('1 Begin');
  await learner.press('1');
  await learner.takeQuiz();
  expect(await shell.text()).toContain(`✓ Passed: ${title}`);
  await learner.press('C-c');
  await learner.ended(130);
  await learner.start();
  const map = await shell.waitFor('Monitoring');
  expect(map).toContain(`● ${title}`);
  const next = lessons[lessons.findIndex(({id}) => id === 'pipeline') + 1]!;
  expect(map).toMatch(new RegExp(`Continue +${next.title}: .*, page 1 of `));
  await learner.press('enter');
  expect(await shell.waitFor('Afterwards you can')).toContain(next.title);
  await learner.press('C-c');
  await learner.ended(130);
});

test('a lab task is failed, hinted at, and passed', async () => {
  const {shell, learner} = await open(homeWith(progressAfter(met)));
  const [task] = lessonOf('preprocessing').lab!.tasks;
  await learner.start('lab preprocessing');
  await shell.waitFor(task!.title);
  // Nothing runs before one has said what one expects.
  await learner.press('r');
  await shell.waitFor('First say what you expect');
  await learner.press('enter');
  await shell.waitFor('You say:');
  await learner.press('r');
  const failed = await shell.waitFor('Not there yet');
  expect(failed).toContain('Nothing was changed yet.');
  await learner.press('i');
  // The first hint quotes the learner's own run.
  expect(await shell.waitFor('Hint 1 of 3')).toMatch(/With preprocessing.scale at none, \d+\.\d%/);
  await learner.press('i');
  await shell.waitFor('Hint 2 of 3');
  await learner.press('i');
  await shell.waitFor('Hint 3 of 3');
  await learner.press('esc');
  await shell.waitForNo('Hint 3 of 3');
  // The first setting of the panel is the scaling; its first choice is the usual ruler.
  await learner.press('enter');
  const choices = await shell.waitFor('1-9 pick');
  await learner.press(/(\d) standard/.exec(choices)![1]!);
  await shell.waitForNo('1-9 pick');
  await learner.press('r');
  const passed = await shell.waitFor('Goal reached');
  expect(passed).toMatch(/test accuracy: 0\.\d+ → 0\.9\d+, up by/);
  await learner.press('C-c');
  await learner.ended(130);
});

test('what the placement quiz shows to be known is passed over, and the map says so', async () => {
  const home = homeWith(progressAfter(met));
  const {shell, learner} = await open(home);
  const known = new Set(['ingestion', 'preprocessing']);
  const lessonWith = (question: string) => lessons.find(({quiz}) => quiz.pool.some(({id}) => id === question))!;
  await learner.start();
  await shell.waitFor('Monitoring');
  await learner.press('down', 'enter');
  await shell.waitFor('Placement quiz:');
  await learner.press('2');
  await shell.waitFor('1 Begin');
  await learner.press('1');
  await learner.takeQuiz(question => known.has(lessonWith(question.id).id));
  const result = await shell.waitFor('You may pass over');
  for (const id of known) expect(result.replace(/\s+/g, ' ')).toContain(lessonOf(id).title);
  await learner.press('1');
  await shell.waitForNo('Pass over these');
  await learner.press('m');
  expect((await shell.waitFor('Monitoring')).match(/✓ passed over/g)).toHaveLength(known.size);
  await learner.press('1');
  await shell.waitFor('Take it up after all');
  await learner.press('C-c');
  await learner.ended(130);
  const skipped = Object.entries(readHome(home).lessons).filter(([, lesson]) => lesson.skipped);
  expect(skipped.map(([id]) => id)).toEqual([...known]);
});

const dayMs = 86_400_000;

/** Let a day pass: every time in the file of progress moves back by one. */
function letADayPass(home: string): void {
  const file = path.join(home, 'progress.json');
  const earlier = (time: string) => new Date(new Date(time).getTime() - dayMs).toISOString();
  const text = readFileSync(file, 'utf8').replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, earlier);
  writeFileSync(file, text);
}

/** A time zone in which it is about noon, so that no test crosses midnight. */
const noon = `TST${new Date().getUTCHours() - 12}`;

test('over five days cards come back when they are due, new ones join, and never more than a day may hold', async () => {
  const cap = 10;
  const sections = ['pipeline', 'ingestion'].flatMap(id =>
    lessonOf(id)
      .sections.filter(section => section.id === 'quick')
      .map(({pages}) => ({type: 'page_read', lesson: id, section: 'quick', page: pages.length - 1}) as const),
  );
  const home = homeWith(
    progressAfter({type: 'settings_changed', settings: {profile: 'school', cards_a_day: cap}}, ...sections),
  );
  const {shell, learner} = await open(home, {TZ: noon});
  const days: number[][] = [];
  for (let day = 1; day <= 5; day++) {
    if (day > 1) letADayPass(home);
    const {cards} = readHome(home);
    const now = new Date();
    const due = Object.values(cards).filter(card => new Date(card.due) <= now).length;
    const fresh = Math.min(8, cap - Math.min(cap, due));
    await learner.start('review');
    const start = (await shell.waitFor('for today')).replace(/\s+/g, ' ');
    const again = Math.min(cap, due);
    expect(start, `day ${day}`).toContain(`${again + fresh} cards for today`);
    if (again > 0) expect(start).toContain(`${again} to see again`);
    if (fresh > 0) expect(start).toContain(`${fresh} new`);
    days.push([again, fresh]);
    await learner.press('1');
    await learner.reviewCards(index => (day === 2 && index === 0 ? 'again' : 'good'));
    await learner.press('C-c');
    await learner.ended(130);
    const seen = new Set(
      readHome(home)
        .reviews.filter(({at}) => now.getTime() <= new Date(at).getTime())
        .map(({card}) => card),
    );
    expect(seen.size).toBe(again + fresh);
  }
});
