import path from 'node:path';
import type {EngineClient} from '../../src/app/actions.ts';
import type {Tutor} from '../../src/app/tutor.ts';
import {courseFiles} from '../../src/files/course-files.ts';
import {parseCourse} from '../../src/tutor/parse/course.ts';
import {labTutor} from './lab-tutor.ts';

/** A task of each action: what it begins with, and what a learner changes in it. */
export const actionTasks = {
  plan: {start: '{}', solution: '{training.params.n_neighbors: 9}', goal: 'plan.run > 0'},
  attempt: {
    start: '{features.create: ["x = nothing / 2"]}',
    solution: '{features.create: ["x = alcohol / ash"]}',
    goal: 'failed == none',
  },
  verify: {start: '{}', solution: '{}', goal: 'verification.verdict == identical'},
  diff: {start: '{}', solution: '{training.params.n_neighbors: 9}', goal: 'diff.identical == false'},
  predict: {
    start: '{predict.row: 3, predict.steps: left_out}',
    solution: '{predict.steps: replayed}',
    goal: 'predict.test.accuracy > before.predict.test.accuracy + 0.3',
  },
  promote: {
    start: '{deployment.name: wine}',
    solution: '{training.params.n_neighbors: 9}',
    goal: 'shelf.production == 2',
  },
  rollback: {
    start: '{deployment.name: wine}',
    solution: '{training.params.n_neighbors: 9}',
    goal: 'shelf.production == 1',
  },
  merge: {
    start:
      '{merge.mine: {training.model: naive_bayes, preprocessing.scale: min_max}, merge.theirs: {training.model: decision_tree, split.test_size: 0.3}}',
    solution: '{merge.choose.training.model: mine}',
    goal: 'merge.clean == true',
  },
  export: {start: '{}', solution: '{export.to: airflow}', goal: 'export.text has airflow'},
  monitor: {
    start: '{ingestion: {dataset: subscriptions, drop: [refund_issued, customer_id]}, training.model: naive_bayes}',
    solution: '{monitoring.policy: drift}',
    goal: 'monitor.retrainings > before.monitor.retrainings',
  },
  policies: {
    start: '{ingestion: {dataset: subscriptions, drop: [refund_issued, customer_id]}, training.model: naive_bayes}',
    solution: '{}',
    goal: 'policies.drift.retrainings - policies.none.retrainings > 0',
  },
  month: {
    start:
      '{ingestion: {dataset: subscriptions, drop: [refund_issued, customer_id]}, training.model: naive_bayes, month.days: 10}',
    solution: '{deployment.gates: {min: {roc_auc: 0.99}}}',
    goal: 'month.refused > 0',
  },
} as const;

const panel = [
  'training.params.n_neighbors',
  'features.create',
  'predict.steps',
  'merge.choose.training.model',
  'export.to',
  'monitoring.policy',
  'deployment.gates',
];

function labFile(): string {
  const tasks = Object.entries(actionTasks).map(
    ([action, {start, solution, goal}]) => `  - id: do-${action}
    objective: scale-knn
    title: Do ${action}
    ask: Do ${action} and look.
    action: ${action}
    start: ${start}
    predict:
      figure: ${goal.split(' ')[0]}
      question: What will come of it?
      options:
        - {id: it, text: It comes, when: ${goal}}
        - {id: not, text: It does not come, when: honest == maybe}
    goal: [${goal}]
    explain: That is what it does.
    hints: [one, two, three]
    solution: {set: ${solution}}
`,
  );
  return `title: Actions\nintro: All of them.\ndataset: wine\nbase: {training: {model: knn}}\npanel: [${panel.join(', ')}]\nshow: [bars result.test.accuracy result.baseline.accuracy]\ntasks:\n${tasks.join('')}`;
}

/** A tutor whose first lesson has a lab with a task for every action. */
export function actionTutor(engine?: EngineClient): Tutor {
  const files = courseFiles(path.join(import.meta.dirname, '../fixtures/course'));
  const isLab = (name: string) => /scaling[\\/]lab\.yaml$/.test(name);
  const changed = files.map(file => (isLab(file.path) ? {...file, text: labFile()} : file));
  const {value: course, problems} = parseCourse(changed);
  if (!course) throw new Error(problems.map(({message}) => message).join('\n'));
  return {...labTutor(engine), course};
}
