import type {RunRecord} from '../engine/run-record.ts';
import type {RunStore} from './ports.ts';
import {summaryOf} from './runs-summary.ts';

/** Run records that are forgotten when the program ends: for tests, and for homes that cannot be written to. */
export function memoryRunStore(): RunStore {
  let records: readonly RunRecord[] = [];
  const newestFirst = (a: RunRecord, b: RunRecord) => (a.run < b.run ? 1 : -1);
  return {
    list: () => records,
    summaries: () => records.map(summaryOf),
    read: run => records.find(record => record.run === run),
    latest: name => records.find(record => record.name === name && !record.imported),
    write: record => {
      records = [record, ...records.filter(({run}) => run !== record.run)].sort(newestFirst);
    },
    remove: run => {
      records = records.filter(record => record.run !== run);
    },
  };
}
