import {useEffect, useState} from 'react';
import {openReading, recordOpening} from '../../../app/sessions/reading-session.ts';
import type {Lesson} from '../../../tutor/parse/course.ts';
import type {Area} from '../../layout/area.ts';
import {useTutor} from '../../navigation/contexts.ts';
import type {RouteTo} from '../../navigation/route.ts';
import {useSession} from '../../navigation/use-session.ts';
import type {ScreenSpec} from '../screen.ts';
import {findLesson} from '../text/find-lesson.ts';
import {trails} from '../trails.ts';
import {EndView} from './EndView.tsx';
import {PageView} from './PageView.tsx';
import {PrequestionView} from './PrequestionView.tsx';
import {StartView} from './StartView.tsx';

/** The reader: a lesson from what it is about to what comes after it. */
export const lessonScreen: ScreenSpec<'lesson'> = {
  trail: trails.lesson,
  Screen: ({route, area}) => <Reader lesson={findLesson(useTutor().course, route.lesson)} route={route} area={area} />,
};

function Reader({
  lesson,
  route,
  area,
}: {
  readonly lesson: Lesson;
  readonly route: RouteTo<'lesson'>;
  readonly area: Area;
}) {
  const {learner} = useTutor();
  const [session] = useState(() => openReading(lesson, learner, route));
  const [pace] = useState(() => learner.progress().settings.pace);
  useEffect(() => recordOpening(lesson, learner, session), [lesson, learner, session]);
  const {stop} = useSession(session);
  switch (stop.kind) {
    case 'start':
      return <StartView lesson={lesson} session={session} area={area} />;
    case 'prequestion':
      return <PrequestionView key={stop.question} {...{lesson, session, area}} question={stop.question} />;
    case 'page':
      return <PageView {...{lesson, session, pace, area}} place={stop} />;
    case 'end':
      return <EndView lesson={lesson} session={session} area={area} />;
  }
}
