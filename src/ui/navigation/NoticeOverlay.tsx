import {Box} from 'ink';
import {useSyncExternalStore} from 'react';
import type {NoticeBoard} from '../../app/notices.ts';
import {noticeLines} from '../components/Notice.tsx';
import {Viewport} from '../components/Viewport.tsx';
import {useCommands} from '../keys/use-commands.ts';
import {useKeyReducer} from '../keys/use-key-reducer.ts';
import type {Area} from '../layout/area.ts';
import {Overlay} from '../layout/Overlay.tsx';
import {useTextWidth} from '../layout/text-width.ts';
import {useGlyphs} from '../theme/ThemeProvider.tsx';
import {useTutor} from './contexts.ts';

/** Notices that were not seen yet, each shown once: those of the learner's file and those of the engine. */
export function NoticeOverlay({area, board}: {readonly area: Area; readonly board: NoticeBoard}) {
  const {learner} = useTutor();
  const ofLearner = useSyncExternalStore(learner.subscribe, learner.notices);
  const ofEngine = useSyncExternalStore(board.subscribe, board.list);
  const all = [...ofLearner, ...ofEngine];
  const [seen, see] = useKeyReducer(
    (seen: readonly string[], more: readonly string[]) => [...seen, ...more],
    (): readonly string[] => [],
  );
  const fresh = all.filter(notice => !seen.includes(notice));
  const glyphs = useGlyphs();
  const width = useTextWidth(area.width - 6, 72);
  if (fresh.length === 0) return null;
  const lines = fresh.flatMap((notice, index) => [
    ...(index === 0 ? [] : [[]]),
    ...noticeLines('warn', notice, width, glyphs, 'Please note'),
  ]);
  return (
    <Overlay area={area} title="Before you go on" wish={{width: width + 2, height: lines.length}}>
      {inside => (
        <Box width={inside.width} height={inside.height}>
          <CloseKeys onClose={() => see(fresh)} />
          <Viewport lines={lines} width={inside.width} height={inside.height} />
        </Box>
      )}
    </Overlay>
  );
}

function CloseKeys({onClose}: {readonly onClose: () => void}) {
  const close = {run: onClose, label: 'go on'};
  useCommands({choose: close, back: {...close, isQuiet: true}, quit: {...close, isQuiet: true}});
  return null;
}
