import type {NoticeBoard} from '../app/notices.ts';
import type {Tutor} from '../app/tutor.ts';
import {mountApp, type OpenScreen} from './mount.tsx';
import {type Door, routeOfDoor} from './navigation/doors.ts';
import type {AppExit} from './terminal/exits.ts';

/** What the full screen is started with. */
export type StartOptions = {
  /** Puts the tutor together; the screen is prepared meanwhile. */
  readonly openTutor: () => Promise<Tutor>;
  readonly door: Door;
  readonly notices: NoticeBoard;
  /** Say it to a screen reader as text that is only added to, instead of painting it on the full screen. */
  readonly isSpoken?: boolean;
  /** Gets each line that something wrote past the screen. */
  readonly onLog: (line: string) => void;
};

/**
 * Show the tutor on the full screen, or say it, until it ends.
 *
 * @throws {KnownError} `unknown_lesson` before the screen is taken, `no_terminal` where there is none.
 */
export async function startTutor({openTutor, door, notices, isSpoken, onLog}: StartOptions): Promise<AppExit> {
  const opening = openTutor();
  if (door.lesson !== undefined) routeOfDoor(door, await opening);
  return mountApp(
    async capabilities => {
      const [tutor, {createApp, prepareScreen}] = await Promise.all([opening, import('./App.tsx')]);
      const start = routeOfDoor(door, tutor);
      await prepareScreen(start.screen);
      return createApp({tutor, start, capabilities, notices});
    },
    {onLog, ...(isSpoken && {openScreen: await spoken()})},
  );
}

async function spoken(): Promise<OpenScreen> {
  const {SpokenScreen} = await import('./terminal/spoken-screen.ts');
  return (output, write) => new SpokenScreen(output, write);
}
