import fc from 'fast-check';
import {expect, test} from 'vitest';
import {
  type Draft,
  draftRows,
  type Edit,
  editOfKey,
  editText,
  visibleDraft,
} from '../../../src/ui/components/edit-text.ts';
import {Field} from '../../../src/ui/components/Field.tsx';
import {NumberField, readNumber} from '../../../src/ui/components/NumberField.tsx';
import {textWidth} from '../../../src/ui/components/rich-text.ts';
import {useCommands} from '../../../src/ui/keys/use-commands.ts';
import {mountInXterm} from '../../helpers/xterm.ts';

const at = (text: string, caret = text.length): Draft => ({text, caret});

test('edits do what they do in a shell', () => {
  expect(editText(at('ab', 1), {type: 'insert', text: 'x\ny\u001B[31m'})).toEqual(at('ax yb', 4));
  expect(editText(at('añ'), {type: 'delete-before'})).toEqual(at('a'));
  expect(editText(at('👩‍🔬x', 0), {type: 'delete-after'})).toEqual(at('x', 0));
  expect(editText(at('one two '), {type: 'delete-word'})).toEqual(at('one '));
  expect(editText(at('abc', 1), {type: 'delete-to-end'})).toEqual(at('a'));
  expect(editText(at('abc', 1), {type: 'delete-to-start'})).toEqual(at('bc', 0));
  expect(editText(at('a日', 3 - 1), {type: 'left'})).toEqual(at('a日', 1));
  expect(editOfKey('up', '')).toBeNull();
});

test('the caret stays inside the text, whatever is done, and what is shown fits', () => {
  const simple = [
    'delete-before',
    'delete-after',
    'delete-word',
    'delete-to-start',
    'delete-to-end',
    'left',
    'right',
    'start',
    'end',
  ] as const;
  const edit: fc.Arbitrary<Edit> = fc.oneof(
    fc.constantFrom(...simple).map(type => ({type}) as Edit),
    fc.string({unit: 'grapheme', maxLength: 5}).map((text): Edit => ({type: 'insert', text})),
  );
  fc.assert(
    fc.property(fc.array(edit, {maxLength: 40}), fc.integer({min: 3, max: 20}), (edits, width) => {
      const draft = edits.reduce(editText, at(''));
      expect(draft.caret).toBeGreaterThanOrEqual(0);
      expect(draft.caret).toBeLessThanOrEqual(draft.text.length);
      const {before, under, after} = visibleDraft(draft, width);
      expect(textWidth(before + under + after)).toBeLessThanOrEqual(width);
      const rows = draftRows(draft, width, 100);
      for (const row of rows) expect(textWidth(row.before + row.under + row.after)).toBeLessThanOrEqual(width);
      expect(rows.filter(row => row.under !== '')).toHaveLength(1);
      expect(rows.map(row => row.before + row.under + row.after).join('')).toBe(
        draft.caret === draft.text.length ? `${draft.text} ` : draft.text,
      );
    }),
  );
});

function Form({log}: {readonly log: string[]}) {
  useCommands({quit: () => log.push('quit'), help: () => log.push('help')});
  return (
    <Field
      width={20}
      label="Name"
      onChange={text => log.push(text)}
      onSubmit={text => log.push(`sent ${text}`)}
      onCancel={() => log.push('given up')}
    />
  );
}

test('a field takes what is typed before any command, loses no key of a burst, and hands over the newest text', async () => {
  const log: string[] = [];
  const app = await mountInXterm(<Form log={log} />);
  await app.burst('q', '?', 'j', 'backspace', 'x', 'enter');
  expect(log.at(-1)).toBe('sent q?x');
  expect(log).not.toContain('quit');
  expect(app.lines()[0]).toBe('Name q?x ');
  await app.press('esc');
  expect(log.at(-1)).toBe('given up');
  await app.unmount();
});

test('the caret is the cell in inverse, or a sign where there is no inverse', async () => {
  const app = await mountInXterm(<Field width={20} initialText="abc" />);
  expect(app.cell(3, 0)).toMatchObject({isInverse: true});
  await app.press('left', 'left');
  expect(app.cell(1, 0)).toMatchObject({char: 'b', isInverse: true});
  await app.unmount();
  const plain = await mountInXterm(<Field width={20} initialText="abc" />, {colors: 'none', glyphs: 'ascii'});
  expect(plain.lines()[0]).toBe('abc_');
  await plain.unmount();
});

test('a paste goes into the field as one line, and its Enter submits nothing', async () => {
  const log: string[] = [];
  const app = await mountInXterm(<Form log={log} />);
  await app.paste('two\nlines\r');
  expect(log).toEqual(['two lines ']);
  await app.unmount();
});

test('a number is read as people write it, or what is wrong is said', () => {
  expect(readNumber(' 0.5 ', {})).toBe(0.5);
  expect(readNumber('−3', {})).toBe(-3);
  expect(readNumber('1e-9', {})).toBe(1e-9);
  expect(readNumber('', {})).toMatch(/number/);
  expect(readNumber('1.5', {isInteger: true})).toMatch(/whole/);
  expect(readNumber('0', {min: 1})).toBe('The smallest value is 1.');
  expect(readNumber('9', {max: 5})).toBe('The largest value is 5.');
});

test('a number field says what is wrong and hands over only what is right', async () => {
  const sent: number[] = [];
  const app = await mountInXterm(
    <NumberField width={30} label="k" min={1} isInteger onSubmit={value => sent.push(value)} />,
  );
  await app.type('x0');
  await app.press('enter');
  expect(app.lines().slice(0, 2)).toEqual(['k 0 ', 'The smallest value is 1.']);
  await app.burst('backspace', '7', 'enter');
  expect(app.lines()[1]).toBe('');
  expect(sent).toEqual([7]);
  await app.unmount();
});

test('a text that is too long for one row stands in the rows that are free, under its label', async () => {
  const app = await mountInXterm(
    <Field width={20} height={4} label="query" initialText="SELECT * FROM t WHERE month <= 3" />,
  );
  expect(app.lines().slice(0, 3)).toEqual(['query ', 'SELECT * FROM t WHER', 'E month <= 3 ']);
  await app.type(' AND month > 1 AND age');
  expect(app.lines().slice(0, 4)).toEqual([
    'query ',
    'SELECT * FROM t WHER',
    'E month <= 3 AND mon',
    'th > 1 AND age ',
  ]);
  await app.press('home');
  expect(app.cell(0, 1)).toMatchObject({char: 'S', isInverse: true});
  await app.press('ctrl-k');
  expect(app.lines().slice(0, 2)).toEqual(['query  ', '']);
  await app.unmount();
});
