import type { LanguageCode } from '@/flows/schema/language';
import type { LanguagePack } from '@/prompts/language-pack';
import { compileLexicon, compilePlaces, type LexiconMatcher, matcherOf } from './lexicon/lexicon';
import { PlaceIndex } from './lexicon/place-index';
import { FusedDurations } from './numbers/fused-durations';
import { NumberLexicon } from './numbers/number-words';
import { createNumberReader, type NumberReader } from './numbers/numbers';

/** What the texts of one language are read with. */
export type LanguageTools = Readonly<{
  matcher: LexiconMatcher;
  numberReader: NumberReader;
  fused: FusedDurations;
}>;

/** The tools of any of the languages, each made once, when it is first asked for; an unknown language gets English. */
export function createLanguageTools(packs: readonly LanguagePack[]): (language: LanguageCode) => LanguageTools {
  const localities = new Set(packs.flatMap(({ lexicon }) => Object.keys(lexicon.values.locality ?? {})));
  const packOf = new Map(packs.map((pack) => [pack.code, pack]));
  const lexiconOf = once((code: LanguageCode) => mapped(packOf.get(code), (pack) => compileLexicon(pack, localities)));
  const numbersOf = once((code: LanguageCode) =>
    mapped(packOf.get(code), (pack) => new NumberLexicon(pack.numbers, pack.lexicon.suffixes)),
  );
  const placesOf = once((_: 'all') => {
    const lexicon = compilePlaces(packs, localities);
    return { lexicon, index: new PlaceIndex(lexicon) };
  });
  const toolsOf = once((code: LanguageCode): LanguageTools => {
    const mixed = code === ENGLISH ? [ENGLISH] : [code, ENGLISH];
    const lexicons = mixed.flatMap((each) => lexiconOf(each) ?? []);
    const numbers = mixed.flatMap((each) => numbersOf(each) ?? []);
    const all = packs.flatMap((pack) => numbersOf(pack.code) ?? []);
    const { lexicon, index } = placesOf('all');
    const isNumber = (word: string): boolean => numbers.some((own) => own.find(word) !== null);
    const pack = packOf.get(code);
    if (pack === undefined || numbers[0] === undefined) throw new Error(`There is no language pack "${code}".`);
    return {
      matcher: matcherOf([...lexicons, lexicon], index, isNumber),
      numberReader: createNumberReader(numbers, all),
      fused: new FusedDurations(pack, numbers[0]),
    };
  });
  return (language) => toolsOf(packOf.has(language) ? language : ENGLISH);
}

const ENGLISH = 'en';

function once<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, Value>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}

function mapped<From, To>(value: From | undefined, change: (value: From) => To): To | undefined {
  return value === undefined ? undefined : change(value);
}
