import type { LanguagePack } from '@/prompts/language-pack';
import type { Tag } from './match';

/** Every entry of a language's lexicon with what it means. `localities` are names of parts of cities. */
export function* entriesOf(
  { lexicon, cities, format }: LanguagePack,
  localities: ReadonlySet<string>,
): Generator<[Tag, readonly string[]]> {
  for (const [value, words] of Object.entries(lexicon.concepts)) yield [{ group: 'concept', value }, words];
  for (const [value, words] of Object.entries(lexicon.cues)) yield [{ group: value, value }, words];
  for (const [group, values] of Object.entries(lexicon.values)) {
    for (const [value, words] of Object.entries(values)) yield [{ group, value }, words];
  }
  for (const [value, word] of Object.entries(cities)) {
    if (!lexicon.commonWords.includes(word)) yield [{ group: 'city', value }, [openEnded(word)]];
  }
  for (const [value, words] of Object.entries(lexicon.cities)) {
    yield [{ group: localities.has(value) ? 'locality' : 'city', value }, words.map(openEnded)];
  }
  for (const [value, words] of Object.entries(lexicon.areas)) yield [{ group: 'area', value }, words];
  for (const [value, words] of Object.entries(lexicon.polarity)) yield [{ group: 'polarity', value }, words];
  yield* dateEntriesOf(lexicon.dates, format.monthNames);
}

/** Cities take endings in the Indian languages, and some change their last vowel for it: ಬೆಂಗಳೂರು → ಬೆಂಗಳೂರಿನಲ್ಲಿ. */
function openEnded(city: string): string {
  const isLatin = city.charCodeAt(0) < 128;
  return isLatin || city.length < 4 ? city : `${city.replace(CHANGING_END, '')}*`;
}

const CHANGING_END = /[\u0bc1\u0bcd\u0c02\u0c41\u0c4d\u0c82\u0cc1\u0ccd]$/;

function* dateEntriesOf(
  dates: LanguagePack['lexicon']['dates'],
  monthNames: readonly string[],
): Generator<[Tag, readonly string[]]> {
  for (const [value, words] of Object.entries(dates.days)) yield [{ group: 'day', value }, words];
  for (const [value, words] of dates.weekdays.entries()) yield [{ group: 'weekday', value: String(value) }, words];
  for (const [value, words] of dates.months.entries()) yield [{ group: 'month', value: String(value + 1) }, words];
  for (const [value, word] of monthNames.entries()) yield [{ group: 'month', value: String(value + 1) }, [word]];
  for (const [value, words] of Object.entries(dates.dayParts)) yield [{ group: 'dayPart', value }, words];
  for (const [value, words] of Object.entries(dates.units)) yield [{ group: 'unit', value }, words];
  for (const group of ['clock', 'am', 'pm', 'after', 'next', 'this', 'at', 'half'] as const) {
    yield [{ group, value: group }, dates[group]];
  }
}
