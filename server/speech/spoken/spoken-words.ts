import type { LanguagePack } from '@/prompts/language-pack';
import { languages } from '@/prompts/load-languages';
import { spokenLanguages } from '@/prompts/load-spoken';
import type { SpokenLanguage } from '@/prompts/spoken-language';

/** What is needed to say one language aloud. */
export type SpokenWords = {
  readonly words: SpokenLanguage;
  readonly format: LanguagePack['format'];
  /** Signs of the currency, as the inside of a pattern. */
  readonly signs: string;
  /** What "lakh", "करोड़" and their like are worth, in small letters. */
  readonly magnitudes: ReadonlyMap<string, number>;
};

/** The words of a language, or undefined if it has none. */
export function spokenWordsOf(language: string): SpokenWords | undefined {
  return all.get(language);
}

/** As the language writes them, as we say them, and the English ones, which are written among all languages. */
function magnitudesOf(pack: LanguagePack, words: SpokenLanguage): Map<string, number> {
  const { thousand, lakh, crore } = pack.format;
  const formatted: [number, string][] = [
    [1_000, thousand],
    [100_000, lakh],
    [10_000_000, crore],
  ];
  const said = formatted.flatMap(([worth], at) => {
    const { one, many } = [words.thousand, words.lakh, words.crore][at] ?? words.crore;
    const forms = [one, many].flatMap(({ last, joined, beforeNoun }) => [last, joined ?? last, beforeNoun ?? last]);
    return forms.flatMap((form): [number, string][] => {
      const word = form.split(' ').at(-1) ?? '';
      return word === '' || word.includes('{') ? [] : [[worth, word]];
    });
  });
  return new Map([...ENGLISH, ...formatted, ...said].map(([worth, word]) => [word.toLowerCase(), worth]));
}

const ENGLISH: readonly [number, string][] = [
  [1_000, 'thousand'],
  [100_000, 'lakh'],
  [100_000, 'lakhs'],
  [100_000, 'lac'],
  [10_000_000, 'crore'],
  [10_000_000, 'crores'],
  [10_000_000, 'cr'],
];

const all: ReadonlyMap<string, SpokenWords> = new Map(
  Object.entries(spokenLanguages).flatMap(([code, words]): [string, SpokenWords][] => {
    const pack = languages[code];
    if (pack === undefined) return [];
    const signs = words.currencySigns.map((sign) => sign.replace(/[^\p{L}\p{M}]/gu, '\\$&')).join('|');
    return [[code, { words, format: pack.format, signs, magnitudes: magnitudesOf(pack, words) }]];
  }),
);
