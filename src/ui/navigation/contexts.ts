import {createContext, useContext} from 'react';
import type {Tutor} from '../../app/tutor.ts';
import type {Route, ScreenName} from './route.ts';

/** Ways to go from screen to screen. The trail behind is kept, so that `back` leads where one came from. */
export type Navigator = {
  readonly open: (route: Route) => void;
  /** Go there instead of here: `back` will not return here. */
  readonly replace: (route: Route) => void;
  readonly back: () => void;
  readonly home: () => void;
};

export const TutorContext = createContext<Tutor | undefined>(undefined);
export const NavigatorContext = createContext<Navigator | undefined>(undefined);

/** Everything the tutor works with. */
export function useTutor(): Tutor {
  return needed(useContext(TutorContext), 'TutorContext');
}

/** Ways to go to another screen. */
export function useNavigator(): Navigator {
  return needed(useContext(NavigatorContext), 'NavigatorContext');
}

function needed<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`There is no ${name} around this component.`);
  return value;
}

/** The screens there are; menus offer no others. */
export const ScreensContext = createContext<ReadonlySet<ScreenName>>(new Set());

/** The screens there are. */
export function useScreens(): ReadonlySet<ScreenName> {
  return useContext(ScreensContext);
}
