/**
 * Give every column a name of its own: blanks around a name are dropped, an empty name becomes `column_3`,
 * a name that was there before becomes `name_2`.
 *
 * @param report - told in words about every name that had to change.
 */
export function nameColumns(names: readonly string[], report: (message: string) => void): readonly string[] {
  const trimmed = names.map(name => name.trim());
  const taken = new Set<string>();
  const wanted = new Set(trimmed);
  return trimmed.map((name, index) => {
    const unique = freeName(name === '' ? `column_${index + 1}` : name, name, taken, wanted);
    taken.add(unique);
    if (name === '') report(`Column ${index + 1} has no name; it is called \`${unique}\` here.`);
    else if (unique !== name)
      report(`The name \`${name}\` comes twice; column ${index + 1} is called \`${unique}\` here.`);
    else if (names[index] !== name)
      report(`The name \`${names[index]}\` has blanks around it; it is called \`${name}\` here.`);
    return unique;
  });
}

// A made-up name must not take one that another column was given by the file.
function freeName(base: string, given: string, taken: ReadonlySet<string>, wanted: ReadonlySet<string>): string {
  if (!taken.has(base) && (base === given || !wanted.has(base))) return base;
  for (let count = 2; ; count++) {
    const name = `${base}_${count}`;
    if (!taken.has(name) && !wanted.has(name)) return name;
  }
}
