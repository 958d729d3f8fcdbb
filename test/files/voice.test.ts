import {chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {findVoice} from '../../src/files/voice.ts';
import {temporaryFolder} from '../helpers/temporary-folder.ts';
import {until} from '../helpers/xterm.ts';

/** A folder with a program of that name that runs a script of the shell. */
function programs(scripts: {readonly [name: string]: string}): string {
  const folder = temporaryFolder();
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(path.join(folder, name), `#!/bin/sh\n${script}\n`);
    chmodSync(path.join(folder, name), 0o755);
  }
  return folder;
}

function voiceIn(folder: string, platform = 'linux') {
  const found = findVoice({platform, env: {PATH: folder}});
  if (!('voice' in found)) throw new Error(found.install);
  return found.voice;
}

test('the text reaches the program as its input, whatever it holds', async () => {
  const folder = programs({'espeak-ng': 'echo "$@" > "$0.words"; cat > "$0.heard"'});
  const text = 'Half of "$(touch pwned)"; `x` & --help\nsecond line ü';
  await voiceIn(folder).speak(text).ended;
  expect(readFileSync(path.join(folder, 'espeak-ng.heard'), 'utf8')).toBe(text);
  expect(readFileSync(path.join(folder, 'espeak-ng.words'), 'utf8')).toBe('--stdin\n');
});

test('a program without input gets the text as one word that cannot be an option', async () => {
  const folder = programs({
    'spd-say': 'for word in "$@"; do echo "<$word>"; done > "$0.words"',
    'espeak-ng': 'exit 1',
  });
  await voiceIn(folder).speak('--help me').ended;
  expect(readFileSync(path.join(folder, 'spd-say.words'), 'utf8')).toBe('<--wait>\n<-->\n<--help me>\n');
});

test('stopping ends the program, and tells the one behind it', async () => {
  const folder = programs({
    'spd-say': 'if [ "$1" = --stop ]; then echo stopped > "$0.hushed"; else echo > "$0.begun"; exec sleep 60; fi',
  });
  const speech = voiceIn(folder).speak('A long text.');
  await until(() => existsSync(path.join(folder, 'spd-say.begun')));
  speech.stop();
  speech.stop();
  await speech.ended;
  await until(() => existsSync(path.join(folder, 'spd-say.hushed')));
});

test('a program that ends before it has read anything harms nobody', async () => {
  const folder = programs({say: 'exit 3'});
  await voiceIn(folder, 'darwin').speak('x'.repeat(200_000)).ended;
});

test('folders and files that cannot be run are no programs', () => {
  const folder = programs({});
  mkdirSync(path.join(folder, 'espeak-ng'));
  writeFileSync(path.join(folder, 'espeak'), '');
  expect(findVoice({platform: 'linux', env: {PATH: folder}})).toHaveProperty('install');
});
test('without a program it is said what to install', () => {
  const missing = (platform: string) => findVoice({platform, env: {PATH: ''}});
  expect(missing('linux')).toEqual({install: expect.stringContaining('Install `espeak-ng`')});
  expect(missing('freebsd')).toEqual({install: expect.stringContaining('Install `espeak-ng`')});
  expect(missing('darwin')).toEqual({install: expect.stringContaining('`say`')});
  expect(missing('win32')).toEqual({install: expect.stringContaining('`powershell.exe`')});
});
