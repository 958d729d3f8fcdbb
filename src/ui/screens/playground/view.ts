import type {ReactNode} from 'react';
import type {Playground, PlaySession} from '../../../app/lab/playground.ts';
import type {RunResult} from '../../../app/run-result.ts';
import type {Area} from '../../layout/area.ts';

/** What a view of the playground is given. */
export type ViewProps = {
  readonly area: Area;
  readonly play: PlaySession;
  readonly state: Playground;
  readonly asTables: boolean;
};

/** A view that looks at a finished run. */
export type RunViewProps = ViewProps & {readonly run: RunResult};

/** One way to look at the pipeline and its runs: a new one is a file of its own and a line in `views.ts`. */
export type PlayView = {
  readonly id: string;
  readonly title: string;
  /** One sentence: what it answers. */
  readonly about: string;
  /** Shows a run while it goes on. */
  readonly isLive?: boolean;
} & (
  | {readonly needsRun: true; readonly View: (props: RunViewProps) => ReactNode}
  | {readonly needsRun: false; readonly View: (props: ViewProps) => ReactNode}
);
