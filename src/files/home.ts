import path from 'node:path';
import envPaths from 'env-paths';

/** The one folder for everything a person made here: `--home`, else `MLPT_HOME`, else the system's data folder. */
export function homeFolder(option: string | undefined, environment: NodeJS.ProcessEnv): string {
  const chosen = option ?? environment.MLPT_HOME;
  return chosen ? path.resolve(chosen) : envPaths('ml-pipeline-tutor', {suffix: ''}).data;
}
