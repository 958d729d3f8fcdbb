import {expect, test} from 'vitest';
import type {Tutor} from '../../../../src/app/tutor.ts';
import {parseCondition} from '../../../../src/tutor/figures/condition.ts';
import type {Lesson} from '../../../../src/tutor/parse/course.ts';
import type {Task} from '../../../../src/tutor/schema/lab.ts';
import {labScreen} from '../../../../src/ui/screens/lab/LabScreen.tsx';
import {directEngine} from '../../../helpers/direct-engine.ts';
import {labTutor} from '../../../helpers/lab-tutor.ts';
import {mountTutor} from '../../../helpers/mount-tutor.ts';
import {expectFits, type XtermOptions} from '../../../helpers/xterm.ts';
import {sizes} from '../looks.ts';
import {mountScreen} from '../mount-screen.tsx';

function condition(source: string) {
  const parsed = parseCondition(source);
  if ('fault' in parsed) throw new Error(`${source} is no condition`);
  return parsed.value;
}

// The engine's answers are the same for every look; one engine saves the tests their time.
const engine = directEngine();

async function openLab(options: XtermOptions = {}, tutor: Tutor = labTutor(engine), task?: string) {
  const route = {screen: 'lab', lesson: 'scaling', ...(task === undefined ? {} : {task})} as const;
  const app = await mountScreen(labScreen, route, tutor, {columns: 80, rows: 24, ...options});
  await app.waitFor('Task');
  await new Promise(resolve => setTimeout(resolve, 60));
  await app.settle();
  return {...app, tutor};
}

type App = Awaited<ReturnType<typeof openLab>>;

/** The lab's course with another first task. */
function withFirstTask(change: (task: Task) => Task): Tutor {
  const tutor = labTutor(engine);
  const [lesson, ...others] = tutor.course.lessons as readonly [Lesson, ...Lesson[]];
  const {tasks, ...lab} = lesson.lab!;
  const changed = {...lesson, lab: {...lab, tasks: [change(tasks[0]!), ...tasks.slice(1)]}};
  return {...tutor, course: {...tutor.course, lessons: [changed, ...others]}};
}

async function runIt(app: App) {
  await app.press('r');
  await app.waitFor('Goal reached').catch(() => app.waitFor('Not there yet'));
}

for (const [columns, rows] of sizes) {
  for (const glyphs of ['braille', 'block', 'ascii'] as const) {
    test(`the lab fits ${columns} × ${rows} with ${glyphs} at every turn`, async () => {
      const app = await openLab({columns, rows, glyphs, ...(glyphs === 'ascii' ? {colors: 'none'} : {})});
      const fits = () => {
        expectFits(app.frame());
        expect(app.lines().at(-1)).toContain('?');
        if (glyphs === 'ascii') expect(app.text()).toMatch(/^[ -~\n]*$/);
      };
      fits();
      for (const keys of [
        ['down', 'enter'],
        ['right', 'r'],
        ['i'],
        ['esc', 'v'],
        ['esc', 'c'],
        ['esc', 'w'],
        ['esc', 't'],
      ]) {
        await app.press(...keys);
        expectFits(app.frame());
      }
      await app.waitFor(columns < 100 ? 'Result' : 'Goal');
      fits();
      await app.press('tab', 'page-down');
      fits();
      await app.resize(columns === 40 ? 120 : 40, rows === 12 ? 40 : 12);
      fits();
      await app.unmount();
    });
  }
}

test('a task is predicted, changed, run and explained with keys the screen names', async () => {
  const app = await openLab();
  expect(app.text()).toContain('Predict  What will happen to the test accuracy?');
  expect(app.text()).toContain('Now: Choose what you expect.');
  await app.press('enter');
  expect(app.text()).toContain('You say: It rises');
  expect(app.text()).toContain('Now: Change a setting, then run it (r).');
  expect(app.lines().at(-1)).toContain('r run');
  await app.press('right');
  expect(app.text()).toMatch(/scale .*standard .*changed/);
  await runIt(app);
  expect(app.text()).toContain('Goal reached');
  expect(app.text()).toContain('0.689 → 0.978');
  expect(app.text()).toContain('You said: It rises. It came true');
  expect(app.lines().at(-1)).toContain('Enter n next task');
  await app.press('enter');
  expect(app.text()).toContain('Task 2 of 3');
  await app.unmount();
});

