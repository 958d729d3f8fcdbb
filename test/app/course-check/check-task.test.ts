import {expect, test} from 'vitest';
import {checkTask} from '../../../src/app/course-check/check-task.ts';
import {courseRunner} from '../../../src/app/course-check/course-runner.ts';
import {listExecutables} from '../../../src/tutor/check/executables.ts';
import {parseCondition} from '../../../src/tutor/figures/condition.ts';
import type {Task} from '../../../src/tutor/schema/lab.ts';
import {memoryPorts} from '../../helpers/memory-ports.ts';
import {miniCourse} from '../../tutor/mini-course.ts';

const [first] = listExecutables(miniCourse()).tasks;
const runner = courseRunner(memoryPorts());

/** What the check says of the mini course's first task with something changed. */
async function saysOf(change: Partial<Task>): Promise<readonly string[]> {
  const problems = await checkTask({...first!, task: {...first!.task, ...change}}, runner, {});
  return problems.map(({message}) => message);
}

function condition(source: string) {
  const parsed = parseCondition(source);
  if ('fault' in parsed) throw new Error(`${source} is no condition`);
  return parsed.value;
}

test('a task as it should be has no problem', async () => {
  expect(await saysOf({})).toEqual([]);
});

test('a goal that is reached before anything is done is no goal', async () => {
  expect(await saysOf({goal: [condition('test.accuracy > 0.1')]})).toEqual([
    expect.stringContaining('its goal is reached before anything is done.'),
  ]);
});

test('a solution that does not reach the goal is named with what came instead', async () => {
  const [said] = await saysOf({goal: [condition('test.accuracy > 0.999')]});
  expect(said).toMatch(/its solution does not reach the goal: test\.accuracy \(0\.97\d*\) is not more than 0\.999/);
});

test('of the predictions exactly one comes true', async () => {
  const {predict} = first!.task;
  const options = predict.options.map(option => ({...option, when: condition('test.accuracy > 0')}));
  expect(await saysOf({predict: {...predict, options}})).toEqual([
    expect.stringContaining(`${options.length} of its predictions come true.`),
  ]);
});

test('a figure without a value is found, also in a hint that is read before the first run', async () => {
  expect(await saysOf({explain: 'It is {{result.test.acuracy}}.'})).toEqual([
    expect.stringContaining('The run has no `test.acuracy`.'),
  ]);
  const hints = ['The first fold has {{result.metrics.cross_validation.scores.0}}.', ...first!.task.hints.slice(1)];
  const solution = {...first!.task.solution, set: {...first!.task.solution.set, 'evaluation.cross_validate': 3}};
  expect(await saysOf({hints, solution})).toEqual([
    expect.stringContaining(
      'The run has no `metrics.cross_validation.scores.0`. A hint may be asked for before the first run.',
    ),
  ]);
});
