import type { Extractor } from './extractor';

/** The same extractor, but for what it read across a sensitive number: the span of a finding must not show one. */
export function withoutHidden(read: Extractor): Extractor {
  return (reading, context) =>
    read(reading, context).filter(({ start, end }) => !HIDDEN.test(reading.text.slice(start, end)));
}

const HIDDEN = / {9}/; // a sensitive number is blanked, and none is shorter
