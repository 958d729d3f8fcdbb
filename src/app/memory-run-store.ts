import type {RunRecord} from '../engine/run-record.ts';
import type {RunStore} from './ports.ts';

/** Run records that are forgotten when the program ends: for tests, and for homes that cannot be written to. */
export function memoryRunStore(): RunStore {
  const records: RunRecord[] = [];
  return {
    list: () => records,
    read: run => records.find(record => record.run === run),
    latest: name => records.find(record => record.name === name),
    write: record => void records.unshift(record),
  };
}
