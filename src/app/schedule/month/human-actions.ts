/** What became of a day, as far as it decides what people have to do; on an idle one no run was planned. */
export type DayFate = 'promoted' | 'kept' | 'refused' | 'failed' | 'late' | 'off' | 'idle';

/** What a person does for one new model when there is no pipeline, in order. */
const byHand = {
  download: 'download the new rows',
  join: 'put them with the old rows',
  check: 'look for rows that cannot be read',
  clean: 'fill the gaps, encode and scale',
  split: 'split into training and test rows',
  train: 'train the model',
  evaluate: 'evaluate it',
  note: 'write the result down',
  compare: 'compare it with the model in use',
  copy: 'copy the model to where it is used',
  tell: 'tell the others',
  ask: 'ask where the data is',
} as const;

type HandAction = keyof typeof byHand;

const upToComparing: readonly HandAction[] = [
  'download',
  'join',
  'check',
  'clean',
  'split',
  'train',
  'evaluate',
  'note',
  'compare',
];

/** What a careful person does by hand on such a day. A person who compares does not copy a model that is not better. */
const handByFate: {readonly [F in DayFate]: readonly HandAction[]} = {
  promoted: [...upToComparing, 'copy', 'tell'],
  kept: upToComparing,
  refused: [...upToComparing, 'tell'],
  failed: ['download', 'join', 'check', 'ask'],
  // The rows are not there, so the person asks; they are worked on the day after.
  late: ['download', 'ask'],
  off: [],
  idle: [],
};

/** What is left to people with a pipeline: to read what it says where it could not go on, and to decide. */
const pipelineByFate: {readonly [F in DayFate]: readonly string[]} = {
  promoted: [],
  kept: [],
  refused: ['read why the gate refused, and decide'],
  failed: ['read what failed', 'ask where the data is'],
  late: [],
  off: [],
  idle: [],
};

/** What setting up a pipeline takes, once. */
export const setUpActions: readonly string[] = ['write the pipeline file', 'choose the gates', 'start the schedule'];

/** What people do on a day by hand, and what with a pipeline. */
export function actionsOn(fate: DayFate): {
  readonly by_hand: readonly string[];
  readonly by_pipeline: readonly string[];
} {
  return {by_hand: handByFate[fate].map(action => byHand[action]), by_pipeline: pipelineByFate[fate]};
}

/** How often each action was done, the most frequent first. */
export type ActionCount = {
  readonly total: number;
  readonly actions: ReadonlyArray<{readonly action: string; readonly times: number}>;
};

/** Count actions. */
export function countActions(actions: readonly string[]): ActionCount {
  const times = new Map<string, number>();
  for (const action of actions) times.set(action, (times.get(action) ?? 0) + 1);
  const listed = [...times].map(([action, number]) => ({action, times: number}));
  return {total: actions.length, actions: listed.sort((a, b) => b.times - a.times)};
}
