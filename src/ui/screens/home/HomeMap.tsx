import {Box} from 'ink';
import type {CourseMap, MapPlace} from '../../../app/course-map.ts';
import type {Line} from '../../components/rich-text.ts';
import {StyledLines} from '../../components/StyledLines.tsx';
import {useCommands} from '../../keys/use-commands.ts';
import {useKeyReducer} from '../../keys/use-key-reducer.ts';
import type {Area} from '../../layout/area.ts';
import {useGlyphs} from '../../theme/ThemeProvider.tsx';
import {drawHome, type HomeLine} from './home-layout.ts';
import {type Direction, spotTowards} from './spots.ts';

// A longer line of text is hard to read.
const widestDetails = 100;

/** The map as a picture to walk over with the arrow keys. */
export function HomeMap(props: {
  readonly map: CourseMap;
  readonly top: readonly HomeLine[];
  readonly area: Area;
  /** What is said of the selected thing under the map. */
  readonly detailsOf: (id: string, width: number) => readonly Line[];
  readonly onChoose: (id: string) => void;
}) {
  const {map, top, area} = props;
  const glyphs = useGlyphs();
  // What was selected may be gone by now, such as the cards after their review.
  const present = (id: string) => ([...top, ...placesOf(map)].some(place => place.id === id) ? id : top[0]!.id);
  const [kept, go, latest] = useKeyReducer(
    (before: string, step: Direction | 1 | -1) => {
      const id = present(before);
      const {spots} = drawHome(map, top, area, {glyphs, selected: id});
      if (typeof step === 'string') return spotTowards(spots, id, step);
      const at = spots.findIndex(spot => spot.id === id);
      return spots[(at + step + spots.length) % spots.length]?.id ?? id;
    },
    () => top[0]!.id,
  );
  const selected = present(kept);
  const {lines, left} = drawHome(map, top, area, {glyphs, selected});
  // In a low window the room is too precious for an empty line.
  const gap: readonly Line[] = area.height - lines.length > 4 ? [[]] : [];
  const details = props
    .detailsOf(selected, Math.min(area.width - left, widestDetails))
    .map((line): Line => [{text: ' '.repeat(left)}, ...line]);
  useCommands({
    choose: {run: () => props.onChoose(present(latest())), label: selected === 'continue' ? 'continue' : 'open'},
    'move-up': () => go('up'),
    'move-down': () => go('down'),
    'move-left': {run: () => go('left'), label: 'move'},
    'move-right': {run: () => go('right'), label: 'move'},
    next: {run: () => go(1), isQuiet: true, help: 'Go to the next place of the map.'},
    previous: {run: () => go(-1), isQuiet: true, help: 'Go to the place before.'},
    'next-pane': {run: () => go(1), isQuiet: true, help: 'Go to the next place of the map.'},
    'previous-pane': {run: () => go(-1), isQuiet: true, help: 'Go to the place before.'},
    pick: {
      run: press => {
        const stage = map.stages[Number(press.name) - 1];
        if (stage === undefined) return false;
        props.onChoose(stage.id);
        return true;
      },
      label: 'stage',
      help: 'Open the stage with that number.',
    },
  });
  return (
    <Box width={area.width} height={area.height}>
      <StyledLines
        lines={[...lines, ...gap, ...details].slice(0, area.height)}
        width={area.width}
        height={area.height}
      />
    </Box>
  );
}

/** Every place of a map. */
export function placesOf({before, stages, beneath}: CourseMap): readonly MapPlace[] {
  return [...before.flatMap(group => group.places), ...stages, ...beneath.flatMap(group => group.places)];
}
