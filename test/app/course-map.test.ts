import {expect, test} from 'vitest';
import {courseMap, lessonState} from '../../src/app/course-map.ts';
import {plainGuide} from '../../src/app/guide.ts';
import {courseSearch} from '../../src/app/search-course.ts';
import {nextWords, whereNext} from '../../src/app/where-next.ts';
import {emptyProgress} from '../../src/tutor/progress/state.ts';
import {progressAfter} from '../helpers/tutor.ts';
import {miniCourse, miniLesson} from '../tutor/mini-course.ts';

const course = miniCourse();
const now = new Date('2026-03-02T10:00:00.000Z');

test('the map has all eight stages, whatever the course has lessons on, and says where one is', () => {
  const {stages, before, beneath} = courseMap(course, emptyProgress, 'neighbours');
  expect(stages.map(stage => stage.name)).toEqual([
    'Ingestion',
    'Preprocessing',
    'Features',
    'Training',
    'Evaluation',
    'Tuning',
    'Deployment',
    'Monitoring',
  ]);
  expect(stages.filter(stage => stage.isHere).map(stage => stage.id)).toEqual(['training']);
  expect(stages.filter(stage => stage.lessons.length > 0).map(stage => stage.mark)).toEqual(['untouched', 'untouched']);
  expect([before, beneath]).toEqual([[], []]);
});

test('lessons of no stage stand before the pipe or beneath it, as their parts do in the course', () => {
  const [scaling] = course.lessons;
  const {stage: _, ...orientation} = scaling!;
  const parts = [
    {...course.parts[0]!, id: 'start', title: 'Start'},
    course.parts[0]!,
    {...course.parts[0]!, id: 'why', title: 'Why'},
  ];
  const lessons = [
    {...orientation, id: 'pipeline', part: 'start'},
    ...course.lessons,
    {...orientation, id: 'fixed-seed', part: 'why'},
  ];
  const map = courseMap({...course, parts, lessons}, emptyProgress, null);
  expect(map.before.map(group => [group.title, group.places.map(place => place.name)])).toEqual([
    ['Start', ['Pipeline']],
  ]);
  expect(map.beneath.map(group => [group.title, group.places.map(place => place.name)])).toEqual([
    ['Why', ['Fixed seed']],
  ]);
});

test('how far a lesson is stands in words for each way into it', () => {
  const lesson = miniLesson('scaling');
  expect(lessonState(lesson, emptyProgress)).toMatchObject({lab: '3 tasks', quiz: '5 questions'});
  const begun = progressAfter(
    {type: 'page_read', lesson: 'scaling', section: 'standard', page: 0},
    {type: 'task_passed', task: 'turn-scaling-on'},
  );
  expect(lessonState(lesson, begun)).toEqual({
    read: '1 of 9 pages read',
    lab: '1 of 3 tasks done',
    quiz: '5 questions',
  });
});

test('what is next is said with its place and its time', () => {
  expect(nextWords(whereNext(course, emptyProgress, now))).toMatch(
    /^Put the columns on one ruler: Standard, page 1 of 9, about \d minutes$/,
  );
  const read = ['standard', 'dialogue', 'analogy', 'worked-example', 'break-it'] as const;
  const atLab = progressAfter(
    ...read.map(section => ({type: 'page_read', lesson: 'scaling', section, page: 1}) as const),
  );
  expect(nextWords(whereNext(course, atLab, now))).toBe(
    'Put the columns on one ruler: lab, task 1 of 3, about 9 minutes',
  );
});

test('the guide tells where one is and what to type', () => {
  const guide = plainGuide(course, emptyProgress, now);
  expect(guide).toContain('0 of 2 lessons finished.');
  expect(guide).toContain('scaling     untouched  Put the columns on one ruler');
  expect(guide).toContain('ml-pipeline-tutor learn scaling');
});

test('a search finds titles before terms before texts, by the beginnings of all its words', () => {
  const search = courseSearch(course);
  expect(search('  ')).toEqual([]);
  expect(search('zebra')).toEqual([]);
  expect(search('neighbour')[0]).toMatchObject({kind: 'term', term: 'neighbour'});
  expect(search('ask the neigh')[0]).toMatchObject({kind: 'lesson', lesson: 'neighbours'});
  expect(search('MICROPHONE choir')[0]).toMatchObject({kind: 'page', lesson: 'scaling', section: 'analogy', page: 0});
  expect(search('z score').map(found => found.kind)).toContain('term');
});
