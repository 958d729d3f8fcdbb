import type {Problem} from '../../errors.ts';
import type {Course} from '../parse/course.ts';
import {rules} from './rules.ts';

/** A breach of a rule, with the rule's id. */
export type RuleProblem = Problem & {readonly rule: string};

/** Check a course by every rule that needs no engine; all breaches at once, in the order of files and lines. */
export function checkCourse(course: Course): readonly RuleProblem[] {
  return rules
    .flatMap(({id, check}) => check(course).map(found => ({...found, rule: id})))
    .sort((a, b) => comparePlaces(a, b));
}

function comparePlaces(a: Problem, b: Problem): number {
  const [fileA, fileB] = [a.at.file ?? '', b.at.file ?? ''];
  if (fileA !== fileB) return fileA < fileB ? -1 : 1;
  return (a.at.line ?? 0) - (b.at.line ?? 0);
}
