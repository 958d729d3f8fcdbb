import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {smallestWindow} from '../../src/app/doctor/examine-machine.ts';
import type {Finding, MachineFacts} from '../../src/app/doctor/machine-facts.ts';
import {doctorCommand} from '../../src/commands/doctor.ts';
import {readCourse} from '../../src/files/lessons.ts';
import {tryHome} from '../../src/files/try-home.ts';
import {smallest} from '../../src/ui/layout/breakpoint.ts';
import {memoryPorts} from '../helpers/memory-ports.ts';
import {irisPorts} from '../helpers/prediction-service.ts';
import {goodMachine, runCommandOf} from '../helpers/run-command.ts';
import {temporaryFolder} from '../helpers/temporary-folder.ts';

type Report = {readonly ok: boolean; readonly findings: readonly Finding[]};

// The real course is looked after by tests of its own, and takes longer to read.
const course = async () => readCourse(path.join(import.meta.dirname, '../fixtures/course'));

async function examine(machine: Partial<MachineFacts> = {}, ports = memoryPorts()) {
  const given = {machine: {...goodMachine, ...machine}, ports: {...ports, course}, json: true};
  const {printed, code} = await runCommandOf(doctorCommand, given);
  const report = JSON.parse(printed) as Report;
  expect(report.ok).toBe(code === 0);
  return {code, of: (check: Finding['check']) => report.findings.find(found => found.check === check)!, report};
}

const terminal = (change: Partial<MachineFacts['terminal']>) => ({terminal: {...goodMachine.terminal, ...change}});
const home = (change: Partial<MachineFacts['home']>) => ({home: {...goodMachine.home, ...change}});

test('a machine that has everything is well', async () => {
  const {code, report} = await examine({}, await irisPorts());
  expect(code).toBe(0);
  expect(report.findings.map(({check, state, hint}) => `${check} ${state} ${hint}`)).toEqual(
    'node terminal colour unicode home disk python assets store runs models clock'
      .split(' ')
      .map(check => `${check} good null`),
  );
});

test.each([
  ['home', home({problem: 'EACCES'}), 'Nothing can be kept in /home/me: EACCES.', '--home DIR'],
  ['disk', home({freeBytes: 1e6}), 'Only 1 MB are left', 'runs gc'],
  ['node', {node: 'v18.2.0'}, 'Node v18.2.0 is too old.', 'Install Node 20'],
] as const)('something needed is missing (%s): exit code 4, and what to do', async (check, machine, message, hint) => {
  const {code, of} = await examine(machine);
  expect(code).toBe(4);
  expect(of(check)).toMatchObject({state: 'bad', message: expect.stringContaining(message)});
  expect(of(check).hint).toContain(hint);
});

test.each([
  ['terminal', terminal({size: {columns: 30, rows: 10}}), 'too small', '40 columns wide'],
  ['terminal', terminal({isInteractive: false}), 'not a terminal', 'without a pipe'],
  ['terminal', terminal({term: 'dumb'}), 'TERM=dumb', 'Set TERM'],
  ['unicode', terminal({glyphSet: 'ascii'}), 'plain characters', 'UTF-8'],
  ['disk', home({freeBytes: 1e8}), 'Only 100 MB', 'Free some space'],
  ['python', {python: {version: null, sklearn: null}}, 'no Python', 'scikit-learn'],
  ['python', {python: {version: '3.11.2', sklearn: null}}, 'without scikit-learn', 'python3-sklearn'],
] as const)('what could be better is told and fails nothing (%s)', async (check, machine, message, hint) => {
  const {code, of} = await examine(machine);
  expect(code).toBe(0);
  expect(of(check)).toMatchObject({state: 'note', message: expect.stringContaining(message)});
  expect(of(check).hint).toContain(hint);
});

test('a model in use that cannot be read is bad; one that nothing points to is a note', async () => {
  const ports = await irisPorts();
  const broken = {...ports.models, readArtifact: () => undefined};
  const used = await examine({}, {...ports, models: broken});
  expect(used.code).toBe(4);
  expect(used.of('models')).toMatchObject({state: 'bad', message: 'iris@1 cannot be read, and an alias points there.'});
  const unused = await examine({}, {...ports, models: {...broken, moves: () => []}});
  expect(unused.code).toBe(0);
  expect(unused.of('models').state).toBe('note');
});

test('damaged outputs are counted, and only a note, because they are made anew', async () => {
  const ports = await irisPorts();
  const {code, of} = await examine({}, {...ports, store: {...ports.store, readResult: () => undefined}});
  expect(code).toBe(0);
  expect(of('store')).toMatchObject({state: 'note', message: expect.stringMatching(/of them were damaged/)});
});

test('a clock that is behind the newest run, or before this program, is noticed', async () => {
  const ports = await irisPorts();
  const at = async (time: string) => (await examine({}, {...ports, now: () => new Date(time)})).of('clock');
  expect(await at('2025-12-31T00:00:00Z')).toMatchObject({
    message: expect.stringContaining('newest run was made at 2026'),
  });
  expect(await at('1970-01-01T00:00:00Z')).toMatchObject({message: expect.stringContaining('cannot be')});
  expect(await at('2026-06-01T00:00:00Z')).toMatchObject({state: 'good'});
});

test('bundled files that are missing are bad, also where nothing can be opened without them', async () => {
  const list = () => {
    throw new Error('The bundled datasets are missing.');
  };
  const ports = memoryPorts();
  const {code, of} = await examine({}, {...ports, datasets: {...ports.datasets, list}});
  expect(code).toBe(4);
  expect(of('assets').hint).toContain('Install it again');
});

test('people get a line per check, with what to do behind an arrow', async () => {
  const machine = {...goodMachine, ...home({problem: 'EACCES'})};
  const {printed, code} = await runCommandOf(doctorCommand, {machine, ports: memoryPorts({course})});
  expect(code).toBe(4);
  expect(printed).toMatch(/^check +state +what was found\nnode +good +Node v20\.11\.1\n/);
  expect(printed).toMatch(/\nhome +BAD +Nothing can be kept in \/home\/me: EACCES\. → Name a folder/);
  expect(printed).toMatch(/\n1 of 12 checks failed\.$/);
});

test('a home is tried by writing to it, and nothing is left behind', () => {
  const folder = temporaryFolder();
  expect(tryHome(path.join(folder, 'new'))).toMatchObject({problem: null, freeBytes: expect.any(Number)});
  const file = path.join(folder, 'file');
  writeFileSync(file, '');
  expect(tryHome(file).problem).toMatch(/^E[A-Z]+$/);
});

test('the doctor and the screen agree on the smallest window', () => {
  expect(smallestWindow).toEqual(smallest);
});
