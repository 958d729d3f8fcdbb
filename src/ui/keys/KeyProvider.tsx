import {useInput} from 'ink';
import {type ReactNode, useCallback, useState} from 'react';
import {usePaste} from '../compat/use-paste.ts';
import {KeyLayersContext, KeyScopeContext} from './key-context.ts';
import {KeyLayers} from './key-layers.ts';
import {toKeyPress} from './key-press.ts';
import {useScope} from './use-commands.ts';

/**
 * Gives keys to everything inside it. Ctrl-C goes straight to `onInterrupt`, whatever is open.
 */
export function KeyProvider(props: {readonly onInterrupt: () => void; readonly children: ReactNode}) {
  const [layers] = useState(() => new KeyLayers());
  return (
    <KeyLayersContext value={layers}>
      <KeyListener layers={layers} onInterrupt={props.onInterrupt} />
      {props.children}
    </KeyLayersContext>
  );
}

// A sibling before the children subscribes to Ink first: a key is ours before it is a library component's, and what
// that component opens does not get the same key again.
function KeyListener({layers, onInterrupt}: {readonly layers: KeyLayers; readonly onInterrupt: () => void}) {
  useInput(
    useCallback(
      (input, key) => {
        const press = toKeyPress(input, key);
        if (press?.name === 'ctrl-c') onInterrupt();
        else if (press) layers.press(press);
      },
      [layers, onInterrupt],
    ),
  );
  usePaste(useCallback(text => layers.paste(text), [layers]));
  return null;
}

/** A part of the screen that gets keys as a whole or not at all; a modal one keeps them from everything outside it. */
export function KeyScope(props: {
  readonly isModal?: boolean;
  readonly isActive?: boolean;
  readonly children: ReactNode;
}) {
  const scope = useScope(props.isModal ?? false, props.isActive ?? true);
  return <KeyScopeContext value={scope}>{props.children}</KeyScopeContext>;
}
