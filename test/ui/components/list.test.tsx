import {stripVTControlCharacters} from 'node:util';
import fc from 'fast-check';
import {render} from 'ink-testing-library';
import {expect, test} from 'vitest';
import {List} from '../../../src/ui/components/List.tsx';
import {
  type ListItem,
  type ListState,
  listRows,
  reduceList,
  selectedIndex,
  visibleTop,
} from '../../../src/ui/components/list-state.ts';
import {KeyProvider} from '../../../src/ui/keys/KeyProvider.tsx';
import {mountInXterm} from '../../helpers/xterm.ts';

const items = (count: number, perGroup = 5): readonly ListItem[] =>
  Array.from({length: count}, (_, index) => ({
    id: `id-${index}`,
    label: `item ${index}`,
    group: `group ${Math.floor(index / perGroup)}`,
  }));
const start: ListState = {id: null, index: 0, top: 0};

test('the selection stops at both ends', () => {
  const move = {items: items(3), height: 10};
  expect(reduceList(start, {...move, type: 'by', steps: -1}).index).toBe(0);
  expect(reduceList(start, {...move, type: 'by', steps: 99}).index).toBe(2);
  expect(reduceList(start, {items: [], height: 10, type: 'by', steps: 1})).toBe(start);
});

test('the selection stays with its item when the list changes, and in place when the item is gone', () => {
  const state: ListState = {id: 'id-2', index: 2, top: 0};
  expect(selectedIndex(state, items(5).slice(1))).toBe(1);
  expect(selectedIndex(state, items(2))).toBe(1);
  expect(selectedIndex(state, [])).toBe(0);
});

test('the selected item is always visible, and the heading over the first of a group too', () => {
  const move = fc.oneof(
    fc.record({type: fc.constant('by' as const), steps: fc.integer({min: -20, max: 20})}),
    fc.record({type: fc.constant('to' as const), index: fc.integer({min: 0, max: 60})}),
  );
  fc.assert(
    fc.property(
      fc.integer({min: 1, max: 60}),
      fc.integer({min: 2, max: 30}),
      fc.array(move),
      (count, height, moves) => {
        const all = items(count);
        const state = moves.reduce<ListState>((state, step) => reduceList(state, {...step, items: all, height}), start);
        const rows = listRows(all);
        const top = visibleTop(state, all, height);
        const row = rows.findIndex(candidate => 'item' in candidate && candidate.index === selectedIndex(state, all));
        expect(row).toBeGreaterThanOrEqual(top);
        expect(row).toBeLessThan(top + height);
        const above = rows[row - 1];
        if (above && 'heading' in above) expect(top).toBeLessThanOrEqual(row - 1);
        expect(top).toBeLessThanOrEqual(Math.max(0, rows.length - height));
      },
    ),
  );
});

test('choosing and moving hand over the right item, twenty keys at once', async () => {
  const chosen: string[] = [];
  const moved: string[] = [];
  const app = await mountInXterm(
    <List
      items={items(40)}
      width={30}
      height={10}
      onChoose={({id}) => chosen.push(id)}
      onMove={({id}) => moved.push(id)}
    />,
  );
  await app.burst(...Array.from({length: 20}, () => 'down'), 'enter');
  expect(chosen).toEqual(['id-20']);
  expect(moved).toHaveLength(20);
  expect(app.text()).toContain('❯ item 20');
  await app.press('end', 'enter', 'home', 'enter');
  expect(chosen).toEqual(['id-20', 'id-39', 'id-0']);
  await app.unmount();
});

test('the selected row is marked by a sign and not by colour alone', async () => {
  const marked: readonly ListItem[] = [
    {id: 'a', label: 'done', mark: 'done', note: '5 min'},
    {id: 'b', label: 'begun', mark: 'part'},
  ];
  const {lastFrame} = render(
    <KeyProvider onInterrupt={() => {}}>
      <List items={marked} width={24} height={4} />
    </KeyProvider>,
  );
  expect(
    lastFrame()
      ?.split('\n')
      .map(line => stripVTControlCharacters(line).trimEnd()),
  ).toEqual(['> x done           5 min', '  / begun', '', '']);
});

test('an empty list says so', () => {
  const {lastFrame} = render(<List items={[]} width={30} height={2} whenEmpty="No runs yet." />);
  expect(lastFrame()).toContain('No runs yet.');
});

test('labels from data cannot steer the terminal', async () => {
  const app = await mountInXterm(
    <List items={[{id: 'x', label: 'evil\u001B[2J\u0007 name\nnext'}]} width={30} height={2} />,
  );
  expect(app.text()).toContain('evil name next');
  await app.unmount();
});
