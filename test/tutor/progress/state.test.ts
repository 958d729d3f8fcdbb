import {expect, test} from 'vitest';
import {rateCard} from '../../../src/tutor/cards/schedule.ts';
import {applyEvent} from '../../../src/tutor/progress/apply.ts';
import {emptyProgress, formatProgress, parseProgress} from '../../../src/tutor/progress/state.ts';

const at = '2026-03-01T09:00:00.000Z';
const read = (value: unknown) => parseProgress(JSON.stringify(value), 'progress.json');

test('progress survives writing and reading', () => {
  const progress = [
    {type: 'lesson_opened', lesson: 'scaling', at},
    {type: 'card_rated', card: 'card/a', rating: 'hard', at},
    {type: 'task_predicted', task: 't', option: 'up', at},
  ].reduce((state, event) => applyEvent(state, event as Parameters<typeof applyEvent>[1]), emptyProgress);
  expect(parseProgress(formatProgress(progress), 'p')).toEqual({value: progress, problems: []});
});

test('fields of a newer program are kept', () => {
  const {value} = read({...emptyProgress, theme: 'dark', settings: {depth: 'quick', sound: false}});
  expect(value).toMatchObject({theme: 'dark', settings: {depth: 'quick', sound: false}});
});

test('what is missing gets its default', () => {
  expect(read({version: 1}).value).toEqual(emptyProgress);
});

test('an entry that makes no sense is left out and reported by its name, and the rest stays', () => {
  const good = rateCard(null, 'good', new Date(at));
  const {value, problems} = read({
    ...emptyProgress,
    cards: {a: good, b: {...good, stability: 'much'}},
    settings: {depth: 'bottomless'},
    notes: [],
  });
  expect(value?.cards).toEqual({a: good});
  expect(value?.settings.depth).toBe('standard');
  expect(value?.notes).toEqual({});
  expect(problems.map(problem => problem.at)).toEqual([
    {file: 'progress.json', name: 'settings.depth'},
    {file: 'progress.json', name: 'cards.b.stability'},
    {file: 'progress.json', name: 'notes'},
  ]);
});

test('half a file is a problem with its place, not an empty progress', () => {
  const text = formatProgress(emptyProgress);
  const half = text.slice(0, text.indexOf('"questions"') + 5);
  const {value, problems} = parseProgress(half, 'progress.json');
  expect(value).toBeUndefined();
  expect(problems[0]).toMatchObject({
    message: 'The progress file is broken: it is not JSON from here on.',
    at: {file: 'progress.json', line: half.split('\n').length},
  });
});

test('progress of a newer version is refused, not damaged', () => {
  const {value, problems} = read({...emptyProgress, version: 2});
  expect(value).toBeUndefined();
  expect(problems[0]!.hint).toMatch(/^Update/u);
  expect(read([]).value).toBeUndefined();
  expect(read({version: 'x'}).value).toBeUndefined();
});
