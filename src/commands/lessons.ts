import type {Command} from './command.ts';
import {formatColumns} from './text-table.ts';

/** List the lessons of the course. */
export const lessonsCommand: Command = {
  name: 'lessons',
  summary: 'list the lessons',
  options: [],
  async run(_input, context) {
    const {listLessons} = await import('../app/list-lessons.ts');
    const lessons = listLessons(await (await context.ports()).course());
    if (context.json) context.print(JSON.stringify(lessons));
    else {
      const rows = lessons.map(({id, part, minutes, questions, tasks, title}) => [
        id,
        part,
        `${minutes} min`,
        String(questions),
        String(tasks),
        title,
      ]);
      const align = ['left', 'left', 'right', 'right', 'right'] as const;
      context.print(
        formatColumns(['lesson', 'part', 'time', 'questions', 'lab tasks', 'title'], rows, context.width, align),
      );
    }
    return 0;
  },
};
