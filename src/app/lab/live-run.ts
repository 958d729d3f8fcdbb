import type {RunEvent} from '../../engine/run.ts';
import type {Json} from '../../engine/value.ts';
import {shortError} from './words.ts';

/** A step of a run that is under way, as far as it is known. */
export type LiveStep = {
  readonly id: string;
  readonly status: 'running' | 'ran' | 'unchanged' | 'restored' | 'failed' | 'skipped';
  readonly reason: string;
  readonly ms: number;
};

/** How far one piece of work is, and since when, in milliseconds of the clock that is given. */
export type LiveProgress = {
  readonly step: string;
  readonly done: number;
  readonly total: number;
  readonly unit: string | null;
  readonly since: number;
};

/** A run while it goes on: its steps so far, and how far the present one is. */
export type LiveRun = {
  readonly steps: readonly LiveStep[];
  /** How many steps are known to come; a pipeline may grow while it runs. */
  readonly of: number;
  /** How far the present step is, or the work after the last one. */
  readonly progress: LiveProgress | null;
  /** What the present step knows so far, such as the scores of a search. */
  readonly detail: Json;
};

/** A run that has not told anything yet. */
export const quietRun: LiveRun = {steps: [], of: 0, progress: null, detail: null};

/** The run after it told something at a moment of the clock. */
export function followRun(live: LiveRun, event: RunEvent, atMs: number): LiveRun {
  switch (event.type) {
    case 'started': {
      const step: LiveStep = {id: event.step, status: 'running', reason: event.reason, ms: 0};
      return {steps: [...live.steps, step], of: event.of, progress: null, detail: null};
    }
    case 'progress': {
      const {step, done, total, unit = null} = event;
      const since = live.progress?.step === step ? live.progress.since : atMs;
      return {...live, progress: {step, done, total, unit, since}, detail: event.detail ?? live.detail};
    }
    case 'finished': {
      const {id, status, reason, error, ms} = event.record;
      const why = error === undefined ? reason : shortError(error);
      const step: LiveStep = {id, status, reason: why, ms: Math.round(ms * 10) / 10};
      return {
        steps: [...live.steps.filter(other => other.id !== id), step],
        of: event.of,
        progress: null,
        detail: null,
      };
    }
  }
}

/** Work that is none of the run's steps, such as the days of a month that goes by after it. */
export function workBesides({steps, progress}: LiveRun): LiveProgress | null {
  return progress !== null && steps.every(({id}) => id !== progress.step) ? progress : null;
}

/** How much is done, from 0 to 1: finished steps count whole, the present one by its own progress. Work besides the run counts alone. */
export function shareDone(live: LiveRun): number {
  const {steps, of, progress} = live;
  const besides = workBesides(live);
  if (besides) return besides.total > 0 ? Math.min(1, besides.done / besides.total) : 0;
  const finished = steps.filter(step => step.status !== 'running').length;
  const part = progress && progress.total > 0 ? progress.done / progress.total : 0;
  return of === 0 ? 0 : Math.min(1, (finished + part) / of);
}

/** How long the present step still takes, in seconds, judged by its own progress; null while that is a guess. */
export function secondsLeft({progress}: LiveRun, nowMs: number): number | null {
  if (!progress || progress.done === 0) return null;
  const spent = nowMs - progress.since;
  return spent < 500 ? null : Math.ceil((spent / progress.done) * (progress.total - progress.done) * 0.001);
}
