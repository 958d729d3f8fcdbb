import {expect, test} from 'vitest';
import {rootScope} from '../../../src/ui/keys/key-context.ts';
import {type Bindings, KeyLayers, type Layer, type Scope} from '../../../src/ui/keys/key-layers.ts';

function open() {
  const layers = new KeyLayers();
  const log: string[] = [];
  const say = (word: string) => () => {
    log.push(word);
  };
  const add = (bindings: Bindings, more: Partial<Layer> = {}) => {
    const id = {};
    layers.setLayer(id, {scope: rootScope, order: layers.nextOrder(), bindings, ...more});
    return id;
  };
  const scope = (more: Partial<Scope> = {}): Scope => {
    const parent = more.parent ?? rootScope;
    const made = {parent, depth: parent.depth + 1, order: layers.nextOrder(), isModal: false, isActive: true, ...more};
    layers.addScope(made);
    return made;
  };
  const press = (name: string) => layers.press({name, text: name.length === 1 ? name : ''});
  return {layers, log, say, add, scope, press};
}

test('the latest component that wants a key gets it', () => {
  const {log, say, add, press} = open();
  add({'move-up': say('outer'), run: say('run')});
  add({'move-up': say('inner')});
  expect(press('k')).toBe(true);
  expect(press('r')).toBe(true);
  expect(press('z')).toBe(false);
  expect(log).toEqual(['inner', 'run']);
});

test('a handler that returns false passes the key on', () => {
  const {log, say, add, press} = open();
  add({back: say('outer')});
  add({back: () => false});
  press('esc');
  expect(log).toEqual(['outer']);
});

test('nothing outside an open modal gets keys', () => {
  const {layers, log, say, add, scope, press} = open();
  add({run: say('run'), back: say('leave')});
  const modal = scope({isModal: true});
  const id = add({back: say('close')}, {scope: modal});
  expect(press('r')).toBe(false);
  press('esc');
  expect(layers.reaches(rootScope)).toBe(false);
  layers.removeScope(modal);
  layers.removeLayer(id);
  press('esc');
  expect(log).toEqual(['close', 'leave']);
});

test('a component that appears behind an open modal stays behind it', () => {
  const {log, say, add, scope, press} = open();
  add({back: say('close')}, {scope: scope({isModal: true})});
  add({back: say('late')}, {scope: scope()});
  press('esc');
  expect(log).toEqual(['close']);
});

test('a scope that is not active gets no keys, nor does anything in it', () => {
  const {layers, log, say, add, scope, press} = open();
  const pane = scope();
  add({run: say('run')}, {scope: scope({parent: pane})});
  layers.setScopeActive(pane, false);
  expect(press('r')).toBe(false);
  layers.setScopeActive(pane, true);
  press('r');
  expect(log).toEqual(['run']);
});

test('a text field takes what is typed before commands do, and leaves other keys to them', () => {
  const {layers, log, say, add, press} = open();
  add({quit: say('quit'), choose: say('choose'), help: say('help')});
  add({}, {onType: typed => typed.text !== '' && log.push(typed.text) > 0, onPaste: text => log.push(`<${text}>`)});
  press('q');
  press('?');
  press('enter');
  layers.paste('pasted');
  expect(log).toEqual(['q', '?', 'choose', '<pasted>']);
  expect(layers.active().map(({command}) => command)).toEqual(['choose']);
});

test('a paste without a text field presses nothing', () => {
  const {layers, log, say, add} = open();
  add({quit: say('quit')});
  layers.paste('q');
  expect(log).toEqual([]);
});

test('Caps Lock does no harm to commands', () => {
  const {log, say, add, press} = open();
  add({quit: say('quit')});
  press('Q');
  expect(log).toEqual(['quit']);
});

test('the active commands hold what is reached, with the keys that are left, most important first', () => {
  const {layers, add} = open();
  add({'move-up': () => {}, quit: () => {}, next: {run: () => {}, label: 'next page'}});
  add({no: () => {}, choose: undefined});
  const active = layers.active();
  expect(active.map(({command}) => command)).toEqual(['no', 'move-up', 'quit']);
  expect(active[1]).toMatchObject({label: 'move', keys: ['up', 'k']});
});

test('listeners hear of changes that can be seen and of no others', () => {
  const {layers, add} = open();
  const id = add({run: () => {}});
  let changes = 0;
  layers.subscribe(() => changes++);
  const before = layers.active();
  layers.setLayer(id, {scope: rootScope, order: 1, bindings: {run: () => {}}});
  expect(layers.active()).toBe(before);
  expect(changes).toBe(0);
  layers.setLayer(id, {scope: rootScope, order: 1, bindings: {run: {run: () => {}, label: 'predict'}}});
  expect(changes).toBe(1);
});
