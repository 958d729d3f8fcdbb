import type {Command} from './command.ts';
import {courseCommand} from './course.ts';
import {datasetsCommand} from './datasets.ts';
import {lessonsCommand} from './lessons.ts';
import {modelsCommand} from './models.ts';
import {planCommand} from './plan.ts';
import {predictCommand} from './predict.ts';
import {runCommand} from './run.ts';
import {runsCommand} from './runs.ts';
import {settingsCommand} from './settings.ts';

/** Every headless command, in the order of the help: a new one is a new file and a line here. */
export const commands: readonly Command[] = [
  runCommand,
  planCommand,
  runsCommand,
  modelsCommand,
  predictCommand,
  datasetsCommand,
  settingsCommand,
  lessonsCommand,
  courseCommand,
];
