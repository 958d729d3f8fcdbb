import {expect, test} from 'vitest';
import {checkTask} from '../../../src/app/course-check/check-task.ts';
import {courseRunner} from '../../../src/app/course-check/course-runner.ts';
import {labActions} from '../../../src/app/lab/lab-actions.ts';
import {listExecutables} from '../../../src/tutor/check/executables.ts';
import {actionTasks, actionTutor} from '../../helpers/action-lab.ts';
import {memoryPorts} from '../../helpers/memory-ports.ts';

const {tasks} = listExecutables(actionTutor().course);
const runner = courseRunner(memoryPorts());
const placed = (action: string) => tasks.find(({task}) => task.id === `do-${action}`)!;

test('there is a task for every action', () => {
  expect(Object.keys(actionTasks).sort()).toEqual(
    Object.keys(labActions)
      .filter(action => action !== 'run')
      .sort(),
  );
});

for (const action of Object.keys(actionTasks)) {
  test(`the course check proves a task whose action is ${action}`, {timeout: 120_000}, async () => {
    expect(await checkTask(placed(action), runner, {})).toEqual([]);
  });
}

test('an action that nobody knows is a problem with the nearest name', async () => {
  const known = placed('merge');
  const problems = await checkTask({...known, task: {...known.task, action: 'marge'}}, runner, {});
  expect(problems[0]).toMatchObject({message: 'Task `do-merge`: there is no action `marge`.'});
  expect(problems[0]!.hint).toContain('Did you mean merge?');
});
