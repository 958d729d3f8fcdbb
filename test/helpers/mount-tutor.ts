import {noticeBoard} from '../../src/app/notices.ts';
import type {Tutor} from '../../src/app/tutor.ts';
import {createApp} from '../../src/ui/App.tsx';
import type {Route} from '../../src/ui/navigation/route.ts';
import {prepareScreens} from '../../src/ui/screens/index.ts';
import {type TestTutor, testTutor} from './tutor.ts';
import {mountInXterm, type XtermApp, type XtermOptions} from './xterm.ts';

/** How to show the tutor in a test: where it opens, what it knows, and what the terminal can do. */
export type MountTutor = XtermOptions & TestTutor & {readonly route?: Route; readonly tutor?: Tutor};

/** The tutor on a terminal without a window, with what drives it. */
export type MountedTutor = XtermApp & {readonly tutor: Tutor; readonly notices: ReturnType<typeof noticeBoard>};

/** Show the whole tutor, as the program does, on a terminal without a window. */
export async function mountTutor(options: MountTutor = {}): Promise<MountedTutor> {
  const {route = {screen: 'home'}, colors = 'true', glyphs = 'block'} = options;
  const tutor = options.tutor ?? testTutor(options);
  const notices = noticeBoard();
  await prepareScreens();
  const capabilities = {colorDepth: colors, background: 'dark', glyphSet: glyphs} as const;
  const app = await mountInXterm(createApp({tutor, start: route, capabilities, notices}), options);
  return {...app, tutor, notices};
}
