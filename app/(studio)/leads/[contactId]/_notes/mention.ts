import type { Option } from '@/app/_ui/match-options';

/** What is typed after an "@" that ends where the cursor is; null where no name is being typed. */
export function mentionAt(text: string, cursor: number): string | null {
  const found = /(?:^|\s)@([\p{L}\p{M}.]*(?: [\p{L}\p{M}.]*)?)$/u.exec(text.slice(0, cursor));
  return found?.[1] ?? null;
}

/** The text with a name in place of what was begun before the cursor, and where the cursor goes then. */
export function insertMention(text: string, cursor: number, name: string) {
  const begun = mentionAt(text, cursor) ?? '';
  const before = `${text.slice(0, cursor - begun.length)}${name} `;
  return { text: `${before}${text.slice(cursor)}`, cursor: before.length };
}

/** Ids of the people whose names stand in the text after an "@". */
export function mentionsIn(text: string, people: readonly Option<string>[]): string[] {
  return people.filter(({ label }) => text.includes(`@${label}`)).map(({ value }) => value);
}
