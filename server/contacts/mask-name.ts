/** A name as viewers read it: its first letter, and dots that don't tell how long it is. */
export function maskName(name: string | null): string | null {
  if (name === null) return null;
  const [first] = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(name.trim());
  return first === undefined ? null : `${first.segment}•••`;
}
