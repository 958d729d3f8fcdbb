import type {ReactNode} from 'react';
import type {Area} from '../layout/area.ts';
import type {RouteTo, ScreenName} from '../navigation/route.ts';

/** One screen of the tutor: what stands in the first line, and how it is drawn in the room it is given. */
export type ScreenSpec<S extends ScreenName> = {
  /** The steps of the first line for this place, after the product's name. */
  readonly trail: (route: RouteTo<S>, titles: {readonly lesson: (id: string) => string}) => readonly string[];
  readonly Screen: (props: {readonly route: RouteTo<S>; readonly area: Area}) => ReactNode;
  /** Loads what the screen needs, where that is left out of the start of the program. */
  readonly prepare?: () => Promise<void>;
};
