/** What the author is writing inside `{{ }}`: a name, or after `|` the way it is written. */
export type MenuQuery = Readonly<{
  kind: 'name' | 'format';
  /** What is written of it so far. */
  search: string;
  /** Where the placeholder begins, and where what a choice replaces begins. */
  start: number;
  from: number;
}>;

export type Insertion = Readonly<{ text: string; caret: number }>;

/** The open placeholder before the cursor, or null. */
export function menuQuery(text: string, caret: number): MenuQuery | null {
  const start = text.lastIndexOf('{{', caret - 1);
  if (start === -1 || start + 2 > caret) return null;
  const inside = text.slice(start + 2, caret);
  if (inside.length > LONGEST || /[}\n"']/.test(inside)) return null;
  const bar = inside.lastIndexOf('|');
  const written = inside.slice(bar + 1);
  if (!/^\s*[\w.]*$/.test(written)) return null;
  return {
    kind: bar === -1 ? 'name' : 'format',
    search: written.trim(),
    start,
    from: start + 2 + bar + 1,
  };
}

/** No name and format is longer: behind this, an open `{{` is a slip, and no menu is wanted. */
const LONGEST = 120;

/** The text with a name or a format put in for what was written of it, and the placeholder closed. */
export function completeQuery(text: string, caret: number, query: MenuQuery, chosen: string): Insertion {
  const rest = text.slice(caret).replace(/^[\w.]*/, '');
  const closing = /^\s*\}\}/.exec(rest)?.[0] ?? '';
  const isOngoing = closing === '' && /^\s*\|/.test(rest);
  const before = `${text.slice(0, query.from)} ${chosen}`;
  if (isOngoing) return { text: before + rest, caret: before.length };
  return { text: `${before} }}${rest.slice(closing.length)}`, caret: before.length + ' }}'.length };
}

/** The text with a whole placeholder put in at the cursor. */
export function insertPlaceholder(text: string, caret: number, chosen: string): Insertion {
  const placeholder = `{{ ${chosen} }}`;
  return { text: text.slice(0, caret) + placeholder + text.slice(caret), caret: caret + placeholder.length };
}
