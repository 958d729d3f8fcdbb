import {Box} from 'ink';
import {Menu, type MenuItem} from '../../components/Menu.tsx';
import {useCommands} from '../../keys/use-commands.ts';
import type {Area} from '../../layout/area.ts';
import {Overlay} from '../../layout/Overlay.tsx';
import {useNavigator, useScreens} from '../../navigation/contexts.ts';
import type {Route} from '../../navigation/route.ts';

const places: ReadonlyArray<MenuItem<Route>> = [
  {label: 'Playground: the whole pipeline, every setting', value: {screen: 'playground'}},
  {label: 'Placement quiz: skip what you can do', value: {screen: 'exam', kind: 'placement'}},
  {label: 'Mixed review: questions you have met', value: {screen: 'exam', kind: 'review'}},
  {label: 'Final test: every objective', value: {screen: 'exam', kind: 'final'}},
  {label: 'Flash cards', value: {screen: 'cards'}},
  {label: 'Glossary', value: {screen: 'glossary'}},
  {label: 'Your progress and certificate', value: {screen: 'progress'}},
  {label: 'Your runs', value: {screen: 'runs'}},
  {label: 'Your models', value: {screen: 'models'}},
  {label: 'Settings', value: {screen: 'settings'}},
  {label: 'Welcome: how the tutor works', value: {screen: 'welcome'}},
];

/** Every place that is not on the map itself. */
export function MoreMenu({area, onClose}: {readonly area: Area; readonly onClose: () => void}) {
  const navigator = useNavigator();
  const screens = useScreens();
  const items = places.filter(({value}) => screens.has(value.screen));
  const width = Math.max(...items.map(({label}) => label.length)) + 6;
  return (
    <Overlay area={area} title="More" wish={{width, height: items.length}}>
      {inside => (
        <Box width={inside.width} height={inside.height}>
          <MenuKeys onClose={onClose} />
          <Menu
            items={items}
            width={inside.width}
            height={inside.height}
            onChoose={route => {
              onClose();
              navigator.open(route);
            }}
          />
        </Box>
      )}
    </Overlay>
  );
}

function MenuKeys({onClose}: {readonly onClose: () => void}) {
  useCommands({back: {run: onClose, label: 'close'}, quit: {run: onClose, isQuiet: true}});
  return null;
}
