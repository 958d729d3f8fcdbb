import {KnownError} from '../errors.ts';
import {type Course, parseCourse} from '../tutor/parse/course.ts';
import {courseFiles} from './course-files.ts';

/** Read a course from a folder. @throws {KnownError} `bad_pipeline` listing every problem, when it cannot be used. */
export function readCourse(folder: string): Course {
  const {value, problems} = parseCourse(courseFiles(folder));
  if (value && problems.length === 0) return value;
  throw new KnownError('check_failed', `The course in ${folder} has ${problems.length} problems.`, {
    hint: `Run \`ml-pipeline-tutor course check ${folder}\`.`,
    problems,
  });
}
