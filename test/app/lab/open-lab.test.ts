import {expect, test} from 'vitest';
import type {EngineClient, Urgency} from '../../../src/app/actions.ts';
import {openLab, recordLabOpening} from '../../../src/app/lab/open-lab.ts';
import {directEngine} from '../../helpers/direct-engine.ts';
import {labTutor} from '../../helpers/lab-tutor.ts';
import {miniLesson} from '../../tutor/mini-course.ts';

test('opening a lab records nothing, so that a screen may do it while it is drawn', () => {
  const tutor = labTutor();
  const lesson = miniLesson('scaling');
  let changes = 0;
  tutor.learner.subscribe(() => changes++);
  openLab(tutor, lesson);
  expect(changes).toBe(0);
  recordLabOpening(lesson, tutor);
  expect(tutor.learner.progress().current).toBe('scaling');
});

test('the run of the task comes first, and what its texts name is done ahead of need', async () => {
  const asked: (readonly [string, Urgency])[] = [];
  const engine = directEngine();
  const noting: EngineClient = {
    ...engine,
    call: (name, request, onEvent, urgency = 'now') => {
      asked.push([name, urgency]);
      return engine.call(name, request, onEvent);
    },
  };
  const lab = openLab(labTutor(noting), miniLesson('scaling'));
  await new Promise<void>(resolve => lab.subscribe(() => !lab.state().isNaming && resolve()));
  expect(asked[0]).toEqual(['bench', 'now']);
  expect(asked.slice(1).every(([name, urgency]) => name !== 'run' || urgency === 'ahead')).toBe(true);
});
