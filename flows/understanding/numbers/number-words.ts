import type { NumberWords } from '@/prompts/language-pack';
import { normalizeWord } from '../normalize';
import { stemsOf } from '../word-endings';
import { type FractionEnding, learnFractionEndings } from './fraction-endings';

/** What one word contributes to a number. `fixed` is an amount by itself; `prefix` adds to the number that follows. */
export type NumberWord = Readonly<{
  kind: 'number' | 'fraction' | 'prefix' | 'hundred' | 'magnitude' | 'fixed';
  value: number;
  /** Also an ordinary word: it counts only when a number or a magnitude follows. */
  ambiguous: boolean;
}>;

/** The number words of one language, compiled for look-ups. Joined words are taken apart when they are looked up. */
export class NumberLexicon {
  private readonly words = new Map<string, NumberWord>();
  private readonly openEnded = new Map<string, NumberWord>();
  private readonly stems = new Map<string, NumberWord>();
  private readonly fusedEndings: readonly (readonly [string, number])[];
  private readonly fractionEndings: readonly FractionEnding[];
  private readonly caseEndings: readonly string[];
  private readonly found = new Map<string, NumberWord | null>();
  private readonly ambiguous: ReadonlySet<string>;
  readonly connectors: ReadonlySet<string>;
  readonly rangeWords: ReadonlySet<string>;
  /** Range words as they look when they are joined to what comes before. */
  readonly rangeEndings: readonly string[];
  readonly currency: ReadonlySet<string>;
  readonly percent: ReadonlySet<string>;

  /** `endings` are the case endings that the language puts on words, numbers too (ఏడున్నర + కి). */
  constructor(numbers: NumberWords, endings: readonly string[] = []) {
    this.caseEndings = endings.map(normalizeWord).sort((left, right) => right.length - left.length);
    this.fractionEndings = learnFractionEndings(normalized(numbers.fractions), normalized(numbers.words));
    this.ambiguous = wordSet(numbers.ambiguous);
    this.connectors = wordSet(numbers.connectors);
    this.rangeWords = wordSet(numbers.rangeWords);
    this.rangeEndings = numbers.rangeWords
      .flatMap(joinableForms)
      .filter((ending) => ending.length >= SHORTEST_INFLECTED);
    this.currency = wordSet(numbers.currency);
    this.percent = wordSet(numbers.percent);
    this.fusedEndings = Object.entries(numbers.fusedMagnitudes ?? {}).flatMap(([value, words]) =>
      words.flatMap(joinableForms).map((ending): [string, number] => [ending, Number(value)]),
    );
    this.addAll('fixed', numbers.fixedAmounts);
    this.addAll('fraction', numbers.fractions);
    this.addAll('prefix', numbers.prefixFractions);
    this.addAll('magnitude', numbers.magnitudes);
    this.addAll('hundred', numbers.hundreds);
    this.addAll('number', numbers.words);
    this.addStems('number', numbers.compounds?.tens ?? {});
    this.addStems('hundred', numbers.compounds?.hundreds ?? {});
  }

  find(word: string): NumberWord | null {
    const known = this.found.get(word);
    if (known !== undefined) return known;
    const found = this.findPlain(word) ?? this.findInflected(word);
    // Bounded, so that a stranger's text can't fill the memory.
    if (this.found.size < MOST_REMEMBERED) this.found.set(word, found);
    return found;
  }

  private findPlain(word: string): NumberWord | null {
    const found = this.words.get(word) ?? this.findOpenEnded(word);
    if (found !== null || word.length < SHORTEST_JOINED) return found;
    return this.findCompound(word) ?? this.findWithFraction(word) ?? this.findFused(word) ?? this.findGlued(word);
  }

  /** A number with a case ending. Words that are ordinary ones too are numbers only as they are. */
  private findInflected(word: string): NumberWord | null {
    for (const ending of this.caseEndings) {
      if (word.length - ending.length < SHORTEST_INFLECTED || !word.endsWith(ending)) continue;
      for (const stem of stemsOf(word, ending)) {
        const found = this.findPlain(stem);
        if (found !== null && !found.ambiguous && found.kind !== 'prefix') return found;
      }
    }
    return null;
  }

  /** A number with a half or a quarter joined: ఇరవైన్నర 20.5. */
  private findWithFraction(word: string): NumberWord | null {
    for (const { rest, end, fraction } of this.fractionEndings) {
      if (!word.endsWith(rest)) continue;
      const head = word.slice(0, -rest.length) + end;
      const number = this.words.get(head) ?? this.findCompound(head);
      if (number?.kind === 'number') return { kind: 'fraction', value: number.value + fraction, ambiguous: false };
    }
    return null;
  }

