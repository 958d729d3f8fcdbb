import {expect, test} from 'vitest';
import {runPlain} from '../../src/plain/start.ts';
import {hasPassedQuiz, isFinished} from '../../src/tutor/progress/status.ts';
import {directEngine} from '../helpers/direct-engine.ts';
import {playerOf} from '../helpers/plain-player.ts';
import {realCourse} from '../helpers/real-course.ts';
import {testTutor} from '../helpers/tutor.ts';

for (const lesson of realCourse().lessons) {
  test(`the lesson ${lesson.id} can be read, worked and passed by numbered text alone`, {
    timeout: 120_000,
  }, async () => {
    let seeds = 0;
    const tutor = {...testTutor({course: realCourse(), engine: directEngine()}), freshSeed: () => `seed-${++seeds}`};
    const player = await playerOf(tutor, lesson);
    await runPlain(tutor, {screen: 'lesson', lesson: lesson.id}, player);
    const progress = tutor.learner.progress();
    const open = lesson.lab?.tasks.filter(({id}) => progress.tasks[id]?.passed === undefined).map(({id}) => id);
    expect(open, player.transcript().slice(-6000)).toEqual([]);
    expect(hasPassedQuiz(lesson, progress), player.transcript().slice(-6000)).toBe(true);
    expect(isFinished(lesson, progress)).toBe(true);
    expect(player.transcript()).not.toMatch(/\[object|\{\{|\[The run/);
    // Stressed words are said, not marked; a formula may multiply.
    expect(player.transcript()).not.toMatch(/(?<![\w*])\*[a-z][a-z ]*\*(?![\w*])/i);
  });
}
