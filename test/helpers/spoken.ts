import {expect} from 'vitest';
import {SpokenScreen} from '../../src/ui/terminal/spoken-screen.ts';
import type {Drivable} from './answer-question.ts';
import {type MountTutor, mountTutor} from './mount-tutor.ts';
import {until} from './xterm.ts';

/** Show the whole tutor as a screen reader gets it: text that is only ever added to. */
export async function mountSpoken(options: MountTutor = {}) {
  const app = await mountTutor({...options, openScreen: (output, write) => new SpokenScreen(output, write)});
  let read = 0;
  const unheard = () => app.tty.bytes.slice(read);
  /** The lines that were said since they were last asked for. */
  const heard = (): readonly string[] => {
    const said = unheard();
    read = app.tty.bytes.length;
    expectReadable(said);
    return said.split('\n').filter(line => line !== '');
  };
  /** Wait until a text is said, and give back everything up to it and after it. */
  const hear = async (text: string): Promise<readonly string[]> => {
    await until(
      () => unheard().replaceAll('\n', ' ').includes(text),
      20_000,
      () => `"${text}" was not said, but\n${unheard()}`,
    );
    await app.settle();
    return heard();
  };
  return {
    ...app,
    heard,
    hear,
    /** Press keys and give back the lines that are said after them. */
    tell: async (...keys: readonly string[]) => {
      heard();
      await app.press(...keys);
      return heard();
    },
  };
}

/** The tutor as a screen reader gets it. */
export type SpokenApp = Awaited<ReturnType<typeof mountSpoken>>;

/** What was just said, as a screen to answer the question on. */
export function drivable(app: SpokenApp, said: readonly string[]): Drivable {
  return {lines: () => heardAs(said), press: app.press, type: app.type};
}

/** Lines as they are written: without the states of what they name, and with a gap to fill in where "blank" is said. */
export function heardAs(said: readonly string[]): readonly string[] {
  return said.map(line => line.replace(/\((?:selected|(?:not )?checked)\) /g, '').replace(/\bblank\b/g, '____'));
}

// Lines of boxes, blocks, shapes, ticks, dots of braille, and characters for private use.
const signs = /[\u2500-\u25FF\u2700-\u27BF\u2800-\u28FF\uE000-\uF8FF]/u;

/** Assert that a text can be read out: no codes of a terminal but the echo of a Backspace, nothing drawn, no pads. */
export function expectReadable(text: string): void {
  expect(text.replaceAll('\b \b', '')).not.toMatch(/[^\P{Cc}\n]/u);
  expect(text).not.toMatch(signs);
  expect(text).not.toMatch(/[-=_|+*#]{4}| {9}/);
}
