import {setFlagsFromString} from 'node:v8';
import type {EngineClient} from './app/actions.ts';
import {noticeBoard} from './app/notices.ts';
import {openTutor} from './app/open-tutor.ts';
import type {Tutor} from './app/tutor.ts';
import {KnownError} from './errors.ts';
import {compiledCourse} from './files/compiled-course.ts';
import {bundledDatasets} from './files/datasets.ts';
import {homeFolder} from './files/home.ts';
import {logFile} from './files/log-file.ts';
import {progressFile} from './files/progress-file.ts';
import {findVoice} from './files/voice.ts';
import {type Door, routeOfDoor} from './ui/navigation/doors.ts';
import {startTutor} from './ui/start.ts';
import {detectCapabilities, isTerminal} from './ui/terminal/capabilities.ts';
import {workerClient} from './worker/client.ts';

/** What a command line asks of the tutor, and what only the program's first file knows. */
export type TutorRequest = {
  readonly screen: string;
  readonly words: readonly string[];
  readonly globals: {readonly home?: string; readonly json?: boolean; readonly plain?: boolean};
  readonly product: string;
  /** The engine's thread, beside the bundle. */
  readonly worker: URL;
};

/** How the tutor speaks to a person: on the full screen, to a screen reader, in numbered text, or with nothing but a guide to itself. */
type Skin = 'screen' | 'spoken' | 'plain' | 'guide';

/** Connect the tutor to this machine, show it in the skin that suits the terminal, and give back the exit code. */
export async function runTutor(request: TutorRequest): Promise<number> {
  if (request.globals.json) {
    throw new KnownError('bad_usage', 'The tutor is for people; it has no JSON.', {
      hint: 'Use `ml-pipeline-tutor progress --json` for how far you are.',
    });
  }
  const skin = skinOf(request);
  if (skin === 'guide') return tellGuide(request);
  return skin === 'plain' ? runPlainTutor(request) : runScreen(request, skin === 'spoken');
}

/**
 * `--plain` and `ACCESSIBLE=1` get numbered text, also through a pipe. `INK_SCREEN_READER=true` gets every screen as lines that come
 * one after the other, for a screen reader has nothing of a picture that is drawn anew at every key; without a terminal it gets
 * numbered text too. What else is no terminal gets the guide.
 */
function skinOf({globals}: TutorRequest): Skin {
  const {ACCESSIBLE, INK_SCREEN_READER} = process.env;
  if (globals.plain || ACCESSIBLE === '1') return 'plain';
  if (INK_SCREEN_READER === 'true') return isTerminal(process) ? 'spoken' : 'plain';
  return detectCapabilities(process.env, process).isInteractive ? 'screen' : 'guide';
}

async function runPlainTutor(request: TutorRequest): Promise<number> {
  const home = homeFolder(request.globals.home, process.env);
  const onNotice = (text: string) => void process.stderr.write(`${text}\n`);
  const engine = workerClient({home, product: request.product, script: request.worker, onNotice});
  try {
    const tutor = await openTutorHere(request, home, engine);
    const route = routeOfDoor(doorOf(request), tutor);
    const [{runPlain}, {openTalk}] = await Promise.all([import('./plain/start.ts'), import('./plain/talk.ts')]);
    const {isTTY = false, columns = 80} = process.stdout;
    const isTerminal = isTTY && process.stdin.isTTY;
    const width = isTTY ? Math.min(columns, 100) : 0;
    await runPlain(tutor, route, openTalk({input: process.stdin, output: process.stdout, width, isTerminal}));
    return 0;
  } finally {
    await engine.close();
  }
}

const spareAfterMs = 400;

async function runScreen(request: TutorRequest, isSpoken: boolean): Promise<number> {
  // Frames make much garbage that is soon gone; left alone, V8 would set some 30 MB aside for it. The first one need not wait.
  setTimeout(() => {
    for (const flag of ['--semi-space-growth-factor=1', '--optimize-for-size']) setFlagsFromString(flag);
  }, spareAfterMs).unref();
  const home = homeFolder(request.globals.home, process.env);
  const notices = noticeBoard();
  const engine = workerClient({home, product: request.product, script: request.worker, onNotice: notices.add});
  try {
    const exit = await startTutor({
      openTutor: () => openTutorHere(request, home, engine),
      door: doorOf(request),
      notices,
      isSpoken,
      onLog: logFile(home, () => new Date()),
    });
    if (exit.signal === 'SIGHUP') await endByHangup(engine);
    if (exit.error !== undefined) throw exit.error;
    return exit.code;
  } finally {
    await engine.close();
  }
}

/** End as the signal would have ended it: Node cannot put a terminal in order that is gone, and would stop at that with a fault of its own. */
async function endByHangup(engine: EngineClient): Promise<void> {
  await engine.close();
  process.kill(process.pid, 'SIGHUP');
}

async function tellGuide(request: TutorRequest): Promise<number> {
  const home = homeFolder(request.globals.home, process.env);
  const {plainGuide} = await import('./app/guide.ts');
  const tutor = await openTutorHere(request, home, noEngine);
  const {course, learner, now} = tutor;
  routeOfDoor(doorOf(request), tutor);
  process.stdout.write(`${plainGuide(course, learner.progress(), now())}\n`);
  return 0;
}

function doorOf({screen, words: [lesson]}: TutorRequest): Door {
  return {screen, ...(lesson !== undefined && {lesson})};
}

const noEngine: EngineClient = {
  call: () => {
    throw new Error('The guide runs nothing.');
  },
  close: async () => {},
};

async function openTutorHere({product}: TutorRequest, home: string, engine: EngineClient): Promise<Tutor> {
  const now = () => new Date();
  return openTutor({
    course: await compiledCourse(),
    store: progressFile(home, now),
    engine,
    datasets: bundledDatasets(),
    now,
    // The global loads Node's cryptography when it is first asked, which is after the first frame.
    freshSeed: () => crypto.getRandomValues(new Uint32Array(1))[0]!,
    voice: () => findVoice(process),
    product,
    folder: process.cwd(),
  });
}
