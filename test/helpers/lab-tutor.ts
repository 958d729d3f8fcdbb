import type {EngineClient} from '../../src/app/actions.ts';
import {openTutor} from '../../src/app/open-tutor.ts';
import type {Tutor} from '../../src/app/tutor.ts';
import {emptyProgress} from '../../src/tutor/progress/state.ts';
import {miniCourse} from '../tutor/mini-course.ts';
import {directEngine} from './direct-engine.ts';
import {memoryPorts} from './memory-ports.ts';

let seeds = 0;

/** A tutor of the miniature course whose clock stands still and who forgets everything. */
export function labTutor(engine: EngineClient = directEngine()): Tutor {
  return openTutor({
    course: miniCourse(),
    store: {load: () => ({progress: emptyProgress, notices: []}), save: () => {}},
    engine,
    datasets: memoryPorts().datasets,
    now: () => new Date(Date.UTC(2026, 0, 1)),
    freshSeed: () => seeds++,
    product: 'test',
    folder: '.',
  });
}
