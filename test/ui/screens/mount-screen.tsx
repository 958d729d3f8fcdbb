import type {Tutor} from '../../../src/app/tutor.ts';
import {Shell} from '../../../src/ui/layout/Shell.tsx';
import {type Navigator, NavigatorContext, TutorContext} from '../../../src/ui/navigation/contexts.ts';
import type {Route, RouteTo, ScreenName} from '../../../src/ui/navigation/route.ts';
import type {ScreenSpec} from '../../../src/ui/screens/screen.ts';
import {mountInXterm, type XtermOptions} from '../../helpers/xterm.ts';

/** Mount one screen in the shell, as the app would, and note where it wants to go. */
export async function mountScreen<S extends ScreenName>(
  spec: ScreenSpec<S>,
  route: RouteTo<S>,
  tutor: Tutor,
  options: XtermOptions = {},
) {
  const asked: (Route | 'back' | 'home')[] = [];
  const navigator: Navigator = {
    open: to => void asked.push(to),
    replace: to => void asked.push(to),
    back: () => void asked.push('back'),
    home: () => void asked.push('home'),
  };
  const trail = spec.trail(route, {lesson: id => tutor.course.lessons.find(lesson => lesson.id === id)?.title ?? id});
  const app = await mountInXterm(
    <TutorContext value={tutor}>
      <NavigatorContext value={navigator}>
        <Shell trail={trail}>{area => <spec.Screen route={route} area={area} />}</Shell>
      </NavigatorContext>
    </TutorContext>,
    options,
  );
  return {...app, asked};
}
