import {useCallback, useRef, useState} from 'react';

/**
 * A reducer whose newest state can be read in a key handler.
 *
 * Ink commits later than keys arrive, so a handler that reads `state` from its render may act on an old one; `dispatch` reduces at once
 * and returns the new state, and `latest()` reads it.
 */
export function useKeyReducer<S, A>(
  reducer: (state: S, action: A) => S,
  initial: () => S,
): readonly [state: S, dispatch: (action: A) => S, latest: () => S] {
  const [state, setState] = useState(initial);
  const current = useRef(state);
  const newestReducer = useRef(reducer);
  newestReducer.current = reducer;
  const dispatch = useCallback((action: A) => {
    current.current = newestReducer.current(current.current, action);
    setState(current.current);
    return current.current;
  }, []);
  const latest = useCallback(() => current.current, []);
  return [state, dispatch, latest];
}
