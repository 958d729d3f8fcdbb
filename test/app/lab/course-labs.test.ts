import path from 'node:path';
import {expect, test} from 'vitest';
import {openLab, openTask} from '../../../src/app/lab/open-lab.ts';
import {settingAt} from '../../../src/app/lab/paths.ts';
import {labRemarks} from '../../../src/app/lab/remarks.ts';
import {courseFiles} from '../../../src/files/lessons.ts';
import {solutionSettings} from '../../../src/tutor/lab/settings.ts';
import {parseCourse} from '../../../src/tutor/parse/course.ts';
import type {Task} from '../../../src/tutor/schema/lab.ts';
import {labTutor} from '../../helpers/lab-tutor.ts';
import {until} from '../../helpers/xterm.ts';

const {value: course} = parseCourse(courseFiles(path.join(import.meta.dirname, '../../../lessons')));
const labs = (course?.lessons ?? []).filter(lesson => lesson.lab !== undefined);

test('the course has labs', () => {
  expect(labs.length).toBeGreaterThan(0);
});

// The course check runs every task; here are those whose end depends on what a bench has run before.
const dependsOnBench = (task: Task) => task.action !== 'run' || /steps\.|fingerprint/.test(JSON.stringify(task));

for (const lesson of labs) {
  test(`each task of the lab ${lesson.id} that looks back at earlier runs is passed by its solution`, async () => {
    const tutor = {...labTutor(), course: course!};
    const lab = openLab(tutor, lesson);
    for (const task of lesson.lab!.tasks.filter(dependsOnBench)) {
      lab.send(openTask(tutor, lesson, task.id));
      await until(() => lab.state().first !== null || lab.state().unprepared !== null);
      lab.send({type: 'predict', option: task.predict.options[0]!.id});
      lab.send({type: 'use-solution'});
      lab.send({type: 'run'});
      await until(() => lab.state().running === null);
      const said = labRemarks(lab.state())
        .map(({label, text}) => `${label ?? ''} ${text}`)
        .join('\n');
      expect(lab.state().isPassed, `${task.id}\n${said}`).toBe(true);
      expect(said, task.id).not.toMatch(/\[(?:The run|There is no)/);
    }
  });

  test(`each setting on the panel of the lab ${lesson.id} is one that its tasks know`, () => {
    const {panel, tasks} = lesson.lab!;
    const pipelines = tasks.map(task => solutionSettings(lesson.lab!, task));
    for (const path of panel)
      expect(
        pipelines.some(settings => settingAt(path, settings)),
        path,
      ).toBe(true);
  });
}
