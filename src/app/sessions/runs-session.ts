/** What of the history of runs is shown. */
export type RunsView =
  | {readonly kind: 'list'}
  | {readonly kind: 'run'; readonly run: string}
  /** Two runs side by side, the older as A. */
  | {readonly kind: 'diff'; readonly a: string; readonly b: string}
  | {readonly kind: 'verify'; readonly run: string};

/** How a look at the history stands. */
export type RunsState = {
  /** The views opened one from the other; the last is shown. */
  readonly views: readonly RunsView[];
  /** The run that another one is to be compared with. */
  readonly marked: string | null;
};

type Known = {readonly run: string; readonly name: string};

/** What a learner can do with the history. */
export type RunsAction =
  | {readonly type: 'open' | 'verify' | 'mark'; readonly run: string}
  /** Compare a run with the marked one, else with one before it; `runs` are all of them, newest first. */
  | {readonly type: 'compare'; readonly run: string; readonly runs: readonly Known[]}
  | {readonly type: 'back'};

/** The history as it is first shown. */
export const startRuns: RunsState = {views: [{kind: 'list'}], marked: null};

/** The view that is shown. */
export function viewOf({views}: RunsState): RunsView {
  return views.at(-1) ?? {kind: 'list'};
}

/** The history after something the learner did. */
export function reduceRuns(state: RunsState, action: RunsAction): RunsState {
  switch (action.type) {
    case 'open':
      return push(state, {kind: 'run', run: action.run});
    case 'verify':
      return push(state, {kind: 'verify', run: action.run});
    case 'mark':
      return {...state, marked: state.marked === action.run ? null : action.run};
    case 'compare': {
      const other = partnerOf(action.run, state.marked, action.runs);
      if (other === undefined) return state;
      const place = (id: string) => action.runs.findIndex(({run}) => run === id);
      const isOlder = place(other) > place(action.run);
      const [a, b] = isOlder ? [other, action.run] : [action.run, other];
      return push({...state, marked: null}, {kind: 'diff', a, b});
    }
    case 'back':
      return state.views.length > 1 ? {...state, views: state.views.slice(0, -1)} : state;
  }
}

/**
 * The run to compare one with: the marked one, else the latest before it of the same pipeline, else simply the one
 * before it; undefined where there is none.
 */
export function partnerOf(run: string, marked: string | null, runs: readonly Known[]): string | undefined {
  if (marked !== null && marked !== run && runs.some(known => known.run === marked)) return marked;
  const at = runs.findIndex(known => known.run === run);
  if (at < 0) return undefined;
  const before = runs.slice(at + 1);
  return (before.find(({name}) => name === runs[at]!.name) ?? before[0])?.run;
}

function push(state: RunsState, view: RunsView): RunsState {
  return {...state, views: [...state.views, view]};
}
