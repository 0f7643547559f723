import type { LanguagePack } from '@/prompts/language-pack';
import { normalizeWord } from '../normalize';
import type { NumberLexicon } from './number-words';

/** So many months or years, in tokens `from` (inclusive) to `to` (exclusive). */
export type Duration = Readonly<{ value: number; unit: 'month' | 'year'; from: number; to: number }>;

type Fused = Readonly<{ value: number; unit: Duration['unit'] }>;

/** Takes apart words that join a number and a unit of time, the number losing its last vowel: పది + ఏళ్లు → పదేళ్లు. */
export class FusedDurations {
  private readonly units: readonly (readonly [string, Duration['unit']])[];
  private readonly found = new Map<string, Fused | null>();

  constructor(
    { lexicon }: LanguagePack,
    private readonly numbers: NumberLexicon,
  ) {
    this.units = (['year', 'month'] as const).flatMap((unit) =>
      (lexicon.dates.units[unit] ?? []).flatMap((word) =>
        joinedForms(normalizeWord(word.replace(/\*$/, ''))).map((form) => [form, unit] as const),
      ),
    );
  }

  /** The duration that a word is, or null. */
  find(word: string): Fused | null {
    const known = this.found.get(word);
    if (known !== undefined) return known;
    const fused = this.takeApart(word);
    // Bounded, so that a stranger's text can't fill the memory.
    if (this.found.size < MOST_REMEMBERED) this.found.set(word, fused);
    return fused;
  }

  private takeApart(word: string): Fused | null {
    for (const [form, unit] of this.units) {
      const at = word.lastIndexOf(form);
      if (at < SHORTEST_NUMBER || word.length - at - form.length > LONGEST_ENDING) continue;
      const number = this.numberOf(word.slice(0, at));
      if (number !== null) return { value: number, unit };
    }
    return null;
  }

  private numberOf(stem: string): number | null {
    const isLatin = stem.charCodeAt(0) < FIRST_INDIAN;
    const block = stem.charCodeAt(0) & ~0x7f;
    const endings = isLatin ? ['u', 'i', 'a'] : SIGNS.map((sign) => String.fromCharCode(block + sign));
    for (const ending of ['', ...endings]) {
      const found = this.numbers.find(stem + ending);
      if (found?.kind === 'number' && found.value > 0 && found.value <= MOST_YEARS) return found.value;
    }
    return null;
  }
}

const MOST_REMEMBERED = 20_000;
const SHORTEST_NUMBER = 2;
const LONGEST_ENDING = 4; // a case ending after the unit
const MOST_YEARS = 40;
const FIRST_INDIAN = 0x0900;

// In every Indian block the independent vowels and their signs have the same places.
const SIGNS = [0x41, 0x3f, 0x46, 0x48]; // u, i, e, ai: how numbers end
const FIRST_VOWEL = 0x05;
const LAST_VOWEL = 0x14;
const VOWEL_TO_SIGN = 0x3e - 0x06;

/** How a unit that begins with a vowel looks after a consonant; a unit that doesn't is never fused. */
function joinedForms(word: string): readonly string[] {
  const code = word.charCodeAt(0);
  if (code < FIRST_INDIAN) return /^[aeiou]..../.test(word) ? [word] : word.startsWith('yell') ? [word.slice(1)] : [];
  const offset = code & 0x7f;
  if (offset < FIRST_VOWEL || offset > LAST_VOWEL) return [];
  return [String.fromCharCode(code + VOWEL_TO_SIGN) + word.slice(1)];
}
