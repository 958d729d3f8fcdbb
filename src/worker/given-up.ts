/** Jobs that many numbers apart share a place. */
const places = 256;

/** Memory in which one thread says which jobs are given up and the other looks, even in the middle of a job. */
export function givenUpMemory(): SharedArrayBuffer {
  return new SharedArrayBuffer(places * Int32Array.BYTES_PER_ELEMENT);
}

/** Give up one job and no other. It is forgotten when a job that shares its place is given up, 256 jobs later. */
export function giveUp(memory: SharedArrayBuffer, job: number): void {
  Atomics.store(new Int32Array(memory), job % places, job);
}

/** Whether a job was given up. */
export function isGivenUp(memory: SharedArrayBuffer, job: number): boolean {
  return Atomics.load(new Int32Array(memory), job % places) === job;
}
