/** Biome's line width in this repository: a list of plain values stands on one line up to here. */
const LINE_WIDTH = 120;
const STEP = '  ';

/** JSON text in the format of the flow library: two spaces, each entry on its line, short lists of plain values on one. */
export function printDocument(document: unknown): string {
  return `${print(document, '', 0)}\n`;
}

/** `before`: how many characters stand on the line already, without the indentation. */
function print(value: unknown, indent: string, before: number): string {
  if (Array.isArray(value)) return printList(value, indent, before);
  if (typeof value === 'object' && value !== null) return printEntries(value, indent);
  return JSON.stringify(value) ?? 'null';
}

function printList(items: readonly unknown[], indent: string, before: number): string {
  if (items.length === 0) return '[]';
  if (items.every(isPlain)) {
    const line = `[${items.map((item) => JSON.stringify(item) ?? 'null').join(', ')}]`;
    if (indent.length + before + line.length + ','.length <= LINE_WIDTH) return line;
  }
  const inner = indent + STEP;
  return `[\n${items.map((item) => inner + print(item, inner, 0)).join(',\n')}\n${indent}]`;
}

function printEntries(holder: object, indent: string): string {
  const entries = Object.entries(holder).filter(([, value]) => value !== undefined);
  if (entries.length === 0) return '{}';
  const inner = indent + STEP;
  const lines = entries.map(([name, value]) => {
    const key = `${JSON.stringify(name)}: `;
    return inner + key + print(value, inner, key.length);
  });
  return `{\n${lines.join(',\n')}\n${indent}}`;
}

function isPlain(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}
