import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {KeyPump} from '../../../src/ui/terminal/key-pump.ts';
import {FakeKeyboard} from '../../helpers/xterm.ts';

beforeEach(() => {
  vi.useFakeTimers({toFake: ['setTimeout', 'clearTimeout']});
});
afterEach(() => {
  vi.useRealTimers();
});

function openPump() {
  const keyboard = new FakeKeyboard();
  const pump = new KeyPump(keyboard);
  const got: string[] = [];
  pump.on('readable', () => {
    for (let key = pump.read(); key !== null; key = pump.read()) got.push(key);
  });
  pump.setRawMode(true);
  const idle = async () => {
    for (let turn = 0; turn < 400; turn++) await new Promise(resolve => setImmediate(resolve));
  };
  return {keyboard, pump, got, idle};
}

test('keys of one chunk come one at a time, with turns of the event loop between them', async () => {
  const {keyboard, got, idle, pump} = openPump();
  keyboard.emit('data', 'abc');
  expect(got).toEqual(['a']);
  expect(pump.isIdle).toBe(false);
  await new Promise(resolve => setImmediate(resolve));
  expect(got).toEqual(['a']);
  await idle();
  expect(got).toEqual(['a', 'b', 'c']);
  expect(pump.isIdle).toBe(true);
});

test('Escape is held for 30 ms in case it begins a sequence', async () => {
  const {keyboard, got, idle} = openPump();
  keyboard.emit('data', '\u001B');
  vi.advanceTimersByTime(29);
  expect(got).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(got).toEqual(['\u001B']);
  keyboard.emit('data', '\u001B');
  vi.advanceTimersByTime(10);
  keyboard.emit('data', '[A');
  await idle();
  expect(got).toEqual(['\u001B', '\u001B[A']);
});

test('Backspace arrives as what Ink calls backspace, Ctrl-Z and pastes not at all', async () => {
  const {keyboard, pump, got, idle} = openPump();
  const seen: string[] = [];
  pump.on('suspend', () => seen.push('suspend'));
  pump.on('paste', text => seen.push(text));
  keyboard.emit('data', '\u007F\u001A\u001B[200~q\u001B[201~');
  await idle();
  expect(got).toEqual(['\b']);
  expect(seen).toEqual(['suspend', 'q']);
});

test('raw mode is switched on and off with the listening', async () => {
  const {keyboard, pump, got, idle} = openPump();
  expect(keyboard.isRaw).toBe(true);
  pump.setRawMode(false);
  expect(keyboard.isRaw).toBe(false);
  keyboard.emit('data', 'x');
  await idle();
  expect(got).toEqual([]);
});

test('a keyboard that ends is a terminal that went away', () => {
  const {keyboard, pump} = openPump();
  const hangUp = vi.fn();
  pump.on('hangup', hangUp);
  keyboard.emit('end');
  expect(hangUp).toHaveBeenCalledOnce();
});

test('keys wait for a screen that is still being made, and Ctrl-C does not', async () => {
  const {keyboard, pump, got, idle} = openPump();
  let open: () => void = () => {};
  pump.hold(
    new Promise<void>(resolve => {
      open = resolve;
    }),
  );
  keyboard.emit('data', 'ab');
  await idle();
  expect(got).toEqual([]);
  open();
  await idle();
  expect(got).toEqual(['a', 'b']);
  pump.hold(new Promise(() => {}));
  keyboard.emit('data', 'x\u0003');
  await idle();
  expect(got).toEqual(['a', 'b', '\u0003']);
});

test('a screen that cannot be made gives the keys free', async () => {
  const {keyboard, pump, got, idle} = openPump();
  pump.hold(Promise.reject(new Error('lost')));
  keyboard.emit('data', 'a');
  await idle();
  expect(got).toEqual(['a']);
});
