import {cannotExport} from './cannot-export.ts';
import type {ExportedRun} from './exported-run.ts';

/** Refuse a pipeline with mistakes on purpose: they stay inside the lessons. */
export function refuseTraps({spec}: Pick<ExportedRun, 'spec'>): void {
  if (spec.traps.length === 0) return;
  throw cannotExport(
    `traps: [${spec.traps.join(', ')}]`,
    'an export',
    'Take the traps out of the pipeline: they are mistakes on purpose.',
  );
}
