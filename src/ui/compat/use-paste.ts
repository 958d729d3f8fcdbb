import {useStdin} from 'ink';
import {useEffect, useLayoutEffect, useRef} from 'react';

/**
 * Call `onPaste` with the text of each paste. Named and shaped like Ink 7's hook, which replaces it;
 * here the pastes come from `KeyPump`, which cuts them out of the keys.
 */
export function usePaste(onPaste: (text: string) => void, options: {readonly isActive?: boolean} = {}): void {
  const {stdin} = useStdin();
  const {isActive = true} = options;
  const latest = useRef(onPaste);
  useLayoutEffect(() => {
    latest.current = onPaste;
  });
  useEffect(() => {
    if (!isActive) return;
    const listener = (text: string) => latest.current(text);
    stdin.on('paste', listener);
    return () => {
      stdin.off('paste', listener);
    };
  }, [stdin, isActive]);
}