test('what is out of sight is brought into sight before it can be chosen', async () => {
  const tutor = withFirstTask(task => ({...task, ask: `${task.ask} ${task.ask} ${task.ask}`}));
  const app = await openLab({columns: 40, rows: 12}, tutor);
  expect(app.text()).not.toContain('It rises');
  expect(app.lines().at(-1)).toContain('Enter choices');
  await app.press('enter');
  expect(app.text()).toContain('❯ ○ It rises');
  expect(app.lines().at(-1)).toContain('Enter choose');
  await app.press('down');
  expect(app.text()).not.toContain('❯ ○ It rises');
  await app.press('up', 'enter');
  expect(app.text()).toContain('You say: It rises');
  await app.unmount();
});

test('where the choices are in sight, the first key already moves', async () => {
  const app = await openLab();
  expect(app.text()).toContain('❯ ○ It rises');
  await app.press('down');
  expect(app.text()).not.toContain('❯ ○ It rises');
  await app.unmount();
});

test('a task that changes nothing keeps its figure and its pictures back until the learner has run it', async () => {
  const tutor = withFirstTask(({predict, ...first}) => ({
    ...first,
    predict: {
      ...predict,
      options: [
        {...predict.options[0]!, when: condition('test.accuracy > 0.5')},
        {...predict.options[1]!, when: condition('test.accuracy <= 0.5')},
      ],
    },
    goal: [condition('test.accuracy > 0.5')],
    solution: {...first.solution, set: {}},
  }));
  const app = await openLab({columns: 120, rows: 40}, tutor);
  await app.waitFor('test accuracy: kept back until you have run it.');
  expect(app.text()).not.toContain('Confusion matrix');
  await app.press('enter');
  expect(app.text()).toContain('Now: Run it (r).');
  expect(app.text()).not.toContain('0.689');
  await app.press('r');
  await app.waitFor('Goal reached');
  expect(app.text()).toMatch(/test accuracy: 0\.689 /);
  expect(app.text()).toContain('Confusion matrix');
  await app.unmount();
});

test('running before predicting says what to do first', async () => {
  const app = await openLab();
  await app.press('r');
  expect(app.text()).toContain('First say what you expect: choose a prediction.');
  await app.press('down');
  await app.unmount();
});

test('the prediction may be changed until the first run', async () => {
  const app = await openLab();
  await app.press('enter', 'up', 'enter', 'down', 'enter');
  expect(app.text()).toContain('You say: It stays about the same');
  await app.press('r');
  await app.waitFor('Not there yet');
  await app.press('tab', 'up', 'up', 'enter');
  expect(app.text()).not.toContain('It rises');
  await app.unmount();
});

test('a burst of keys loses none: the prediction, three steps and the run', async () => {
  const app = await openLab();
  await app.burst('enter', 'right', 'right', 'right', 'r');
  await app.waitFor('0.689 →');
  await app.press('tab');
  expect(app.text()).toMatch(/scale .*robust/);
  await app.unmount();
});

test('a setting is chosen from its words, with its help beside it', async () => {
  const app = await openLab();
  await app.press('enter', 'enter');
  expect(app.text()).toContain('preprocessing.scale');
  expect(app.text()).toContain('scikit-learn: StandardScaler');
  await app.press('2');
  expect(app.text()).toMatch(/scale .*min_max/);
  await app.unmount();
});

