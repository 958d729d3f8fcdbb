import {stripVTControlCharacters} from 'node:util';
import {render} from 'ink-testing-library';
import type {ReactElement} from 'react';
import {expect, test} from 'vitest';
import {Notice} from '../../../src/ui/components/Notice.tsx';
import {Progress} from '../../../src/ui/components/Progress.tsx';
import {Stepper} from '../../../src/ui/components/Stepper.tsx';
import {StyledLines} from '../../../src/ui/components/StyledLines.tsx';
import {stepChoice, stepNumber} from '../../../src/ui/components/stepping.ts';
import {Table} from '../../../src/ui/components/Table.tsx';
import {Tabs} from '../../../src/ui/components/Tabs.tsx';
import {mountInXterm} from '../../helpers/xterm.ts';

const frameOf = (element: ReactElement) =>
  render(element)
    .lastFrame()
    ?.split('\n')
    .map(line => stripVTControlCharacters(line).trimEnd());

test('a notice carries its meaning in a word', () => {
  expect(frameOf(<Notice kind="warn" text="The test rows were used to fit the scaler." width={30} />)).toEqual([
    '! Warning: The test rows were',
    '  used to fit the scaler.',
  ]);
  expect(frameOf(<Notice kind="right" word="Well done" text="Yes." width={30} />)).toEqual(['+ Well done: Yes.']);
});

test('progress shows a bar, numbers and the time left, and bears odd shares', () => {
  expect(frameOf(<Progress share={0.5} label="Training" timeLeft="about 12 s left" width={50} />)).toEqual([
    'Training ##########.........  50%  about 12 s left',
  ]);
  expect(frameOf(<Progress share={Number.NaN} width={20} />)).toEqual(['...............   0%']);
  expect(frameOf(<Progress share={7} width={20} />)).toEqual(['############### 100%']);
});

test('tabs mark the chosen one with a sign', () => {
  expect(frameOf(<Tabs titles={['Text', 'Chart']} active={1} width={30} />)).toEqual(['  Text   > Chart']);
});

test('a stepper shows which ways it can go, and the arrows step', async () => {
  const steps: number[] = [];
  const stepper = (
    <Stepper
      label="k"
      value="5"
      width={30}
      labelWidth={6}
      canGoDown
      canGoUp={false}
      isActive
      onStep={step => steps.push(step)}
    />
  );
  expect(frameOf(stepper)).toEqual(['> k      < 5']);
  const app = await mountInXterm(stepper);
  await app.press('right', 'left', 'h', 'l');
  expect(steps).toEqual([1, -1, -1, 1]);
  await app.unmount();
});

test('steps stay within bounds and free of binary dust', () => {
  expect(stepNumber(0.1, 1, {step: 0.2})).toBe(0.3);
  expect(stepNumber(9, 1, {max: 9})).toBe(9);
  expect(stepNumber(1, -1, {min: 1})).toBe(1);
  expect(stepChoice('b', 1, ['a', 'b', 'c'])).toBe('c');
  expect(stepChoice('c', 1, ['a', 'b', 'c'])).toBe('c');
  expect(stepChoice('?', 1, ['a', 'b'])).toBe('a');
  expect(stepChoice('x', 1, [])).toBe('x');
});

test("a chart's spans are drawn in their tones, on their backgrounds", async () => {
  const line = [
    {text: '112', tone: 'data' as const},
    {text: ' 9 ', back: 'ramp4' as const},
  ];
  const app = await mountInXterm(<StyledLines lines={[line]} width={20} />, {theme: 'dark'});
  expect(app.cell(0, 0)).toMatchObject({char: '1', color: '#58a6ff', background: 'default'});
  expect(app.cell(4, 0)).toMatchObject({char: '9', color: '#0d1117', background: '#c6e4ff'});
  await app.unmount();
});

test('styled lines keep their height, their blank lines and their width', () => {
  const lines = [[{text: 'a'.repeat(30)}], [], [{text: 'end'}], [{text: 'too many'}]];
  expect(frameOf(<StyledLines lines={lines} width={10} height={3} />)).toEqual(['aaaaaaaaa~', '', 'end']);
  expect(frameOf(<StyledLines lines={[]} width={10} height={2} />)).toEqual(['', '']);
});

test('the heading of a table stays while the rows scroll', async () => {
  const rows = Array.from({length: 30}, (_, index) => [`row ${index}`, String(index)]);
  const app = await mountInXterm(<Table columns={[{title: 'name'}, {title: 'n'}]} rows={rows} width={30} height={8} />);
  await app.press('end');
  expect(app.lines()[0]).toContain('name');
  expect(app.lines()[7]).toContain('row 29');
  await app.unmount();
});
