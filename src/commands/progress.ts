import {KnownError} from '../errors.ts';
import type {Command, CommandContext, CommandInput} from './command.ts';

const doings = ['markdown', 'export', 'import', 'reset'] as const;

/** Tell how far the learner is, or move all of it to another machine. */
export const progressCommand: Command = {
  name: 'progress',
  summary: 'how far you are, as text, --json or --markdown; take it along with --export and --import',
  options: [
    ['--markdown', 'a page to hand in: what you have shown, lesson by lesson'],
    ['--name <name>', 'markdown: your name on that page'],
    ['--export <file>', 'write all your progress to a file'],
    ['--import <file>', 'take over a file that --export wrote; what was here is copied first'],
    ['--reset', 'begin anew; what was here is copied first'],
  ],
  async run({options}, context) {
    const asked = doings.filter(name => options[name] !== undefined);
    if (asked.length > 1) {
      throw new KnownError('bad_usage', `--${asked[0]} and --${asked[1]} do not go together.`, {
        hint: 'Ask for one of them at a time.',
      });
    }
    const [doing = 'report'] = asked;
    await tell[doing](options, context);
    return 0;
  },
};

type Telling = (options: CommandInput['options'], context: CommandContext) => Promise<void>;

const tell: {readonly [doing in (typeof doings)[number] | 'report']: Telling} = {
  report: async (_, context) => {
    const {course, progress, now} = await learnerOf(context);
    const {reportProgress} = await import('../app/progress-report.ts');
    const report = reportProgress(course, progress, now);
    if (context.json) context.print(JSON.stringify(report));
    else context.print((await import('./progress-text.ts')).formatReport(report, context));
  },
  markdown: async ({name}, context) => {
    const {course, progress, now} = await learnerOf(context);
    const {progressMarkdown} = await import('../app/progress-report.ts');
    const markdown = progressMarkdown(course, progress, typeof name === 'string' ? name : '', now);
    context.print(context.json ? JSON.stringify({markdown}) : markdown.trimEnd());
  },
  export: async (options, context) => {
    const file = String(options.export);
    const {exportProgress} = await import('../app/progress-files.ts');
    await exportProgress(file, context.folder, await context.ports());
    if (context.json) context.print(JSON.stringify({file}));
    else
      context.print(`Wrote your progress to ${file}. On another machine: ml-pipeline-tutor progress --import ${file}`);
  },
  import: async (options, context) => {
    const file = String(options.import);
    const {importProgress} = await import('../app/progress-files.ts');
    const {kept, notices} = await importProgress(file, context.folder, await context.ports());
    for (const notice of notices) context.note(notice);
    if (context.json) context.print(JSON.stringify({file, kept}));
    else context.print(`Your progress is now that of ${file}.${keptWords(kept)}`);
  },
  reset: async (_, context) => {
    const {resetProgress} = await import('../app/progress-files.ts');
    const {kept} = await resetProgress(context.folder, await context.ports());
    if (context.json) context.print(JSON.stringify({kept}));
    else context.print(`You begin anew. Settings stay.${keptWords(kept)}`);
  },
};

function keptWords(kept: string | null): string {
  return kept === null ? '' : ` What was here before is in ${kept}.`;
}

async function learnerOf(context: CommandContext) {
  const ports = await context.ports();
  const {progress, notices} = (await ports.progress()).load();
  for (const notice of notices) context.note(notice);
  return {course: await ports.course(), progress, now: ports.now()};
}
