import type {MachineFacts} from '../../src/app/doctor/machine-facts.ts';
import type {Ports} from '../../src/app/ports.ts';
import type {Serving} from '../../src/app/serve/serving.ts';
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
  readonly serving?: Serving;
  readonly machine?: MachineFacts;
};

const noServing: Serving = {
  predictions: async () => Promise.reject(new Error('Nothing listens in this test.')),
  pages: async () => Promise.reject(new Error('Nothing listens in this test.')),
};

/** A machine that has everything. */
export const goodMachine: MachineFacts = {
  node: 'v20.11.1',
  terminal: {
    isInteractive: true,
    size: {columns: 120, rows: 40},
    term: 'xterm',
    colorDepth: '256',
    glyphSet: 'braille',
  },
  home: {folder: '/home/me', problem: null, freeBytes: 5e9},
  python: {version: '3.11.2', sklearn: '1.2.1'},
};

/** Run one headless command without a process around it. */
export async function runCommandOf(
  command: Command,
  {
    words = [],
    options = {},
    json = false,
    folder = '.',
    ports = memoryPorts(),
    serving = noServing,
    machine = goodMachine,
  }: Given,
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
      serving: async () => serving,
      machine: async () => machine,
    },
  );
  return {printed: printed.join('\n'), notes: notes.join('\n'), code};
}
