import {Box, useApp} from 'ink';
import {type ReactNode, useEffect, useMemo, useState} from 'react';
import type {NoticeBoard} from '../app/notices.ts';
import type {Found} from '../app/search-course.ts';
import type {Tutor} from '../app/tutor.ts';
import {countOf} from '../app/where-next.ts';
import {StyledLines} from './components/StyledLines.tsx';
import {wrapSpans} from './components/wrap-spans.ts';
import {KeyScope} from './keys/KeyProvider.tsx';
import {useCommands} from './keys/use-commands.ts';
import {useKeyReducer} from './keys/use-key-reducer.ts';
import type {Area} from './layout/area.ts';
import {ErrorBoundary} from './layout/ErrorScreen.tsx';
import {Shell} from './layout/Shell.tsx';
import {
  type Navigator,
  NavigatorContext,
  ScreensContext,
  TutorContext,
  useScreens,
  useTutor,
} from './navigation/contexts.ts';
import {moveTo, startHistory, topOf, type Visit} from './navigation/history.ts';
import {NoticeOverlay} from './navigation/NoticeOverlay.tsx';
import type {Route, ScreenName} from './navigation/route.ts';
import {SearchOverlay} from './navigation/SearchOverlay.tsx';
import {useNext} from './navigation/use-next.ts';
import {useProgress} from './navigation/use-progress.ts';
import {useTimeSpent} from './navigation/use-time-spent.ts';
import {prepareScreens, screens} from './screens/index.ts';
import type {ScreenSpec} from './screens/screen.ts';
import {TermOverlay} from './screens/text/TermOverlay.tsx';
import type {Capabilities} from './terminal/capabilities.ts';
import {glyphSets} from './theme/glyphs.ts';
import {ThemeProvider, useGlyphs} from './theme/ThemeProvider.tsx';
import {chooseTheme} from './theme/themes.ts';

export {prepareScreen} from './screens/index.ts';

/** What the app is given. */
export type AppProps = {
  readonly tutor: Tutor;
  readonly start: Route;
  readonly capabilities: Pick<Capabilities, 'colorDepth' | 'background' | 'glyphSet'>;
  /** What the engine has to say besides its results. */
  readonly notices: NoticeBoard;
};

// The first frame, and perhaps a first key, come before the code of other screens.
const prepareAfterMs = 150;

/** Make the app for whoever has not loaded React. */
export function createApp(props: AppProps): ReactNode {
  return <App {...props} />;
}

/** The tutor on the full screen. */
export function App({tutor, start, capabilities, notices}: AppProps) {
  const names = useMemo(() => new Set(Object.keys(screens) as ScreenName[]), []);
  useEffect(() => {
    // A screen that cannot be loaded says so when it is opened.
    const later = setTimeout(() => void prepareScreens().catch(() => {}), prepareAfterMs);
    return () => clearTimeout(later);
  }, []);
  return (
    <TutorContext value={tutor}>
      <ScreensContext value={names}>
        <Looks capabilities={capabilities}>
          <Places start={start} notices={notices} />
        </Looks>
      </ScreensContext>
    </TutorContext>
  );
}

/** Colours and characters as the learner wishes them, as far as the terminal has them. */
function Looks({capabilities, children}: Pick<AppProps, 'capabilities'> & {readonly children: ReactNode}) {
  const {settings} = useProgress();
  const theme = chooseTheme(capabilities, settings.theme);
  const glyphs = glyphSets[settings.glyphs === 'auto' ? capabilities.glyphSet : settings.glyphs];
  return (
    <ThemeProvider theme={theme} glyphs={glyphs}>
      {children}
    </ThemeProvider>
  );
}

