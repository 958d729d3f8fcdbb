import {Box} from 'ink';
import {StyledLines} from '../components/StyledLines.tsx';
import {wrapText} from '../components/wrap-spans.ts';
import type {WindowSize} from '../terminal/capabilities.ts';
import {smallest} from './breakpoint.ts';

/** What stands on a window that is too small for anything else; the screen comes back as it was. */
export function TooSmall({columns, rows}: WindowSize) {
  const text =
    `This window is ${columns} by ${rows}. The tutor needs ${smallest.columns} by ${smallest.rows}: ` +
    'make it larger to go on. Ctrl-C quits.';
  const lines = wrapText(text, columns).map(line => [{text: line}]);
  return (
    <Box width={columns} height={rows}>
      <StyledLines lines={lines.slice(0, rows)} width={columns} />
    </Box>
  );
}
