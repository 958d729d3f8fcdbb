import {useState} from 'react';
import {type Line, padText, textWidth} from '../components/rich-text.ts';
import {Viewport} from '../components/Viewport.tsx';
import {wrapSpans} from '../components/wrap-spans.ts';
import {helpGroups} from '../keys/hints.ts';
import {useActiveCommands, useCommands} from '../keys/use-commands.ts';
import type {Glyphs} from '../theme/glyphs.ts';
import {useGlyphs} from '../theme/ThemeProvider.tsx';
import type {Area} from './area.ts';
import {Overlay} from './Overlay.tsx';
import {useTextWidth} from './text-width.ts';

/** Every key that worked where the help was opened, read from the table of commands. */
export function HelpOverlay({area, onClose}: {readonly area: Area; readonly onClose: () => void}) {
  const glyphs = useGlyphs();
  // The help is itself a modal with few keys; it tells about those that worked when it was opened.
  const active = useActiveCommands();
  const [groups] = useState(() => helpGroups(active, glyphs));
  const width = useTextWidth(area.width - 6, 76);
  const lines = helpLines(groups, width, glyphs);
  return (
    <Overlay area={area} title="Keys that work here" wish={{width: width + 2, height: lines.length}}>
      {inside => <HelpText lines={lines} area={inside} onClose={onClose} />}
    </Overlay>
  );
}

function HelpText(props: {readonly lines: readonly Line[]; readonly area: Area; readonly onClose: () => void}) {
  const close = {run: props.onClose, label: 'close'};
  useCommands({help: {...close}, back: close, quit: {...close, isQuiet: true}, choose: {...close, isQuiet: true}});
  return <Viewport lines={props.lines} width={props.area.width} height={props.area.height} />;
}

function helpLines(groups: ReturnType<typeof helpGroups>, width: number, glyphs: Glyphs): readonly Line[] {
  const keyWidth = Math.min(16, Math.max(...groups.flatMap(({entries}) => entries.map(({keys}) => textWidth(keys)))));
  return groups.flatMap(({group, entries}, index): readonly Line[] => [
    ...(index === 0 ? [] : [[]]),
    [{text: group, tone: 'accent', bold: true}],
    ...entries.flatMap(({keys, help}) =>
      wrapSpans([{text: help}], width, {
        glyphs: glyphs.set,
        first: [
          {text: glyphs.isSpoken ? `${keys.replaceAll(' ', ' or ')}: ` : `  ${padText(keys, keyWidth)}  `, tone: 'key'},
        ],
      }),
    ),
  ]);
}
