import {useMemo} from 'react';
import {figures} from '../../../../app/figures.ts';
import {learningWish} from '../../../../app/lab/wishes.ts';
import type {PlayView, RunViewProps} from '../view.ts';
import {type DrawRun, WishView} from '../WishView.tsx';

/** How the score grows with the number of training rows, and how the loss falls while the model learns. */
export const learningView: PlayView = {
  id: 'learning',
  title: 'Learning curve',
  about: 'Whether more rows would help.',
  needsRun: true,
  View: LearningView,
};

function LearningView(props: RunViewProps) {
  const {run} = props;
  const draws = useMemo((): readonly DrawRun[] => {
    if (!run.learning_curve) return [];
    const loss: readonly DrawRun[] = run.explanation.curves ? [size => figures.loss_curve(run, size)] : [];
    return [size => figures.learning_curve(run, size), ...loss];
  }, [run]);
  return <WishView {...props} id="learning" wish={learningWish} draws={draws} />;
}
