import {Box} from 'ink';
import {useMemo, useState} from 'react';
import {courseMap, type MapPlace} from '../../../app/course-map.ts';
import {countOf, type WhereNext} from '../../../app/where-next.ts';
import type {Line} from '../../components/rich-text.ts';
import {StyledLines} from '../../components/StyledLines.tsx';
import {wrapSpans} from '../../components/wrap-spans.ts';
import {useCommands} from '../../keys/use-commands.ts';
import type {Area} from '../../layout/area.ts';
import {useNavigator, useScreens, useTutor} from '../../navigation/contexts.ts';
import {routeOfNext} from '../../navigation/doors.ts';
import {useNext} from '../../navigation/use-next.ts';
import {useProgress} from '../../navigation/use-progress.ts';
import {useGlyphs} from '../../theme/ThemeProvider.tsx';
import type {ScreenSpec} from '../screen.ts';
import {trails} from '../trails.ts';
import {placeDetails} from './details.ts';
import {HomeList} from './HomeList.tsx';
import {HomeMap, placesOf} from './HomeMap.tsx';
import {type HomeLine, homeShape} from './home-layout.ts';
import {LessonMenu} from './LessonMenu.tsx';
import {MoreMenu} from './MoreMenu.tsx';

/** The map of the pipeline: where one is, what is next, and the way to everything. */
export const homeScreen: ScreenSpec<'home'> = {
  trail: trails.home,
  Screen: ({area}) => (useTutor().course.lessons.length === 0 ? <NoLessons area={area} /> : <Home area={area} />),
};

function Home({area}: {readonly area: Area}) {
  const {course} = useTutor();
  const navigator = useNavigator();
  const screens = useScreens();
  const progress = useProgress();
  const glyphs = useGlyphs();
  const [open, setOpen] = useState<MapPlace | 'more' | null>(null);
  const {next, cards} = useNext();
  const map = useMemo(
    () => courseMap(course, progress, 'lesson' in next.thing ? next.thing.lesson : null),
    [course, progress, next],
  );
  const isNew = progress.current === null;
  const top: readonly HomeLine[] = [
    {id: 'continue', word: isNew ? 'Begin' : 'Continue', texts: nextTexts(next)},
    ...(cards.count > 0 && next.thing.kind !== 'review'
      ? [{id: 'cards', word: 'Review', texts: cardTexts(cards)}]
      : []),
    {id: 'more', word: 'More', texts: moreTexts(screens.has('playground'))},
  ];
  const choose = (id: string) => {
    if (id === 'continue') navigator.open(routeOfNext(next.thing));
    else if (id === 'cards') navigator.open({screen: 'cards'});
    else if (id === 'more') setOpen('more');
    else setOpen(placesOf(map).find(place => place.id === id) ?? null);
  };
  const detailsOf = (id: string, width: number): readonly Line[] => {
    const place = placesOf(map).find(candidate => candidate.id === id);
    if (place) return placeDetails(place, progress, width, glyphs);
    const said = wrapSpans([{text: topDetails(id, isNew), tone: 'dim'}], width, {glyphs: glyphs.set});
    // Where there is room, what comes next is described as the places of the map are.
    const ahead =
      id === 'continue' && homeShape(area) === 'tall-pipe' ? placesOf(map).find(({isHere}) => isHere) : null;
    return ahead ? [...said, [], ...placeDetails(ahead, progress, width, glyphs)] : said;
  };
  const close = () => setOpen(null);
  return (
    <Box width={area.width} height={area.height}>
      {glyphs.isSpoken || homeShape(area) === 'list' ? (
        <HomeList {...{map, top, area}} onChoose={choose} />
      ) : (
        <HomeMap {...{map, top, area, detailsOf}} onChoose={choose} />
      )}
      {open === 'more' && <MoreMenu area={area} onClose={close} />}
      {open !== null && open !== 'more' && <LessonMenu place={open} area={area} onClose={close} />}
    </Box>
  );
}

function nextTexts({title, detail, minutes}: WhereNext): readonly string[] {
  const place = detail.replace(/^.*(?=page )/, '');
  const time = minutes === null ? '' : `, about ${countOf(minutes, 'minute')}`;
  return [place, `${detail}${time}`, `${title}, ${place}`, `${title}: ${detail}`, `${title}: ${detail}${time}`];
}

function cardTexts({count, minutes}: {readonly count: number; readonly minutes: number}): readonly string[] {
  return [countOf(count, 'card'), `${countOf(count, 'card')}, about ${countOf(minutes, 'minute')}`];
}

function moreTexts(hasPlayground: boolean): readonly string[] {
  const places = [...(hasPlayground ? ['playground'] : []), 'placement quiz', 'mixed review', 'final test', 'settings'];
  return places.map((_, index) => `${places.slice(0, index + 1).join(', ')}${index + 1 < places.length ? ', …' : ''}`);
}

function topDetails(id: string, isNew: boolean): string {
  if (id === 'cards') return 'Questions you missed and words you met come back when you are about to forget them.';
  if (id === 'more') return 'Everything that is not on the map.';
  if (isNew)
    return 'Data flows through eight stages, and the last leads back to the first. Press Enter to begin, or walk over the map.';
  return 'Press Enter to go on where you stopped, or walk over the map with the arrow keys.';
}

/** What stands in place of the map when the course has no lessons at all. */
function NoLessons({area}: {readonly area: Area}) {
  const glyphs = useGlyphs();
  useCommands({});
  const text =
    'There are no lessons here. This copy of the tutor was built without them; install it again, or run `npm run build` in its folder.';
  return (
    <StyledLines
      lines={wrapSpans([{text}], area.width, {glyphs: glyphs.set})}
      width={area.width}
      height={area.height}
    />
  );
}
