/** The wanted name, or the first of `name_2`, `name_3`, … that nothing has yet; at most `longest` characters. */
export function freeName(wanted: string, taken: Iterable<string>, longest: number, separator = '_'): string {
  const used = taken instanceof Set ? taken : new Set(taken);
  const plain = wanted.slice(0, longest);
  if (!used.has(plain)) return plain;
  const stem = plain.replace(new RegExp(`${separator}\\d+$`), '');
  for (let time = 2; ; time += 1) {
    const ending = `${separator}${time}`;
    const name = stem.slice(0, longest - ending.length) + ending;
    if (!used.has(name)) return name;
  }
}

/** An id for a transition out of an outcome, that nothing has yet. */
export function freeTransitionId(from: string, outcome: string, taken: Iterable<string>): string {
  const wanted = `${from}:${outcome}`.replace(/[^A-Za-z0-9_:-]/g, '_');
  return freeName(wanted, taken, LONGEST_TRANSITION_ID, ':');
}

export const LONGEST_STATE_ID = 64;
export const LONGEST_TRANSITION_ID = 200;
export const LONGEST_RULE_ID = 64;
export const LONGEST_VARIABLE_NAME = 64;
/** Of a note's or a group's id. */
export const LONGEST_CANVAS_ID = 100;
