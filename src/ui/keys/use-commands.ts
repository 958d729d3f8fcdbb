import {useContext, useLayoutEffect, useState, useSyncExternalStore} from 'react';
import {KeyLayersContext, KeyScopeContext} from './key-context.ts';
import type {ActiveCommand, Bindings, KeyLayers, Layer, Scope} from './key-layers.ts';

type Options = {
  /** Whether these commands work now; the rest of the screen may still switch them off. */
  readonly isActive?: boolean;
};

/**
 * Say which commands work now and what they do. The innermost component that wants a key gets it; a handler that returns `false` passes it on.
 *
 *     useCommands({run: () => start(), back: {run: close, label: 'close'}});
 */
export function useCommands(bindings: Bindings, options: Options = {}): void {
  useLayer({bindings}, options.isActive ?? true);
}

/** What a text field does with keys. */
export type Typing = {
  /** Gets every key first, printable or not; returns true for one it has used. */
  readonly onType: NonNullable<Layer['onType']>;
  readonly onPaste: NonNullable<Layer['onPaste']>;
  /** Commands that work while typing, such as `choose` and `back`. */
  readonly bindings?: Bindings;
};

/** Take what is typed before any command does: for text fields. */
export function useTyping({onType, onPaste, bindings = {}}: Typing, options: Options = {}): void {
  useLayer({bindings, onType, onPaste}, options.isActive ?? true);
}

function useLayer(layer: Omit<Layer, 'scope' | 'order'>, isActive: boolean): void {
  const layers = useContext(KeyLayersContext);
  const scope = useContext(KeyScopeContext);
  const [id] = useState(() => ({order: layers.nextOrder()}));
  // After every render: a key must meet the handlers of the newest one.
  useLayoutEffect(() => {
    if (isActive) layers.setLayer(id, {...layer, scope, order: id.order});
    else layers.removeLayer(id);
  });
  useLayoutEffect(() => () => layers.removeLayer(id), [layers, id]);
}

/** Whether keys reach this part of the screen: what is not reached draws its selection faintly. */
export function useIsReached(): boolean {
  const layers = useContext(KeyLayersContext);
  const scope = useContext(KeyScopeContext);
  return useSyncExternalStore(layers.subscribe, () => layers.reaches(scope));
}

/** Whether a text field takes what is typed now. */
export function useIsTyping(): boolean {
  const layers = useContext(KeyLayersContext);
  return useSyncExternalStore(layers.subscribe, () => layers.isTyping());
}

/** The commands that work now, most important first. */
export function useActiveCommands(): readonly ActiveCommand[] {
  const layers = useContext(KeyLayersContext);
  return useSyncExternalStore(layers.subscribe, layers.active);
}

/** Make a scope inside the present one and keep it registered while the component stands. */
export function useScope(isModal: boolean, isActive: boolean): Scope {
  const layers: KeyLayers = useContext(KeyLayersContext);
  const parent = useContext(KeyScopeContext);
  const [scope] = useState<Scope>(() => ({
    parent,
    depth: parent.depth + 1,
    order: layers.nextOrder(),
    isModal,
    isActive,
  }));
  useLayoutEffect(() => {
    layers.addScope(scope);
    return () => layers.removeScope(scope);
  }, [layers, scope]);
  useLayoutEffect(() => layers.setScopeActive(scope, isActive), [layers, scope, isActive]);
  return scope;
}
