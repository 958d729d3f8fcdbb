import type {OpenModel} from '../../app/predict.ts';

type Predictions = ReturnType<OpenModel['pipeline']['predict']>['predictions'];

/** Upper ends of the latency classes, in seconds. */
const buckets = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** One request that is over, as it is counted and logged. */
export type Finished = {
  readonly method: string;
  /** The route, not the path as it was asked for: paths that do not exist are one. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
};

/** Counts what a service does, for `GET /metrics`. */
export type Tally = {
  readonly request: (finished: Finished) => void;
  readonly answered: (predictions: Predictions) => void;
  /** Rows that got no prediction because they, or others with them, do not fit the model. */
  readonly refused: (rows: number) => void;
  readonly counts: () => Counts;
};

export type Counts = {
  readonly requests: ReadonlyMap<string, number>;
  readonly rows: number;
  readonly refused: number;
  readonly warnings: ReadonlyMap<string, number>;
  /** The latency of predictions; how many were at most this slow. */
  readonly latency: {
    readonly upTo: ReadonlyArray<readonly [seconds: number, count: number]>;
    readonly sum: number;
    readonly count: number;
  };
};

/** Start counting. */
export function startTally(): Tally {
  const requests = new Map<string, number>();
  const warnings = new Map<string, number>();
  const slots = new Array<number>(buckets.length + 1).fill(0);
  let [rows, refused, seconds] = [0, 0, 0];
  return {
    request({method, route, status, seconds: took}) {
      addTo(requests, `method="${method}",path="${route}",status="${status}"`);
      if (route !== '/predict') return;
      seconds += took;
      const slot = buckets.findIndex(end => took <= end);
      slots[slot < 0 ? buckets.length : slot]! += 1;
    },
    answered(predictions) {
      for (const prediction of predictions) {
        if ('error' in prediction) refused += 1;
        else rows += 1;
        for (const {code} of prediction.warnings) addTo(warnings, code);
      }
    },
    refused(count) {
      refused += count;
    },
    counts() {
      let count = 0;
      const upTo = buckets.map((end, place) => {
        count += slots[place]!;
        return [end, count] as const;
      });
      return {requests, rows, refused, warnings, latency: {upTo, sum: seconds, count: count + slots.at(-1)!}};
    },
  };
}

function addTo(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
