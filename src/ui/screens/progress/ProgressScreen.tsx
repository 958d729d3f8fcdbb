import {Box} from 'ink';
import {useMemo, useState} from 'react';
import {progressMarkdown, reportProgress} from '../../../app/progress-report.ts';
import type {Tutor} from '../../../app/tutor.ts';
import {Menu, type MenuItem} from '../../components/Menu.tsx';
import {StyledLine} from '../../components/StyledLines.tsx';
import {Tabs} from '../../components/Tabs.tsx';
import {useCommands} from '../../keys/use-commands.ts';
import {useKeyReducer} from '../../keys/use-key-reducer.ts';
import type {Area} from '../../layout/area.ts';
import {Overlay} from '../../layout/Overlay.tsx';
import {useTutor} from '../../navigation/contexts.ts';
import {useProgress} from '../../navigation/use-progress.ts';
import {useGlyphs} from '../../theme/ThemeProvider.tsx';
import {SaveOverlay, type SaveWish} from '../save/SaveOverlay.tsx';
import type {ScreenSpec} from '../screen.ts';
import {Column} from '../text/Column.tsx';
import {ScrolledText} from '../text/ScrolledText.tsx';
import {useTextScroll} from '../text/use-text-scroll.ts';
import {trails} from '../trails.ts';
import {progressPages} from './pages.ts';

/** What the learner has shown: mastery, quizzes, how well confidence fits, and a page to hand in. */
export const progressScreen: ScreenSpec<'progress'> = {
  trail: trails.progress,
  Screen: ({area}) => <ProgressPages area={area} />,
};

function ProgressPages({area}: {readonly area: Area}) {
  const tutor = useTutor();
  const progress = useProgress();
  const glyphs = useGlyphs();
  const [wish, setWish] = useState<SaveWish | 'ask' | null>(null);
  const report = useMemo(() => reportProgress(tutor.course, progress, tutor.now()), [tutor, progress]);
  const [at, turn] = useKeyReducer(
    (at: number, steps: number) => (at + steps + progressPages.length) % progressPages.length,
    () => 0,
  );
  const page = progressPages[at]!;
  const other = (steps: number) => ({run: () => void turn(steps), label: 'other page'});
  useCommands({
    'move-left': other(-1),
    'move-right': other(1),
    'next-pane': {...other(1), isQuiet: true},
    'previous-pane': {...other(-1), isQuiet: true},
    save: {run: () => setWish('ask'), label: 'save', help: 'Write a certificate, or everything as JSON.'},
    choose: {run: () => setWish('ask'), label: 'save'},
  });
  return (
    <Box width={area.width} height={area.height} overflowY="hidden">
      <Column area={area} widest={100}>
        {({width, height}) => {
          const titles = progressPages.map(({title, short}) => (width < 60 ? short : title));
          return (
            <>
              <Tabs titles={titles} active={at} width={width} />
              <StyledLine line={[]} width={width} />
              <Page id={page.title} lines={page.lines(report, width - 2, glyphs)} area={{width, height: height - 2}} />
            </>
          );
        }}
      </Column>
      {wish === 'ask' && <WishMenu area={area} onChoose={setWish} onClose={() => setWish(null)} />}
      {wish !== null && wish !== 'ask' && <SaveOverlay area={area} wish={wish} onClose={() => setWish(null)} />}
    </Box>
  );
}

function Page({
  id,
  lines,
  area,
}: {
  readonly id: string;
  readonly lines: Parameters<typeof ScrolledText>[0]['lines'];
  readonly area: Area;
}) {
  const scroll = useTextScroll(id, lines.length, area.height, null);
  useCommands(
    {
      'move-up': {run: () => scroll.by(-1), label: 'scroll'},
      'move-down': {run: () => scroll.by(1), label: 'scroll'},
      'page-up': {run: () => scroll.page(-1), isQuiet: true},
      'page-down': {run: () => scroll.page(1), isQuiet: true},
    },
    {isActive: scroll.isLong},
  );
  return <ScrolledText lines={lines} width={area.width} height={area.height} scroll={scroll} />;
}

function WishMenu(props: {
  readonly area: Area;
  readonly onChoose: (wish: SaveWish) => void;
  readonly onClose: () => void;
}) {
  const tutor = useTutor();
  const items: readonly MenuItem<SaveWish>[] = [
    {label: 'A certificate to hand in, as Markdown', value: markdownWish(tutor)},
    {label: 'Every number, as JSON', value: jsonWish(tutor)},
  ];
  return (
    <Overlay area={props.area} title="Write a file" wish={{width: 46, height: items.length}}>
      {inside => (
        <Box width={inside.width} height={inside.height}>
          <CloseKeys onClose={props.onClose} />
          <Menu items={items} width={inside.width} height={inside.height} onChoose={props.onChoose} />
        </Box>
      )}
    </Overlay>
  );
}

function CloseKeys({onClose}: {readonly onClose: () => void}) {
  useCommands({back: {run: onClose, label: 'close'}, quit: {run: onClose, isQuiet: true}});
  return null;
}

function markdownWish({course, learner, now}: Tutor): SaveWish {
  return {
    title: 'Certificate',
    about:
      'What you have shown, lesson by lesson and objective by objective, as a page of Markdown. Add your name in it.',
    name: 'ml-pipeline-tutor-certificate.md',
    text: async () => progressMarkdown(course, learner.progress(), '', now()),
  };
}

function jsonWish({course, learner, now}: Tutor): SaveWish {
  return {
    title: 'Progress as JSON',
    about: 'Every number of these pages, for a program to read.',
    name: 'ml-pipeline-tutor-progress.json',
    text: async () => `${JSON.stringify(reportProgress(course, learner.progress(), now()), null, 2)}\n`,
  };
}