  private addAll(kind: NumberWord['kind'], byValue: Readonly<Record<string, readonly string[]>>): void {
    for (const [value, words] of Object.entries(byValue)) {
      for (const raw of words) {
        const isOpenEnded = raw.endsWith('*');
        const word = normalizeWord(isOpenEnded ? raw.slice(0, -1) : raw);
        const target = isOpenEnded ? this.openEnded : this.words;
        if (!target.has(word)) {
          target.set(word, { kind, value: Number(value), ambiguous: this.ambiguous.has(word) });
        }
      }
    }
  }

  /** A stem that stands alone ("இருபத்து ஐந்து") counts when a number follows. */
  private addStems(kind: NumberWord['kind'], byValue: Readonly<Record<string, readonly string[]>>): void {
    for (const [value, words] of Object.entries(byValue)) {
      for (const stem of words.map(normalizeWord)) {
        const word = { kind, value: Number(value), ambiguous: true };
        this.stems.set(stem, word);
        if (!this.words.has(stem)) this.words.set(stem, word);
      }
    }
  }

  private findOpenEnded(word: string): NumberWord | null {
    for (let length = word.length; length >= 2; length--) {
      const found = this.openEnded.get(word.slice(0, length));
      if (found !== undefined) return found;
    }
    return null;
  }

  /** A stem and a smaller number in one word: ಇಪ್ಪತ್ತೈದು 25, నూటయాభై 150. */
  private findCompound(word: string): NumberWord | null {
    for (let length = word.length - 2; length >= 2; length--) {
      const stem = this.stems.get(word.slice(0, length));
      if (stem === undefined) continue;
      const limit = stem.kind === 'hundred' ? 100 : 10;
      for (const rest of wholeForms(word, length)) {
        const unit = this.words.get(rest) ?? (limit === 100 ? this.findCompound(rest) : null);
        if (unit?.kind === 'number' && unit.value > 0 && unit.value < limit) {
          return { kind: stem.kind, value: stem.value + unit.value, ambiguous: false };
        }
      }
    }
    return null;
  }

  /** A number and a magnitude that changes its end: இருபதாயிரம் 20,000. */
  private findFused(word: string): NumberWord | null {
    for (const [ending, magnitude] of this.fusedEndings) {
      if (!word.endsWith(ending)) continue;
      const open = word.slice(0, -ending.length);
      for (const head of [open, open + vowelUOf(word)]) {
        const number = this.words.get(head) ?? this.findCompound(head);
        if (number?.kind === 'number') return { kind: 'fixed', value: number.value * magnitude, ambiguous: false };
      }
    }
    return null;
  }

  /** A number and a magnitude written without a space: ಐವತ್ತುಲಕ್ಷ, pachaslakh. */
  private findGlued(word: string): NumberWord | null {
    for (let length = 3; length <= word.length - 3; length++) {
      const head = this.words.get(word.slice(0, length));
      if (head === undefined || head.ambiguous || (head.kind !== 'number' && head.kind !== 'fraction')) continue;
      const tail = this.words.get(word.slice(length)) ?? this.findOpenEnded(word.slice(length));
      if (tail?.kind === 'magnitude') return { kind: 'fixed', value: head.value * tail.value, ambiguous: false };
    }
    return null;
  }
}

const MOST_REMEMBERED = 20_000;
const SHORTEST_JOINED = 5;
const SHORTEST_INFLECTED = 3;

function normalized(byValue: Readonly<Record<string, readonly string[]>>): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(Object.entries(byValue).map(([value, words]) => [value, words.map(normalizeWord)]));
}

function wordSet(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.map(normalizeWord));
}

// In every Indian block the vowels (short a first) and their signs have the same places.
const SHORT_A = 0x05;
const FIRST_VOWEL = 0x06;
const LAST_VOWEL = 0x14;
const FIRST_SIGN = 0x3e;
const LAST_SIGN = 0x4c;
const U_SIGN = 0x41;

/** How a word looks at the end of a joined word: as it is, and with its first vowel as a sign. */
function joinableForms(raw: string): readonly string[] {
  const word = normalizeWord(raw);
  const code = word.charCodeAt(0);
  const offset = code & 0x7f;
  if (code < 128 || offset < FIRST_VOWEL || offset > LAST_VOWEL) return [word];
  return [word, String.fromCharCode(code - FIRST_VOWEL + FIRST_SIGN) + word.slice(1)];
}

/** What the rest of a joined word may have been before it was joined at `at`. */
function wholeForms(word: string, at: number): readonly string[] {
  const rest = word.slice(at);
  const code = word.charCodeAt(at);
  const offset = code & 0x7f;
  if (code < 128) return [rest];
  if (offset >= FIRST_SIGN && offset <= LAST_SIGN) {
    return [String.fromCharCode(code - FIRST_SIGN + FIRST_VOWEL) + rest.slice(1)];
  }
  return [rest, String.fromCharCode((code & ~0x7f) + SHORT_A) + rest];
}

function vowelUOf(word: string): string {
  const code = word.charCodeAt(0);
  return code < 128 ? 'u' : String.fromCharCode((code & ~0x7f) + U_SIGN);
}
