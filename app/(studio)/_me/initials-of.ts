const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The first letters of the first and last part of a name, as one reads them in its own script: "RK", "ಮೀ". */
export function initialsOf(name: string): string {
  const parts = name.trim().split(/\s+/);
  const wanted = parts.length > 1 ? [parts[0], parts.at(-1)] : [parts[0]];
  return wanted.map((part) => firstLetter(part ?? '')).join('');
}

function firstLetter(word: string): string {
  for (const { segment } of letters.segment(word)) return segment.toUpperCase();
  return '';
}
