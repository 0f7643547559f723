/** The wanted name, or the first of `name_2`, `name_3`, … that nothing has yet; at most `longest` characters. */
export function freeName(wanted: string, taken: Iterable<string>, longest: number, separator = '_'): string {
  const used = new Set(taken);
  const plain = wanted.slice(0, longest);
  if (!used.has(plain)) return plain;
  const stem = plain.replace(new RegExp(`${separator}\\d+$`), '');
  for (let time = 2; ; time += 1) {
    const ending = `${separator}${time}`;
    const name = stem.slice(0, longest - ending.length) + ending;
    if (!used.has(name)) return name;
  }
}

export const LONGEST_STATE_ID = 64;
export const LONGEST_TRANSITION_ID = 200;
