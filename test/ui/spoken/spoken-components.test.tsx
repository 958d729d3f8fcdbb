import {useState} from 'react';
import {expect, test} from 'vitest';
import {Confirm} from '../../../src/ui/components/Confirm.tsx';
import {List} from '../../../src/ui/components/List.tsx';
import {Progress} from '../../../src/ui/components/Progress.tsx';
import {Table} from '../../../src/ui/components/Table.tsx';
import {useCommands} from '../../../src/ui/keys/use-commands.ts';
import {SpokenScreen} from '../../../src/ui/terminal/spoken-screen.ts';
import {mountInXterm, type XtermApp} from '../../helpers/xterm.ts';

const area = {width: 100, height: 20};

async function mount(app: Parameters<typeof mountInXterm>[0]) {
  const mounted = await mountInXterm(app, {openScreen: (output, write) => new SpokenScreen(output, write)});
  return {...mounted, said: () => saidBy(mounted)};
}

function saidBy({tty}: XtermApp): readonly string[] {
  const lines = tty.bytes.split('\n').filter(line => line !== '');
  tty.bytes = '';
  return lines;
}

function Work() {
  const [percent, set] = useState(0);
  useCommands({run: () => set(percent + 5)});
  return <Progress label="fit" share={percent / 100} timeLeft={`${percent} s left`} width={80} />;
}

test('progress is said once a quarter, without a bar and without the time', async () => {
  const app = await mount(<Work />);
  await app.press(...Array.from({length: 20}, () => 'r'));
  expect(app.said()).toEqual([0, 25, 50, 75, 100].map(percent => `Progress: ${percent}%`));
  await app.unmount();
});

test('a question over the screen says its title first, and moving says the other answer', async () => {
  const app = await mount(
    <Confirm area={area} title="Delete" question="Delete it?" onYes={() => {}} onNo={() => {}} />,
  );
  expect(app.said()).toEqual(['Delete', 'Delete it?', 'Yes', '(selected) No']);
  await app.press('left');
  expect(app.said()).toEqual(['Yes']);
  await app.unmount();
});

test('a list says marks as words, notes after its items, and groups before them', async () => {
  const items = [
    {id: 'a', label: 'One', group: 'First', mark: 'here', note: '3 pages'},
    {id: 'b', label: 'Two', group: 'Second', mark: 'done'},
    {id: 'c', label: 'Three', group: 'Second', mark: 'todo'},
  ] as const;
  const app = await mount(<List items={items} width={80} height={2} />);
  expect(app.said()).toEqual(['First', '(selected) One, current, 3 pages', 'Second', 'Two, done', 'Three']);
  await app.press('down');
  expect(app.said()).toEqual(['Two, done']);
  await app.unmount();
});

test('a table says every cell after its heading', async () => {
  const columns = [{title: 'metric'}, {title: 'test'}];
  const app = await mount(<Table columns={columns} rows={[['accuracy', '0.9']]} width={80} height={10} />);
  expect(app.said()).toEqual(['metric accuracy, test 0.9']);
  await app.unmount();
});

test('a long list says its length and what is selected, and a page of it is ten items', async () => {
  const items = Array.from({length: 40}, (_, index) => ({id: String(index), label: `Item ${index}`}));
  const app = await mount(<List items={items} width={80} height={300} />);
  expect(app.said()).toEqual(['A list of 40:', '(selected) Item 0']);
  await app.press('page-down');
  expect(app.said()).toEqual(['Item 10']);
  await app.unmount();
});
