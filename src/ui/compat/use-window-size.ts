import {useStdout} from 'ink';
import {useEffect, useState} from 'react';
import {terminalSize, type WindowSize} from '../terminal/capabilities.ts';

/** The size of the terminal, kept up to date. Named and shaped like Ink 7's hook, which replaces it. */
export function useWindowSize(): WindowSize {
  const {stdout} = useStdout();
  const [size, setSize] = useState(() => terminalSize(stdout));
  useEffect(() => {
    const update = () =>
      setSize(size => {
        const now = terminalSize(stdout);
        return now.columns === size.columns && now.rows === size.rows ? size : now;
      });
    update();
    stdout.on('resize', update);
    return () => {
      stdout.off('resize', update);
    };
  }, [stdout]);
  return size;
}
