export type JsonPath = readonly (string | number)[];
/** UTF-16 offsets into the text. */
export type TextRange = Readonly<{ from: number; to: number }>;

/**
 * Where the values of some paths stand in a JSON text: the value itself, or for a list or an object the name or bracket that
 * opens it. A path that leads on to something that is not there gives the last place on the way that is. The text must be
 * JSON; it is walked once, and only what a path leads into is looked at closely.
 */
export function locatePaths(text: string, paths: readonly JsonPath[]): readonly TextRange[] {
  const root = { ...newWanted(), range: rangeAt(text, skipSpace(text, 0), null) };
  const ends = paths.map((path) => path.reduce(grow, root));
  walk(text, root.range.from, root);
  return ends.map(nearestFound);
}

/** A part of a path that somebody asked for, with what was asked for below it. */
type Wanted = {
  readonly parent: Wanted | null;
  readonly children: Map<string, Wanted>;
  range: TextRange | null;
};

function newWanted(parent: Wanted | null = null): Wanted {
  return { parent, children: new Map(), range: null };
}

function grow(wanted: Wanted, key: string | number): Wanted {
  const known = wanted.children.get(String(key));
  const child = known ?? newWanted(wanted);
  wanted.children.set(String(key), child);
  return child;
}

function nearestFound(wanted: Wanted): TextRange {
  if (wanted.range) return wanted.range;
  return wanted.parent ? nearestFound(wanted.parent) : { from: 0, to: 0 };
}

/** Looks for the children of what begins at `at`. Goes only as deep as a path does. */
function walk(text: string, at: number, wanted: Wanted): void {
  if (wanted.children.size === 0) return;
  if (text[at] === '{') walkObject(text, at, wanted);
  if (text[at] === '[') walkList(text, at, wanted);
}

function walkObject(text: string, start: number, wanted: Wanted): void {
  let at = skipSpace(text, start + 1);
  while (text[at] === '"') {
    const nameEnd = endOfString(text, at);
    const value = skipSpace(text, skipSpace(text, nameEnd) + ':'.length);
    const child = wanted.children.get(nameIn(text, at, nameEnd));
    if (child) found(text, value, child, { from: at, to: nameEnd });
    at = afterComma(text, endOfValue(text, value));
  }
}

function walkList(text: string, start: number, wanted: Wanted): void {
  let at = skipSpace(text, start + 1);
  for (let index = 0; at < text.length && text[at] !== ']'; index += 1) {
    const child = wanted.children.get(String(index));
    if (child) found(text, at, child, null);
    at = afterComma(text, endOfValue(text, at));
  }
}

/** A name that stands twice in an object counts where it stands last, as it does for whoever reads the JSON. */
function found(text: string, at: number, wanted: Wanted, name: TextRange | null): void {
  wanted.range = rangeAt(text, at, name);
  walk(text, at, wanted);
}

function rangeAt(text: string, at: number, name: TextRange | null): TextRange {
  if (text[at] === '{' || text[at] === '[') return name ?? { from: at, to: at + 1 };
  return { from: at, to: endOfValue(text, at) };
}

function nameIn(text: string, from: number, to: number): string {
  const quoted = text.slice(from, to);
  return quoted.includes('\\') ? String(JSON.parse(quoted)) : quoted.slice(1, -1);
}

function afterComma(text: string, at: number): number {
  const next = skipSpace(text, at);
  return text[next] === ',' ? skipSpace(text, next + 1) : next;
}

function endOfValue(text: string, start: number): number {
  if (text[start] === '"') return endOfString(text, start);
  if (text[start] !== '{' && text[start] !== '[') return endOfScalar(text, start);
  let open = 0;
  for (let at = start; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') at = endOfString(text, at) - 1;
    if (character === '{' || character === '[') open += 1;
    if (character === '}' || character === ']') open -= 1;
    if (open === 0) return at + 1;
  }
  return text.length;
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at + 1;
  }
  return text.length;
}

function endOfScalar(text: string, start: number): number {
  const scalar = /[^\s,\]}]+/y;
  scalar.lastIndex = start;
  return scalar.test(text) ? scalar.lastIndex : start;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' \t\n\r\uFEFF'.includes(text[at] ?? '')) at += 1;
  return at;
}
