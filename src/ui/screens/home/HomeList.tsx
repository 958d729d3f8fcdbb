import type {CourseMap, MapPlace} from '../../../app/course-map.ts';
import type {MasteryMark} from '../../../tutor/progress/mastery.ts';
import {List} from '../../components/List.tsx';
import type {ListItem, Mark} from '../../components/list-state.ts';
import type {Area} from '../../layout/area.ts';
import {useGlyphs} from '../../theme/ThemeProvider.tsx';
import {type HomeLine, textOf} from './home-layout.ts';
import {markWord} from './map-style.ts';

const marks: {readonly [mark in MasteryMark]: Mark} = {
  untouched: 'todo',
  started: 'part',
  practised: 'part',
  mastered: 'done',
};

/** The map as a list, for a window that holds no picture. */
export function HomeList(props: {
  readonly map: CourseMap;
  readonly top: readonly HomeLine[];
  readonly area: Area;
  readonly onChoose: (id: string) => void;
}) {
  const {map, top, area} = props;
  const glyphs = useGlyphs();
  const wide = Math.max(...top.map(({word}) => word.length));
  const items: readonly ListItem[] = [
    ...top.map(line => {
      const text = textOf(line, area.width - wide - 6, glyphs.ellipsis);
      if (glyphs.isSpoken) return {id: line.id, label: `${line.word}: ${text}`};
      return {id: line.id, label: [{text: line.word.padEnd(wide), tone: 'heading' as const}, {text: `  ${text}`}]};
    }),
    ...map.before.flatMap(({title, places}) => places.map(place => itemOf(place, title))),
    ...map.stages.map(place => itemOf(place, 'The pipe: 8 leads back to 1')),
    ...map.beneath.flatMap(({title, places}) => places.map(place => itemOf(place, title))),
  ];
  return <List items={items} width={area.width} height={area.height} onChoose={({id}) => props.onChoose(id)} />;
}

function itemOf(place: MapPlace, group: string): ListItem {
  const {id, name, number, mark, isHere, lessons} = place;
  return {
    id,
    group,
    label: number === null ? (lessons[0]?.title ?? name) : `${number} ${name}`,
    mark: isHere ? 'here' : marks[mark],
    note: markWord(place, 'no lesson'),
  };
}
