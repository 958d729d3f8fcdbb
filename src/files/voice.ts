import {accessSync, constants, statSync} from 'node:fs';
import path from 'node:path';
import type {Speech, Voice, VoiceSearch} from '../app/read-aloud/voice.ts';

/** A program that speaks: what it is called with, and how it gets the text. */
type Speaker = {
  readonly program: string;
  readonly words: readonly string[];
  /** The text is the last word of the call, and not the input. */
  readonly asWord?: boolean;
  /** What makes it silent, where ending the program is not enough. */
  readonly hush?: readonly string[];
};

const windowsScript =
  'Add-Type -AssemblyName System.Speech; [Console]::InputEncoding = [Text.Encoding]::UTF8; ' +
  '(New-Object System.Speech.Synthesis.SpeechSynthesizer).Speak([Console]::In.ReadToEnd())';

const speakers: {readonly [platform: string]: readonly Speaker[]} = {
  darwin: [{program: 'say', words: ['-f', '-']}],
  win32: [{program: 'powershell.exe', words: ['-NoProfile', '-NonInteractive', '-Command', windowsScript]}],
  linux: [
    {program: 'spd-say', words: ['--wait', '--'], asWord: true, hush: ['--stop']},
    {program: 'espeak-ng', words: ['--stdin']},
    {program: 'espeak', words: ['--stdin']},
  ],
};

const advice: {readonly [platform: string]: string} = {
  darwin: 'The program `say`, which belongs to macOS, was not found on the PATH.',
  win32: 'The program `powershell.exe`, which belongs to Windows, was not found on the PATH.',
};
const install =
  'Install `espeak-ng` (or `speech-dispatcher`) with the package manager of your system, then start the tutor again.';

/** Where to look for a voice. */
export type VoicePlace = {
  readonly platform: string;
  readonly env: {readonly [name: string]: string | undefined};
};

/** Find the computer's own voice among the programs of the PATH. */
export function findVoice({platform, env}: VoicePlace): VoiceSearch {
  for (const speaker of speakers[platform] ?? speakers.linux!) {
    const program = findProgram(speaker.program, env.PATH ?? env.Path ?? '');
    if (program !== undefined) return {voice: voiceOf(program, speaker)};
  }
  return {install: advice[platform] ?? install};
}

function findProgram(name: string, folders: string): string | undefined {
  return folders
    .split(path.delimiter)
    .filter(folder => path.isAbsolute(folder))
    .map(folder => path.join(folder, name))
    .find(isProgram);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

function voiceOf(program: string, speaker: Speaker): Voice {
  return {name: speaker.program, speak: text => speakWith(program, speaker, text)};
}

function speakWith(program: string, speaker: Speaker, text: string): Speech {
  let speech: Speech | undefined;
  let isStopped = false;
  // Loaded with the first word, because most learners read in silence and a start should be quick.
  const ended = import('node:child_process').then(async ({spawn}) => {
    if (isStopped) return;
    speech = start(spawn, program, speaker, text);
    await speech.ended;
  });
  const stop = () => {
    isStopped = true;
    speech?.stop();
  };
  return {stop, ended};
}

type Spawn = typeof import('node:child_process').spawn;

function start(spawn: Spawn, program: string, {words, asWord = false, hush}: Speaker, text: string): Speech {
  const child = spawn(program, [...words, ...(asWord ? [text] : [])], {
    stdio: [asWord ? 'ignore' : 'pipe', 'ignore', 'ignore'],
  });
  // A voice must never keep the tutor open.
  child.unref();
  const ended = new Promise<void>(resolve => {
    child.once('error', () => resolve());
    child.once('close', () => resolve());
  });
  // It may end before it has read everything.
  child.stdin?.on('error', () => {});
  child.stdin?.end(text);
  const stop = () => {
    if (child.exitCode !== null || child.signalCode !== null || child.killed) return;
    child.kill();
    if (hush)
      spawn(program, hush, {stdio: 'ignore'})
        .on('error', () => {})
        .unref();
  };
  return {stop, ended};
}
