import type {ScreenName} from '../navigation/route.ts';
import {homeScreen} from './home/Home.tsx';
import {lazyScreen} from './lazy-screen.tsx';
import type {ScreenSpec} from './screen.ts';
import {settingsScreen} from './settings/Settings.tsx';
import {welcomeScreen} from './welcome/Welcome.tsx';

/** Every screen of the tutor by the name its routes have: a new one is a new folder and a line here, lazy unless it is small. */
export const screens: {readonly [S in ScreenName]?: ScreenSpec<S>} = {
  home: homeScreen,
  lesson: lazyScreen('lesson', async () => (await import('./reader/Reader.tsx')).lessonScreen),
  quiz: lazyScreen('quiz', async () => (await import('./quiz/Quiz.tsx')).quizScreen),
  exam: lazyScreen('exam', async () => (await import('./quiz/Quiz.tsx')).examScreen),
  lab: lazyScreen('lab', async () => (await import('./lab/LabScreen.tsx')).labScreen),
  playground: lazyScreen(
    'playground',
    async () => (await import('./playground/PlaygroundScreen.tsx')).playgroundScreen,
  ),
  cards: lazyScreen('cards', async () => (await import('./cards/Cards.tsx')).cardsScreen),
  glossary: lazyScreen('glossary', async () => (await import('./glossary/Glossary.tsx')).glossaryScreen),
  progress: lazyScreen('progress', async () => (await import('./progress/ProgressScreen.tsx')).progressScreen),
  runs: lazyScreen('runs', async () => (await import('./runs/Runs.tsx')).runsScreen),
  models: lazyScreen('models', async () => (await import('./models/Models.tsx')).modelsScreen),
  settings: settingsScreen,
  welcome: welcomeScreen,
};

/** Load a screen's code before it is opened. */
export async function prepareScreen(name: ScreenName): Promise<void> {
  await screens[name]?.prepare?.();
}

/** Load the code of every screen, one after the other, so that none makes anyone wait when it is opened. */
export async function prepareScreens(): Promise<void> {
  for (const name of Object.keys(screens) as ScreenName[]) await prepareScreen(name);
}
