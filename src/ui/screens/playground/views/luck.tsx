import {useMemo} from 'react';
import {figures} from '../../../../app/figures.ts';
import {luckWish} from '../../../../app/lab/wishes.ts';
import type {PlayView, RunViewProps} from '../view.ts';
import {type DrawRun, WishView} from '../WishView.tsx';

/** How far the score moves by the luck of the split alone. */
export const luckView: PlayView = {
  id: 'luck',
  title: 'Luck',
  about: 'How far the score moves with another split.',
  needsRun: true,
  View: LuckView,
};

function LuckView(props: RunViewProps) {
  const {run} = props;
  const draws = useMemo(
    (): readonly DrawRun[] => (run.metrics.repeated ? [size => figures.luck(run, size)] : []),
    [run],
  );
  return <WishView {...props} id="luck" wish={luckWish} draws={draws} />;
}
