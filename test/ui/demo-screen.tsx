import {Box, useApp} from 'ink';
import {Confirm} from '../../src/ui/components/Confirm.tsx';
import {List} from '../../src/ui/components/List.tsx';
import type {ListItem} from '../../src/ui/components/list-state.ts';
import {Viewport} from '../../src/ui/components/Viewport.tsx';
import {wrapSpans} from '../../src/ui/components/wrap-spans.ts';
import {useCommands} from '../../src/ui/keys/use-commands.ts';
import {useKeyReducer} from '../../src/ui/keys/use-key-reducer.ts';
import type {Area} from '../../src/ui/layout/area.ts';
import {Shell} from '../../src/ui/layout/Shell.tsx';
import {Split} from '../../src/ui/layout/Split.tsx';

/** Sixty lessons in three groups. */
export const demoItems: readonly ListItem[] = Array.from({length: 60}, (_, index) => ({
  id: `lesson-${index}`,
  label: `Lesson ${index}: a title of some length that may have to be cut`,
  mark: (['done', 'part', 'todo', 'here'] as const)[index % 4]!,
  note: `${index} min`,
  group: `Part ${Math.floor(index / 20)}`,
}));

const reading = Array.from(
  {length: 30},
  (_, index) => `Paragraph ${index} explains how a pipeline is put together, 日本語 too.`,
);

/** A screen with everything a real one has: a list, a text, a question on top. */
export function DemoScreen() {
  const {exit} = useApp();
  const [isAsking, ask] = useKeyReducer(
    (_: boolean, value: boolean) => value,
    () => false,
  );
  useCommands({
    quit: () => exit(),
    back: () => ask(true),
    run: () => {},
    search: () => {},
    glossary: () => {},
    map: () => {},
    depth: () => {},
  });
  return (
    <Shell trail={['Lessons', 'Data ingestion', 'Reading']} status="3 cards due">
      {area => (
        <Box width={area.width} height={area.height}>
          <Split
            area={area}
            share={0.4}
            panes={[
              {title: 'Lessons', children: LessonList},
              {title: 'Text', children: Reading},
            ]}
          />
          {isAsking && (
            <Confirm
              area={area}
              title="Leave?"
              question="Leave this lesson? Your place in it is kept."
              onYes={() => exit()}
              onNo={() => ask(false)}
            />
          )}
        </Box>
      )}
    </Shell>
  );
}

function LessonList(area: Area) {
  return <List items={demoItems} width={area.width} height={area.height} onChoose={() => {}} />;
}

function Reading({width, height}: Area) {
  const lines = reading.flatMap(text => [...wrapSpans([{text}], width - 2), []]);
  return <Viewport lines={lines} width={width} height={height} />;
}
