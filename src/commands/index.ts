import {cardsCommand} from './cards.ts';
import type {Command} from './command.ts';
import {courseCommand} from './course.ts';
import {datasetsCommand} from './datasets.ts';
import {doctorCommand} from './doctor.ts';
import {exportCommand} from './export.ts';
import {glossaryCommand} from './glossary.ts';
import {lessonsCommand} from './lessons.ts';
import {mergeCommand} from './merge.ts';
import {modelsCommand} from './models.ts';
import {monitorCommand} from './monitor.ts';
import {planCommand} from './plan.ts';
import {predictCommand} from './predict.ts';
import {progressCommand} from './progress.ts';
import {runCommand} from './run.ts';
import {runsCommand} from './runs.ts';
import {scheduleCommand} from './schedule.ts';
import {serveCommand} from './serve.ts';
import {settingsCommand} from './settings.ts';

/** Every headless command, in the order of the help: a new one is a new file and a line here. */
export const commands: readonly Command[] = [
  runCommand,
  planCommand,
  runsCommand,
  modelsCommand,
  predictCommand,
  serveCommand,
  monitorCommand,
  scheduleCommand,
  mergeCommand,
  exportCommand,
  datasetsCommand,
  settingsCommand,
  lessonsCommand,
  glossaryCommand,
  progressCommand,
  cardsCommand,
  courseCommand,
  doctorCommand,
];
