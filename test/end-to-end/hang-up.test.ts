import {spawn} from 'node:child_process';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {buildProgram, endOf} from '../helpers/built-program.ts';
import {temporaryFolder} from '../helpers/temporary-folder.ts';

const program = await buildProgram();

// A terminal of its own that is closed as soon as the tutor has drawn on it; what the tutor says beside it goes to a file.
const closeTerminal = `
import fcntl, os, pty, subprocess, sys, termios, time, select
here, there = pty.openpty()
def own():
    os.setsid()
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
child = subprocess.Popen(sys.argv[2:], stdin=there, stdout=there, stderr=open(sys.argv[1], 'w'), preexec_fn=own)
os.close(there)
seen = b''
while b'Pipeline' not in seen:
    if select.select([here], [], [], 30)[0]: seen += os.read(here, 65536)
time.sleep(0.3)
os.close(here)
print(child.wait(30))
`;

test('a terminal that goes away ends the tutor by its signal, without a fault', {timeout: 90_000}, async () => {
  const folder = temporaryFolder();
  const said = path.join(folder, 'said.txt');
  const env = {...process.env, MLPT_HOME: path.join(folder, 'home'), TERM: 'xterm-256color'};
  const words = ['-c', closeTerminal, said, process.execPath, program.entry];
  const {code, stdout} = await endOf(spawn('python3', words, {env}));
  expect(code).toBe(0);
  expect(stdout.trim()).toBe('-1');
  expect(readFileSync(said, 'utf8')).toBe('');
});

test('a screen reader’s variable leads to numbered text', {timeout: 90_000}, async () => {
  const home = path.join(temporaryFolder(), 'home');
  const {code, stdout} = await program.run([], {
    env: {MLPT_HOME: home, INK_SCREEN_READER: 'true'},
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  expect(code).toBe(0);
  expect(stdout).toContain('ML Pipeline Tutor, as text.');
  expect(stdout).toContain('1. Continue: ');
});
