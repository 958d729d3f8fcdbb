import {useMemo} from 'react';
import type {Results} from '../../../tutor/figures/result.ts';
import {termFinder} from '../../../tutor/glossary.ts';
import {useTutor} from '../../navigation/contexts.ts';
import {useGlyphs, useTheme} from '../../theme/ThemeProvider.tsx';
import type {TextStyle} from './inline-spans.ts';

/** Whether marks of terms and code have to be characters, because there are no colours; a screen reader would spell them out. */
export function useIsPlain(): boolean {
  const {name} = useTheme();
  return !useGlyphs().isSpoken && name === 'mono';
}

/** What texts of the course are drawn with, as the screen is now. */
export function useTextStyle(results: Results | undefined, focus: string | null): TextStyle {
  const {course} = useTutor();
  const glyphs = useGlyphs();
  const isPlain = useIsPlain();
  const findTerm = useMemo(() => termFinder(course.glossary), [course]);
  return {glyphs, isPlain, findTerm, results, focus};
}
