import {type Lineage, lineageOf} from '../stages/lineage.ts';
import {type JourneySource, openSource} from './journey.ts';
import type {Ports} from './ports.ts';

/** Which data every feature of a run or a model comes from, and where every column of the data goes. */
export async function lineageFor(source: JourneySource, ports: Ports): Promise<Lineage> {
  return lineageOf(openSource(source, ports).pipeline);
}
