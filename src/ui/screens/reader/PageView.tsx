import {Box} from 'ink';
import {useState} from 'react';
import {type Line, lineOf} from '../../components/rich-text.ts';
import {StyledLine} from '../../components/StyledLines.tsx';
import type {Area} from '../../layout/area.ts';
import {useTextWidth} from '../../layout/text-width.ts';
import {selectedWord} from '../../theme/glyphs.ts';
import {useGlyphs} from '../../theme/ThemeProvider.tsx';
import {Column} from '../text/Column.tsx';
import {ScrolledText} from '../text/ScrolledText.tsx';
import {TermOverlay} from '../text/TermOverlay.tsx';
import {Outline, outlineWidth} from './Outline.tsx';
import {progressLine} from './progress-line.ts';
import {type PageContext, usePage} from './use-page.ts';
import {usePageKeys} from './use-page-keys.ts';

const widest = 80;

/** One page of a lesson: as much of it as is shown so far, its open question, its words, its place in the lesson. */
export function PageView({area, ...context}: PageContext & {readonly area: Area}) {
  const {lesson, place} = context;
  const [openTerm, setOpenTerm] = useState<string | null>(null);
  const {isSpoken} = useGlyphs();
  const aside = isSpoken ? 0 : outlineWidth(area.width);
  const width = useTextWidth(area.width - aside, widest);
  const head = area.height >= 14 ? 2 : 1;
  const height = area.height - head;
  const page = usePage(context, {width: width - 2, height});
  const {state, targets, material, focus, glyphs} = page;
  usePageKeys({
    ...context,
    ...page,
    openTerm: setOpenTerm,
    isUnsaid: isSpoken && material.kind === 'computing',
    again: material.kind === 'failed' ? material.again : undefined,
  });
  const isComputing = material.kind === 'computing';
  const lines = isSpoken ? spokenLines(page) : page.lines;
  return (
    <Box width={area.width} height={area.height}>
      <Column area={area} widest={width + aside}>
        {() => (
          <Box>
            <Box flexDirection="column" width={width} height={area.height} flexShrink={0}>
              <StyledLine
                line={progressLine(lesson, state.depth, place, width - 2, glyphs, isComputing)}
                width={width - 2}
                speech="place"
              />
              {head === 2 && <StyledLine line={[]} width={width} />}
              <ScrolledText lines={lines} width={width} height={height} scroll={page.scroll} />
            </Box>
            {aside > 0 && <Outline {...{lesson, state, targets, focus}} width={aside} height={area.height} />}
          </Box>
        )}
      </Column>
      {openTerm !== null && (
        <TermOverlay
          area={area}
          terms={targets.flatMap(target => (target.kind === 'term' ? [target.term] : []))}
          first={openTerm}
          onClose={() => setOpenTerm(null)}
        />
      )}
    </Box>
  );
}

/** A page is said once, with its numbers; the word that is selected in it is said by itself. */
function spokenLines({lines, material, targets, focus}: ReturnType<typeof usePage>): readonly Line[] {
  if (material.kind === 'computing') return [lineOf('The engine is computing the numbers of this page.')];
  const target = targets.find(({key}) => key === focus);
  if (target === undefined) return lines;
  const name = target.kind === 'term' ? `word: ${target.term.term}` : `lesson: ${target.lesson}`;
  return [...lines, lineOf(`${selectedWord} ${name}`)];
}
