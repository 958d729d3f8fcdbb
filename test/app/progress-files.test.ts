import {readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {progressMarkdown, reportProgress} from '../../src/app/progress-report.ts';
import {saveText} from '../../src/app/save-text.ts';
import {cardsCommand} from '../../src/commands/cards.ts';
import {glossaryCommand} from '../../src/commands/glossary.ts';
import {progressCommand} from '../../src/commands/progress.ts';
import {memoryPorts, memoryProgress} from '../helpers/memory-ports.ts';
import {runCommandOf} from '../helpers/run-command.ts';
import {temporaryFolder} from '../helpers/temporary-folder.ts';
import {miniCourse} from '../tutor/mini-course.ts';
import {met} from '../ui/screens/met.ts';

const course = miniCourse();
const now = new Date('2026-03-02T10:00:00.000Z');

function portsWith(progress = met) {
  const store = memoryProgress(progress);
  return {store, ports: memoryPorts({course: async () => course, progress: async () => store})};
}

test('a report counts what was shown: objectives, time, quizzes, confidence and cards', () => {
  const report = reportProgress(course, met, now);
  expect(report).toMatchObject({
    seconds: 4000,
    finished: {lessons: 2, of: 2},
    mastered: {objectives: 4, of: 4},
    quizzes: [{kind: 'lesson', lesson: 'scaling', total: 2, right: 0, finished: false}],
    calibration: {sure: {answers: 1, right: 0}},
    cards: {today: 8, seen: 0},
  });
  expect(report.lessons[0]).toMatchObject({skipped: true, mastery: 0.8, mark: 'mastered', quiz: 'open'});
});

test('the page to hand in names the learner, each objective and every quiz', () => {
  const page = progressMarkdown(course, met, 'Ada', now);
  expect(page).toContain('what Ada learned');
  for (const {text} of course.lessons.flatMap(lesson => lesson.objectives)) expect(page).toContain(`80%: ${text}`);
  expect(page).toMatch(/## Every quiz, newest first\n\n- 2026-03-01 .*left at 0 right of 2/);
});

test('progress is told as text, as JSON and as Markdown', async () => {
  const {ports} = portsWith();
  const text = await runCommandOf(progressCommand, {ports});
  expect(text.printed).toContain('2 of 2 lessons finished');
  const {printed} = await runCommandOf(progressCommand, {ports, json: true});
  expect(JSON.parse(printed)).toMatchObject({format: 1, finished: {lessons: 2}});
  const page = await runCommandOf(progressCommand, {ports, options: {markdown: true, name: 'Ada'}});
  expect(page.printed).toContain('what Ada learned');
  await expect(runCommandOf(progressCommand, {ports, options: {reset: true, export: 'x'}})).rejects.toMatchObject({
    code: 'bad_usage',
  });
});

test('progress that was exported is imported elsewhere, and nothing is ever written over', async () => {
  const folder = temporaryFolder();
  const {ports} = portsWith();
  await runCommandOf(progressCommand, {ports, folder, options: {export: 'me.json'}});
  await expect(runCommandOf(progressCommand, {ports, folder, options: {export: 'me.json'}})).rejects.toMatchObject({
    code: 'bad_usage',
  });
  const other = portsWith({...met, current: 'neighbours', notes: {scaling: 'mine'}});
  const {printed} = await runCommandOf(progressCommand, {ports: other.ports, folder, options: {import: 'me.json'}});
  expect(other.store.load().progress).toEqual(met);
  expect(printed).toContain('progress-before-import.json');
  expect(readFileSync(path.join(folder, 'progress-before-import.json'), 'utf8')).toContain('mine');
});

test('beginning anew keeps the settings and a copy of everything else', async () => {
  const folder = temporaryFolder();
  const {ports, store} = portsWith({...met, settings: {...met.settings, theme: 'light'}});
  await runCommandOf(progressCommand, {ports, folder, options: {reset: true}});
  expect(store.load().progress).toMatchObject({lessons: {}, attempts: [], settings: {theme: 'light'}});
  expect(readFileSync(path.join(folder, 'progress-before-reset.json'), 'utf8')).toContain('scaling');
});

test('a file that is not progress is refused, and nothing changes', async () => {
  const folder = temporaryFolder();
  const {ports, store} = portsWith();
  ports.saveFile('bad.json', folder, '{"version": 1,');
  await expect(runCommandOf(progressCommand, {ports, folder, options: {import: 'bad.json'}})).rejects.toMatchObject({
    code: 'bad_json',
  });
  expect(store.load().progress).toBe(met);
});

test('a text is written once, and again only when that is asked for', async () => {
  const folder = temporaryFolder();
  const {ports} = portsWith();
  const save = (text: string, replace: boolean) => saveText({name: 'a.md', folder, text, replace}, ports);
  expect(await save('one', false)).toEqual({outcome: 'written'});
  expect(await save('two', false)).toEqual({outcome: 'exists'});
  expect(readFileSync(path.join(folder, 'a.md'), 'utf8')).toBe('one');
  expect(await save('three', true)).toEqual({outcome: 'written'});
  await expect(saveText({name: ' ', folder, text: '', replace: false}, ports)).rejects.toMatchObject({
    code: 'bad_usage',
  });
});

test('cards come out as Anki takes them, four fields each and no figure left to fill in', async () => {
  const {ports} = portsWith();
  const {printed} = await runCommandOf(cardsCommand, {ports, words: ['export'], options: {all: true}});
  const lines = printed.split('\n');
  expect(lines.slice(0, 5)).toEqual([
    '#separator:tab',
    '#html:true',
    '#guid column:1',
    '#columns:guid\tfront\tback\ttags',
    '#tags column:4',
  ]);
  for (const line of lines.slice(5)) expect(line.split('\t')).toHaveLength(4);
  expect(printed).not.toContain('{{');
  await expect(runCommandOf(cardsCommand, {ports, words: ['show']})).rejects.toMatchObject({code: 'bad_usage'});
});

test('the glossary tells a word by any of its names, and suggests the nearest for one it lacks', async () => {
  const {ports} = portsWith();
  const entry = await runCommandOf(glossaryCommand, {ports, words: ['nearest', 'neighbours']});
  expect(entry.printed).toContain('A training row at a small distance');
  const all = await runCommandOf(glossaryCommand, {ports, json: true});
  expect(JSON.parse(all.printed)).toHaveLength(5);
  await expect(runCommandOf(glossaryCommand, {ports, words: ['overfiting']})).rejects.toMatchObject({
    code: 'unknown_term',
    hint: 'Did you mean `overfitting`?',
  });
});
