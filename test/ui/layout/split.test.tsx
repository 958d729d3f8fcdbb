import {expect, test} from 'vitest';
import {List} from '../../../src/ui/components/List.tsx';
import type {Area} from '../../../src/ui/layout/area.ts';
import {Shell} from '../../../src/ui/layout/Shell.tsx';
import {Split} from '../../../src/ui/layout/Split.tsx';
import {mountInXterm} from '../../helpers/xterm.ts';

const pane = (name: string) => ({
  title: `Pane ${name}`,
  children: ({width, height}: Area) => (
    <List
      items={[0, 1, 2].map(index => ({id: `${name}${index}`, label: `${name}${index}`}))}
      width={width}
      height={height}
    />
  ),
});

function Panes() {
  return <Shell trail={[]}>{area => <Split area={area} panes={[pane('a'), pane('b')]} />}</Shell>;
}

test('Tab goes to the other pane, and keys reach only that one', async () => {
  const app = await mountInXterm(<Panes />, {columns: 120, rows: 20});
  expect(app.text()).toContain('❯ Pane a');
  await app.press('down', 'tab', 'down', 'down');
  expect(app.text()).toContain('❯ Pane b');
  expect(app.text()).toContain('❯ a1');
  expect(app.text()).toContain('❯ b2');
  await app.press('shift-tab', 'up');
  expect(app.text()).toContain('❯ a0');
  await app.unmount();
});

test('under 100 columns one pane is visible, and the other keeps its state', async () => {
  const app = await mountInXterm(<Panes />, {columns: 120, rows: 20});
  await app.press('tab', 'down', 'down');
  await app.resize(80, 20);
  expect(app.text()).toContain('❯ b2');
  expect(app.text()).not.toContain('a0');
  await app.press('tab');
  expect(app.text()).toContain('❯ a0');
  expect(app.text()).not.toContain('b2');
  await app.resize(50, 24);
  expect(app.text()).toContain('❯ a0');
  expect(app.text()).toContain('❯ b2');
  await app.unmount();
});
