import {useEffect, useState} from 'react';
import {only, runsInTexts} from '../../../app/sessions/question-runs.ts';
import {fillFigures, inlineFigurePattern} from '../../../tutor/figures/inline.ts';
import type {Lesson} from '../../../tutor/parse/course.ts';
import {useTutor} from '../../navigation/contexts.ts';
import {useGlyphs} from '../../theme/ThemeProvider.tsx';

/** A short text with its figures filled in over a lesson's runs; until they are computed, and where they cannot be, each is an ellipsis. Said, a text waits for them. */
export function useFilledText(text: string, lesson: Lesson | undefined): string {
  const tutor = useTutor();
  const {isSpoken} = useGlyphs();
  const [hasFailed, setFailed] = useState(false);
  const [filled, setFilled] = useState({text: '', as: ''});
  useEffect(() => {
    const runs = only(lesson?.runs ?? {}, runsInTexts(text));
    if (Object.keys(runs).length === 0) return;
    let isWanted = true;
    const fill = async () => {
      const results = await tutor.runs.results(runs);
      if (isWanted) setFilled({text, as: fillFigures(text, results)});
    };
    // The text can be understood without its numbers.
    fill().catch(() => isWanted && setFailed(true));
    return () => {
      isWanted = false;
    };
  }, [text, lesson, tutor]);
  if (filled.text === text) return filled.as;
  const bare = text.replace(inlineFigurePattern, '…');
  // What was said cannot be put right: a text with numbers waits for them.
  return isSpoken && bare !== text && !hasFailed ? '' : bare;
}
