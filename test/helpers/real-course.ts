import path from 'node:path';
import {courseFiles} from '../../src/files/course-files.ts';
import {type Course, parseCourse} from '../../src/tutor/parse/course.ts';

let course: Course | undefined;

/** The course of the repository; whether it is free of problems is for its own test to say. */
export function realCourse(): Course {
  course ??= parseCourse(courseFiles(path.join(import.meta.dirname, '../../lessons'))).value;
  if (course === undefined) throw new Error('The course cannot be read.');
  return course;
}
