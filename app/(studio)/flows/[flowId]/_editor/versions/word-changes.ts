import { diffArrays } from 'diff';
import type { LanguageCode } from '@/flows/schema/language';

export type WordChange = Readonly<{ kind: 'same' | 'added' | 'removed'; text: string }>;

/**
 * What changed between two texts, word by word; the parts that are not added make the old text, those that are not removed
 * the new one. Words are those of the language, so that no letter of an Indian script is torn from its marks.
 */
export function wordChanges(was: string, is: string, language: LanguageCode): WordChange[] {
  const changes = diffArrays(wordsOf(was, language), wordsOf(is, language), { timeout: MOST_MS });
  // Too different to be compared in time: as a whole, then.
  if (!changes) return withoutEmpty([removed(was), added(is)]);
  return joined(
    changes.map(({ value, added: isNew, removed: isGone }) => {
      const text = value.join('');
      return isNew ? added(text) : isGone ? removed(text) : { kind: 'same', text };
    }),
  );
}

const MOST_MS = 100;

/** A variable is one word, however it is written. */
function wordsOf(text: string, language: LanguageCode): string[] {
  const segmenter = segmenterFor(language);
  return text
    .split(/(\{\{.*?\}\})/s)
    .flatMap((part, index) =>
      index % 2 === 1 ? [part] : Array.from(segmenter.segment(part), ({ segment }) => segment),
    );
}

const segmenters = new Map<LanguageCode, Intl.Segmenter>();

function segmenterFor(language: LanguageCode): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known) return known;
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  segmenters.set(language, segmenter);
  return segmenter;
}

/** Joins neighbours of a kind; a space or a comma alone between two changes belongs to both, so that they read as one. */
function joined(changes: readonly WordChange[]): WordChange[] {
  const result: WordChange[] = [];
  let gone = '';
  let fresh = '';
  const flush = () => {
    result.push(...withoutEmpty([removed(gone), added(fresh)]));
    gone = '';
    fresh = '';
  };
  for (const [index, { kind, text }] of changes.entries()) {
    const isBetween =
      kind === 'same' && !/[\p{L}\p{N}{]/u.test(text) && gone + fresh !== '' && index < changes.length - 1;
    if (kind === 'same' && !isBetween) flush();
    if (kind === 'same' && !isBetween) result.push({ kind, text });
    if (kind === 'removed' || isBetween) gone += text;
    if (kind === 'added' || isBetween) fresh += text;
  }
  flush();
  return result;
}

function added(text: string): WordChange {
  return { kind: 'added', text };
}

function removed(text: string): WordChange {
  return { kind: 'removed', text };
}

function withoutEmpty(changes: readonly WordChange[]): WordChange[] {
  return changes.filter(({ text }) => text !== '');
}
