import type {Command} from './command.ts';
import {datasetsCommand} from './datasets.ts';
import {planCommand} from './plan.ts';
import {runCommand} from './run.ts';
import {settingsCommand} from './settings.ts';

/** Every headless command, in the order of the help: a new one is a new file and a line here. */
export const commands: readonly Command[] = [runCommand, planCommand, datasetsCommand, settingsCommand];
