const standard = ['base64', 'io', 'json', 'sys'];
const quotedOrComment = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\])*"|#.*/g;

/** The names that a script may use, by the module they come from. */
export type PythonModules = {readonly [module: string]: readonly string[]};

/**
 * The import lines that a script needs, found by the names that it uses.
 *
 * @param always - lines that it needs in any case.
 */
export function importLines(body: string, modules: PythonModules, always: readonly string[] = []): string {
  const used = new Set(body.replace(quotedOrComment, '').match(/\w+/g));
  const own = [
    ...standard.filter(name => used.has(name)).map(name => `import ${name}`),
    ...(used.has('reduce') ? ['from functools import reduce'] : []),
    ...(used.has('Path') ? ['from pathlib import Path'] : []),
  ];
  const packages = ['import numpy as np', 'import pandas as pd'].filter(line => used.has(line.slice(-2)));
  const found = Object.entries(modules).flatMap(([module, names]) => {
    const wanted = names.filter(name => used.has(name));
    if (wanted.length === 0) return [];
    const line = `from ${module} import ${wanted.join(', ')}`;
    return [line.length <= 100 ? line : `from ${module} import (\n${wanted.map(name => `    ${name},\n`).join('')})`];
  });
  return [own.join('\n'), [...packages, ...found, ...always].join('\n')].join('\n\n');
}
