import type {Ports} from '../../src/app/ports.ts';
import type {Command} from '../../src/commands/command.ts';
import {directEngine} from './direct-engine.ts';
import {memoryPorts} from './memory-ports.ts';

/** What a command said: on stdout, on stderr, and with which exit code it ended. */
export type Told = {readonly printed: string; readonly notes: string; readonly code: number};

type Given = {
  readonly words?: readonly string[];
  readonly options?: {readonly [name: string]: unknown};
  readonly json?: boolean;
  readonly folder?: string;
  readonly ports?: Ports;
};

/** Run one headless command without a process around it. */
export async function runCommandOf(
  command: Command,
  {words = [], options = {}, json = false, folder = '.', ports = memoryPorts()}: Given,
): Promise<Told> {
  const printed: string[] = [];
  const notes: string[] = [];
  const code = await command.run(
    {words, options},
    {
      print: text => printed.push(text),
      note: text => notes.push(text),
      json,
      folder,
      width: 100,
      glyphs: 'block',
      ports: async () => ports,
      engine: async () => directEngine(ports),
      watch: () => ({}),
    },
  );
  return {printed: printed.join('\n'), notes: notes.join('\n'), code};
}
