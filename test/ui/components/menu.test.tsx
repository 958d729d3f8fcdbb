import {Box} from 'ink';
import {expect, test} from 'vitest';
import {Confirm} from '../../../src/ui/components/Confirm.tsx';
import {Menu} from '../../../src/ui/components/Menu.tsx';
import {useCommands} from '../../../src/ui/keys/use-commands.ts';
import {useKeyReducer} from '../../../src/ui/keys/use-key-reducer.ts';
import {mountInXterm} from '../../helpers/xterm.ts';

const items = Array.from({length: 30}, (_, index) => ({label: `entry ${index}`, value: index}));

test('a burst of Downs loses none, and Enter chooses what is highlighted', async () => {
  const chosen: number[] = [];
  const app = await mountInXterm(<Menu items={items} width={30} height={8} onChoose={value => chosen.push(value)} />);
  await app.burst(...Array.from({length: 20}, () => 'down'), 'enter');
  expect(chosen).toEqual([20]);
  expect(app.text()).toContain('❯   entry 20');
  await app.burst('k', 'k', 'enter');
  expect(chosen).toEqual([20, 18]);
  await app.unmount();
});

test('a digit chooses the entry that bears it, also after scrolling', async () => {
  const chosen: number[] = [];
  const app = await mountInXterm(<Menu items={items} width={30} height={8} onChoose={value => chosen.push(value)} />);
  expect(app.lines()[2]).toContain('3 entry 2');
  await app.press('3');
  await app.burst(...Array.from({length: 15}, () => 'down'));
  await app.press('9');
  expect(chosen).toEqual([2, 8]);
  await app.unmount();
});

function MenuWithQuestion({onChoose}: {readonly onChoose: (value: number) => void}) {
  const [isAsking, ask] = useKeyReducer(
    (_: boolean, value: boolean) => value,
    () => false,
  );
  useCommands({back: () => ask(true)});
  const area = {width: 60, height: 12};
  return (
    <Box {...area}>
      <Menu items={items.slice(0, 5)} width={30} height={8} onChoose={onChoose} />
      {isAsking && <Confirm area={area} title="Leave?" question="Really?" onYes={() => {}} onNo={() => ask(false)} />}
    </Box>
  );
}

test('under an open question the menu gets no keys, and the answer does not choose in it', async () => {
  const chosen: number[] = [];
  const app = await mountInXterm(<MenuWithQuestion onChoose={value => chosen.push(value)} />);
  await app.press('esc');
  expect(app.text()).toContain('Really?');
  await app.press('2', 'down', 'up', 'enter');
  expect(app.text()).not.toContain('Really?');
  expect(chosen).toEqual([]);
  await app.press('down', 'enter');
  expect(chosen).toEqual([1]);
  await app.unmount();
});