/** The places one went to, the last one shown, and the keys that work anywhere. */
function Places({start, notices}: Pick<AppProps, 'start' | 'notices'>) {
  const {course} = useTutor();
  const {exit} = useApp();
  const [history, go, latest] = useKeyReducer(moveTo, () => startHistory(start));
  const [isSearching, setSearching] = useState(false);
  const [term, setTerm] = useState<string | null>(null);
  const top = topOf(history).route;
  const navigator = useMemo((): Navigator => {
    const back = () => (latest().visits.length > 1 ? void go({type: 'back'}) : exit());
    return {
      open: route => void go({type: 'open', route}),
      replace: route => void go({type: 'replace', route}),
      back,
      home: () => void go({type: 'home'}),
    };
  }, [go, latest, exit]);
  useTimeSpent(top);
  usePlaceKeys(top, navigator, () => setSearching(true));
  const titles = {lesson: (id: string) => course.lessons.find(lesson => lesson.id === id)?.title ?? id};
  const spec = specOf(top);
  const openFound = (found: Found) => {
    setSearching(false);
    if (found.kind === 'lesson') navigator.open({screen: 'lesson', lesson: found.lesson});
    else if (found.kind === 'page') navigator.open({screen: 'lesson', ...placeOfPage(found)});
    else setTerm(found.term);
  };
  const opened = course.glossary.filter(entry => entry.id === term);
  return (
    <NavigatorContext value={navigator}>
      <Shell trail={spec?.trail(top as never, titles) ?? []} status={useStatus(top)}>
        {area => (
          <Box width={area.width} height={area.height} overflowY="hidden">
            {history.visits.map(visit => (
              <Place
                key={visit.id}
                visit={visit}
                isShown={visit === topOf(history)}
                area={area}
                onFailed={navigator.back}
              />
            ))}
            {isSearching && <SearchOverlay area={area} onOpen={openFound} onClose={() => setSearching(false)} />}
            {opened.length > 0 && (
              <TermOverlay area={area} terms={opened} first={opened[0]!.id} onClose={() => setTerm(null)} />
            )}
            <NoticeOverlay area={area} board={notices} />
          </Box>
        )}
      </Shell>
    </NavigatorContext>
  );
}

function placeOfPage({lesson, section, page}: Extract<Found, {readonly kind: 'page'}>) {
  return {lesson, section, page};
}

// A screen only ever gets routes of its own name; the compiler cannot follow that through a table.
function specOf(route: Route): ScreenSpec<never> | undefined {
  return screens[route.screen] as ScreenSpec<never> | undefined;
}

// Whoever is learning is not called away from it.
const busyScreens: ReadonlySet<ScreenName> = new Set<ScreenName>(['welcome', 'lesson', 'lab', 'quiz', 'exam', 'cards']);

/** What waits besides the lessons, at the right end of the first line. */
function useStatus({screen}: Route): string {
  const {count} = useNext().cards;
  return count === 0 || busyScreens.has(screen) ? '' : `${countOf(count, 'card')} due`;
}

function usePlaceKeys(top: Route, navigator: Navigator, search: () => void): void {
  const screens = useScreens();
  const at = (screen: ScreenName) => top.screen === screen;
  const openable = (screen: 'glossary' | 'settings') =>
    screens.has(screen) && !at(screen) ? () => navigator.open({screen}) : undefined;
  useCommands({
    map: at('home') ? undefined : navigator.home,
    glossary: openable('glossary'),
    search,
    settings: openable('settings'),
    // One Esc too many must not put anybody out of the tutor; leaving is q.
    back: at('home') ? undefined : navigator.back,
    quit: navigator.back,
  });
}

/** One place; while another is on top of it, it is kept as it was and gets no keys. */
function Place(props: {
  readonly visit: Visit;
  readonly isShown: boolean;
  readonly area: Area;
  readonly onFailed: () => void;
}) {
  const {visit, isShown, area} = props;
  const spec = specOf(visit.route);
  return (
    <Box display={isShown ? 'flex' : 'none'} width={area.width} height={area.height} flexShrink={0} overflowY="hidden">
      <KeyScope isActive={isShown}>
        <ErrorBoundary area={area} onBack={props.onFailed}>
          {spec ? <spec.Screen route={visit.route as never} area={area} /> : <NotHere area={area} />}
        </ErrorBoundary>
      </KeyScope>
    </Box>
  );
}

/** Stands in for a screen that this copy does not have. */
function NotHere({area}: {readonly area: Area}) {
  const glyphs = useGlyphs();
  const lines = wrapSpans([{text: 'This part of the tutor is not in this version. Esc leads back.'}], area.width, {
    glyphs: glyphs.set,
  });
  return <StyledLines lines={lines} width={area.width} height={area.height} />;
}