test('a number is typed, and one that is not allowed is refused with what is', async () => {
  const app = await openLab();
  await app.press('enter', 'down', 'enter');
  await app.press('ctrl-u', '0', 'enter');
  expect(app.text()).toContain('`n_neighbors` cannot be "0". Allowed: a whole number from 1.');
  await app.press('ctrl-u', '1', '1', 'enter');
  expect(app.text()).toMatch(/n_neighbors .*11/);
  await app.unmount();
});

test('hints come one by one over the screen', async () => {
  const app = await openLab();
  await app.press('i');
  expect(app.text()).toContain('Hint 1 of 3: Look at the block that prepares the columns. Your last');
  expect(app.text()).toContain('run reached 68.9%.');
  expect(app.lines().at(-1)).toContain('i hint 2 of 3');
  expect(app.text()).not.toContain('Hint 2 of 3');
  await app.press('i');
  expect(app.text()).toContain('Hint 2 of 3');
  await app.press('esc');
  expect(app.text()).not.toContain('Hint 1 of 3');
  await app.unmount();
});

test('the worked solution is put in with one key', async () => {
  const app = await openLab();
  await app.press('enter', 'v');
  expect(app.text()).toContain('Set preprocessing.scale to standard, then run.');
  await app.press('enter');
  expect(app.text()).toMatch(/scale .*standard/);
  await app.unmount();
});

test('what changed is said, taken back and reset', async () => {
  const app = await openLab();
  await app.press('enter', 'right', 'down', 'right', 'c');
  expect(app.text()).toContain('training.params.n_neighbors: 5 → 6');
  await app.press('esc', 'u', 'c');
  expect(app.text()).not.toContain('5 → 6');
  await app.press('esc', 'x', 'c');
  expect(app.text()).toContain('Nothing has changed since the start.');
  await app.unmount();
});

test('the recipe is shown, a wrong one refused, and another one used', async () => {
  const app = await openLab();
  await app.press('enter', 'w');
  expect(app.text()).toContain('mlpt1-');
  await app.type('hello');
  await app.press('enter');
  expect(app.text()).toContain('This is no recipe. A recipe begins with mlpt1-');
  await app.press('ctrl-u');
  await app.paste('mlpt1-I9_RsHxYC4s-YzI8YF5bWwsAn6I');
  await app.press('enter');
  expect(app.text()).toMatch(/scale .*min_max/);
  expect(app.text()).toMatch(/n_neighbors .*7/);
  await app.unmount();
});

test('figures turn into tables and back', async () => {
  const app = await openLab({columns: 120, rows: 40});
  await app.waitFor('Confusion matrix');
  expect(app.text()).not.toContain('predicted cultivar_1');
  await app.press('t');
  expect(app.text()).toMatch(/actual +predicted/);
  await app.unmount();
});

test('a failed run keeps the settings and says what, where and what next', async () => {
  const app = await openLab();
  await app.press('enter', 'down', 'enter', 'ctrl-u', '9', '9', '9', 'enter', 'r');
  await app.waitFor('The run did not get through');
  expect(app.text()).toContain('Next:');
  await app.unmount();
});

test('a long run shows its steps, and Esc stops it', async () => {
  const slow = directEngine();
  const never = {
    ...slow,
    call: ((name, request, onEvent) => {
      if (slow.calls.length === 0) return slow.call(name, request, onEvent);
      let refuse: (error: Error) => void = () => {};
      onEvent?.({type: 'started', step: 'training.fit', index: 7, of: 10, reason: 'n_neighbors: 5 → 6'});
      onEvent?.({type: 'progress', step: 'training.fit', done: 30, total: 100});
      const result = new Promise<never>((_, reject) => {
        refuse = reject;
      });
      return {result, cancel: () => refuse(new Error('stopped'))};
    }) as typeof slow.call,
  };
  const app = await openLab({}, labTutor(never));
  await app.press('enter', 'right', 'r');
  await app.waitFor('training.fit');
  expect(app.text()).toContain('step 1 of 10: training.fit');
  expect(app.lines().at(-1)).toContain('Esc stop');
  await app.press('esc');
  await app.waitFor('The run did not get through');
  expect(app.asked).toEqual([]);
  await app.unmount();
});

