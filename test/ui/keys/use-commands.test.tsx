import {Box, Text} from 'ink';
import {render} from 'ink-testing-library';
import {useState} from 'react';
import {expect, test} from 'vitest';
import {KeyProvider, KeyScope} from '../../../src/ui/keys/KeyProvider.tsx';
import {useActiveCommands, useCommands, useIsReached} from '../../../src/ui/keys/use-commands.ts';
import {useKeyReducer} from '../../../src/ui/keys/use-key-reducer.ts';
import {mountInXterm} from '../../helpers/xterm.ts';

const down = '\u001B[B';
const quiet = async () => {
  for (let turn = 0; turn < 20; turn++) await new Promise(resolve => setImmediate(resolve));
};

function Counter() {
  const [count, dispatch] = useKeyReducer(
    (count: number, by: number) => count + by,
    () => 0,
  );
  useCommands({'move-down': () => dispatch(1), 'move-up': () => dispatch(-1)});
  return <Text>count {count}</Text>;
}

test('twenty Downs in one chunk count twenty, even without the key pump', async () => {
  const {stdin, lastFrame} = render(
    <KeyProvider onInterrupt={() => {}}>
      <Counter />
    </KeyProvider>,
  );
  await quiet();
  stdin.write(down.repeat(20));
  await quiet();
  expect(lastFrame()).toBe('count 20');
});

test('a burst of fifty keys loses none', async () => {
  const app = await mountInXterm(<Counter />);
  await app.burst(...Array.from({length: 50}, () => 'down'));
  expect(app.text()).toContain('count 50');
  await app.burst(...Array.from({length: 50}, (_, index) => (index % 2 === 0 ? 'k' : 'up')));
  expect(app.text()).toContain('count 0');
  await app.unmount();
});

function Latest() {
  const [count, setCount] = useState(0);
  useCommands({run: () => setCount(count + 1)});
  return <Text>count {count}</Text>;
}

test('a handler always sees the state of the newest render', async () => {
  const app = await mountInXterm(<Latest />);
  await app.burst(...Array.from({length: 20}, () => 'r'));
  expect(app.text()).toContain('count 20');
  await app.unmount();
});

function Modal() {
  useCommands({back: () => {}});
  return <Text>modal</Text>;
}

function Outside() {
  const [isOpen, setOpen] = useState(false);
  const isReached = useIsReached();
  const active = useActiveCommands().map(({command}) => command);
  useCommands({run: () => setOpen(true)});
  return (
    <Box flexDirection="column">
      <Text>{`${isReached ? 'reached' : 'not reached'}: ${active.join()}`}</Text>
      {isOpen && (
        <KeyScope isModal>
          <Modal />
        </KeyScope>
      )}
    </Box>
  );
}

test('commands come and go with their component, and a modal hides those outside', async () => {
  const app = await mountInXterm(<Outside />);
  expect(app.lines().slice(0, 2)).toEqual(['reached: run', '']);
  await app.press('r');
  expect(app.lines().slice(0, 2)).toEqual(['not reached: back', 'modal']);
  await app.unmount();
});

function Second({onDone}: {readonly onDone: () => void}) {
  useCommands({choose: onDone});
  return <Text>second</Text>;
}

function First() {
  const [step, setStep] = useState(1);
  useCommands({choose: () => setStep(2)}, {isActive: step === 1});
  return step === 2 ? <Second onDone={() => setStep(3)} /> : <Text>step {step}</Text>;
}

test('the key that opens something does not reach what it opened', async () => {
  const app = await mountInXterm(<First />);
  await app.press('enter');
  expect(app.text()).toContain('second');
  await app.burst('enter');
  expect(app.text()).toContain('step 3');
  await app.unmount();
});
