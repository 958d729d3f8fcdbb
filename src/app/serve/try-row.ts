import {KnownError} from '../../errors.ts';
import type {RowObject} from '../../stages/deployment/input-rows.ts';
import type {OpenModel} from '../predict.ts';

/** Ask a model about a row that a person typed; what does not fit is an answer in words. */
export function tryRow({pipeline}: OpenModel, row: RowObject): ReturnType<OpenModel['pipeline']['predictRow']> {
  try {
    return pipeline.predictRow(row);
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    return {error: [error, ...error.problems].map(({message}) => message).join(' '), warnings: []};
  }
}
