import type {EngineClient} from '../../src/app/actions.ts';
import type {Tutor} from '../../src/app/tutor.ts';
import {directEngine} from './direct-engine.ts';
import {testTutor} from './tutor.ts';

let seeds = 0;

/** A tutor of the miniature course whose engine does one job after another, as the worker does; no two open the same bench. */
export function labTutor(engine: EngineClient = directEngine()): Tutor {
  return {...testTutor({engine}), freshSeed: () => String(++seeds)};
}
