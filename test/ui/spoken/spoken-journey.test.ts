import {expect, test} from 'vitest';
import {resultsFor} from '../../../src/app/sessions/quiz-session.ts';
import {answerOnScreen, questionOnScreen} from '../../helpers/answer-question.ts';
import {directEngine} from '../../helpers/direct-engine.ts';
import {labTutor} from '../../helpers/lab-tutor.ts';
import {rightAnswer} from '../../helpers/right-answers.ts';
import {drivable, mountSpoken, type SpokenApp} from '../../helpers/spoken.ts';
import {testTutor} from '../../helpers/tutor.ts';
import {miniLesson} from '../../tutor/mini-course.ts';

const lesson = miniLesson('scaling');
// Someone with an engine of their own, who so knows every answer.
const scholar = testTutor({engine: directEngine()});

/** Go on with the one key that continues, until the reading is at its end; what is heard on the way. */
async function readToEnd(app: SpokenApp): Promise<readonly string[]> {
  const all: string[] = [...app.heard()];
  for (let keys = 0; !all.join(' ').includes('The end of the reading'); keys++) {
    if (keys > 80) throw new Error(`the reading has no end:\n${all.join('\n')}`);
    const last = all.slice(-12).join(' ');
    if (last.includes('is computing')) await new Promise(resolve => setTimeout(resolve, 50));
    if (last.includes('Space marks')) await app.press('space');
    if (last.includes('Your answer')) await app.type('1');
    await app.press('enter');
    all.push(...app.heard());
  }
  return all;
}

async function answer(app: SpokenApp, said: readonly string[]): Promise<void> {
  const question = questionOnScreen(drivable(app, said), lesson.quiz.pool);
  const results = await resultsFor(scholar, {lesson: lesson.id, question});
  await answerOnScreen(drivable(app, said), {question, results, answer: rightAnswer(question, results)});
}

test('a lesson is read, a task of its lab and its quiz are passed by what is heard and keys alone', async () => {
  const tutor = labTutor(directEngine());
  const app = await mountSpoken({tutor, route: {screen: 'lesson', lesson: lesson.id}});
  const reading = await readToEnd(app);
  expect(reading.join(' ')).toContain('(selected) 1 Try it in the lab');
  // Nothing of the text is said twice: each page has its own name, and each paragraph comes once.
  const paragraphs = reading.filter(line => line.length > 70);
  expect(new Set(paragraphs).size).toBe(paragraphs.length);

  await app.press('1');
  expect((await app.hear('Predict: '))[0]).toContain('Lab');
  expect((await app.tell('enter')).join(' ')).toContain('You say: ');
  expect(await app.tell('v')).toContain('Worked solution');
  expect((await app.tell('enter')).join(' ')).toContain('Now: Run it (r).');
  await app.press('r');
  const result = await app.hear('Goal reached');
  expect(result[0]).toBe('Result, tab 2 of 2');
  expect(result.join('\n')).not.toContain('Now: Run');

  await app.press('m');
  await app.hear('(selected) ');
  let selected = '';
  for (let steps = 0; !selected.includes(lesson.title) && !/^2 /.test(selected); steps++) {
    if (steps > 20) throw new Error('the lesson is not on the map');
    [selected = ''] = await app.tell('down');
  }
  const menu = await app.tell('enter');
  expect(menu.join('\n')).toContain('3 Quiz: ');
  await app.tell('3');
  let said = await app.tell('enter');
  for (let at = 1; at <= 5; at++) {
    if (said.join(' ').includes('is computing')) said = [...said, ...(await app.hear('Keys: '))];
    expect(said[0]).toBe(`Question ${at} of 5`);
    await answer(app, said);
    expect((await app.hear('How sure are you of it?')).join(' ')).toContain('(selected) Sure Not sure');
    await app.press('enter');
    await app.hear('Right.');
    said = await app.tell('enter');
  }
  expect(said[0]).toContain('Passed: ');
  expect(tutor.learner.progress().attempts.at(-1)?.answers).toHaveLength(5);
  const [task] = lesson.lab!.tasks;
  expect(tutor.learner.progress().tasks[task!.id]?.passed).toBeTruthy();

  await app.press('ctrl-c');
  expect(await app.ended).toMatchObject({code: 130});
  expect(app.keyboard.isRaw).toBe(false);
  expect(app.tty.bytes).not.toContain('\u001B');
});