test('free play follows the last task, and leads to the playground with the same pipeline', async () => {
  const app = await openLab({}, labTutor(engine), 'leak-on-purpose');
  await app.press('n');
  expect(app.text()).toContain('Free play');
  await app.press('up', 'end');
  for (let steps = 0; steps < 6; steps++) await app.press('down');
  await app.press('enter');
  expect(app.asked).toEqual([{screen: 'playground', recipe: expect.stringMatching(/^mlpt1-/)}]);
  await app.unmount();
});

test('a lesson without a lab says so', async () => {
  const tutor = labTutor(engine);
  const [first, ...others] = tutor.course.lessons;
  const {lab: _, ...bare} = first!;
  const app = await mountScreen(
    labScreen,
    {screen: 'lab', lesson: bare.id},
    {
      ...tutor,
      course: {...tutor.course, lessons: [bare, ...others]},
    },
  );
  await app.waitFor('This lesson has no lab.');
  await app.press('esc');
  expect(app.asked).toEqual(['back']);
  await app.unmount();
});

test('in the app a lab keeps its state while the playground is open on top of it', async () => {
  const app = await mountTutor({route: {screen: 'lab', lesson: 'scaling'}, engine, columns: 80, rows: 24});
  await app.waitFor('Predict');
  await app.press('n', 'n', 'n');
  expect(app.text()).toContain('Free play');
  await app.press('right');
  expect(app.text()).toMatch(/scale .*standard .*changed/);
  await app.press('down', 'down', 'enter');
  await app.waitFor('Data (1 of');
  expect(app.text()).toMatch(/dataset .*wine/);
  await app.press('esc');
  await app.waitFor('Free play');
  expect(app.text()).toMatch(/scale .*standard .*changed/);
  await app.unmount();
});

test('on the smallest screen the last line names what edits, what runs and what leads to the other pane', async () => {
  const tutor = withFirstTask(task => ({...task, action: 'attempt'}));
  const app = await mountTutor({route: {screen: 'lab', lesson: 'scaling'}, tutor, columns: 40, rows: 12});
  await app.waitFor('Predict');
  await app.press('enter');
  expect(app.lines().at(-1)).toBe('Enter edit  r run  Tab  ? help  q quit');
  await app.press('tab');
  expect(app.lines().at(-1)).toBe('r run  Tab task  i hint  ? help  q quit');
  await app.press('esc');
  expect(app.text()).not.toContain('Result');
  await app.unmount();
});

test('on the smallest screen what has to be done first is said in full, until it is done', async () => {
  const app = await openLab({columns: 40, rows: 12});
  await app.press('r');
  expect(app.text()).toContain('First say what you expect: choose a\n  prediction.');
  expectFits(app.frame());
  await app.press('enter');
  expect(app.text()).not.toContain('First say');
  await app.unmount();
});

test('the newest hint comes into view, however many stand before it', async () => {
  const long = 'Look at the block that prepares the columns, and think of what a distance makes of them. ';
  const tutor = withFirstTask(task => ({
    ...task,
    hints: [1, 2, 3].map(number => `${long.repeat(2)}This is ${number}.`),
  }));
  const app = await openLab({columns: 40, rows: 12}, tutor);
  await app.press('i');
  expect(app.text()).toContain('Hint 1 of 3');
  expect(app.lines().at(-1)).toContain('i hint 2 of 3');
  await app.press('i');
  expect(app.text()).toContain('Hint 2 of 3');
  expect(app.text()).toContain('This is 2.');
  await app.press('esc', 'i');
  expect(app.text()).toContain('Hint 2 of 3');
  await app.press('home');
  expect(app.text()).toContain('Hint 1 of 3');
  await app.unmount();
});
