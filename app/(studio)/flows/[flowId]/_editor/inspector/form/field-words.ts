import { words } from '@/app/_words/en';

const { fields, values, form } = words.editor.inspector;

/** What a field is called: "giveUpAfter" is "Give up after", unless it has words of its own. */
export function labelOfPath(path: string): string {
  return wordsOfPath(path)?.label ?? plainName(namesOf(path).at(-1) ?? '');
}

/** A sentence that says what a field is for, where one is needed. */
export function helpOfPath(path: string): string | undefined {
  return wordsOfPath(path)?.help;
}

/** What one entry of a list is called: "question". */
export function entryOfPath(path: string): string {
  return wordsOfPath(path)?.entry ?? form.entry;
}

/** What a value of a fixed list is called. */
export function wordOfValue(value: string): string {
  return Object.hasOwn(values, value) ? (values[value] ?? value) : plainName(value);
}

/** A name of the document in plain words: "needs_more_info" is "Needs more info". */
export function plainName(name: string): string {
  const plain = name
    .replaceAll(/([a-z0-9])([A-Z])/g, (_all, before: string, after: string) => `${before} ${after.toLowerCase()}`)
    .replaceAll('_', ' ')
    .replaceAll(/\b(emi|ltv)\b/gi, (word) => word.toUpperCase());
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** Inside `wants`, `ask` may be called otherwise than by itself. */
function wordsOfPath(path: string) {
  const names = namesOf(path);
  const wanted = [names.slice(-2).join('.'), names.at(-1) ?? ''];
  const known = wanted.find((name) => Object.hasOwn(fields, name));
  return known === undefined ? undefined : fields[known];
}

function namesOf(path: string): readonly string[] {
  return path.split('.').filter((name) => !/^\d+$/.test(name));
}
