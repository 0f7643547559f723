import type { Token } from '../normalize';
import { knownWords } from './known-words';
import { isTens, type NumberProgress, resultOf, takeFixed, takeFraction, takeHundred } from './number-progress';
import type { NumberSpan } from './number-span';
import type { NumberLexicon, NumberWord } from './number-words';

/** The grammar of numbers over one text: what its words, one after the other, add up to. */
export class NumberGrammar {
  private readonly known: readonly (NumberWord | null)[];

  constructor(
    private readonly tokens: readonly Token[],
    private readonly own: readonly NumberLexicon[],
    others: readonly NumberLexicon[],
    private readonly isUnit: (index: number) => boolean,
  ) {
    this.known = knownWords(tokens, own, others);
  }

  /** The number that begins exactly at `index`, or null. */
  readAt(index: number): NumberSpan | null {
    const first = this.known[index];
    if (first == null || !this.canBegin(first, index)) return null;
    const progress: NumberProgress = {
      total: 0,
      current: null,
      groupStart: index,
      low: null,
      smallest: Number.POSITIVE_INFINITY,
      largest: 1,
      steps: 0,
      isBare: first.kind === 'magnitude',
      hasWords: this.tokens[index]?.kind === 'word',
      hasFractionBefore: false,
    };
    let at = index;
    while (at < this.tokens.length) {
      const next = this.step(progress, at);
      if (next === null) break;
      progress.steps++;
      at = next;
    }
    if (at === index) return null;
    const inDigits = this.tokens[index]?.kind === 'number';
    return { from: index, to: at, ...resultOf(progress), inDigits };
  }

  /** "10 lakh to 15 lakh" as one range, when a range word and nothing else is between. */
  mergeRange(before: NumberSpan | undefined, after: NumberSpan): NumberSpan | null {
    if (before === undefined || before.magnitude !== after.magnitude) return null;
    if (before.magnitude < 1000 || before.value >= after.value) return null;
    const isApart = after.from === before.to + 1 && this.isRangeWord(before.to);
    const isJoined = after.from === before.to && this.endsInRangeWord(before.to - 1);
    if (!isApart && !isJoined) return null;
    return { ...after, from: before.from, low: before.low };
  }

  private canBegin(word: NumberWord, index: number): boolean {
    if (!word.ambiguous) return true;
    if (word.kind === 'number' && this.known[this.pastConnectors(index + 1)]?.kind === 'fraction') return true;
    const next = this.known[index + 1];
    if ((word.kind === 'number' || word.kind === 'fraction') && this.isUnit(index + 1)) return true;
    if (word.kind === 'magnitude' || next == null) return false;
    return next.kind !== 'prefix' && !(next.kind === 'magnitude' && next.ambiguous);
  }

  private step(progress: NumberProgress, at: number): number | null {
    const word = this.known[at];
    if (word == null) return this.stepOver(progress, at);
    switch (word.kind) {
      case 'number':
        return this.takeNumber(progress, word.value, at);
      case 'hundred':
        return takeHundred(progress, word.value) ? at + 1 : null;
      case 'fraction':
        return takeFraction(progress, word.value) ? at + 1 : null;
      case 'prefix':
        return this.takePrefix(progress, word.value, at);
      case 'fixed':
        return takeFixed(progress, word.value) ? at + 1 : null;
      case 'magnitude':
        return this.takeMagnitude(progress, word, at);
      default:
        return word.kind satisfies never;
    }
  }

  /** A connector or a range word inside a number. */
  private stepOver(progress: NumberProgress, at: number): number | null {
    const text = this.tokens[at]?.text ?? '';
    const next = this.known[at + 1];
    if (progress.steps === 0) return null;
    // "one and a half": a connector after a connector.
    if (next == null) return this.isConnector(at) && this.isConnector(at + 1) && this.known[at + 2] ? at + 1 : null;
    if (
      text === '-' &&
      isTens((progress.current ?? 0) % 100) &&
      next.value < 10 &&
      this.tokens[at + 1]?.kind === 'word'
    )
      return at + 1;
    if (this.isRangeWord(at) && progress.current !== null && progress.low === null) {
      if (next.kind !== 'number' && next.kind !== 'fraction') return null;
      if (next.ambiguous && this.known[at + 2]?.kind !== 'magnitude') return null;
      progress.low = progress.current;
      progress.current = null;
      return at + 1;
    }
    if (!this.isConnector(at) || (this.tokens[at + 1]?.kind === 'number' && progress.largest > 1)) return null;
    const isLoose =
      (progress.current ?? 0) < 100 && next.ambiguous && next.kind === 'number' && this.known[at + 2] == null;
    return next.kind === 'magnitude' || isLoose ? null : at + 1;
  }

  private pastConnectors(at: number): number {
    let index = at;
    while (index < at + 2 && this.isConnector(index)) index++;
    return index;
  }

  private isConnector(at: number): boolean {
    const text = this.tokens[at]?.text ?? '';
    return this.own.some((lexicon) => lexicon.connectors.has(text));
  }

  private takeNumber(progress: NumberProgress, value: number, at: number): number | null {
    const { current } = progress;
    const isWord = this.tokens[at]?.kind === 'word';
    if (current === null) {
      if (progress.largest > 1 && !this.mayFollowMagnitude(progress, at)) return null;
      progress.groupStart = at;
      progress.current = value;
      return at + 1;
    }
    if (isWord && isTens(current % 100) && current < 1000 && value > 0 && value < 10)
      progress.current = current + value;
    else if (isWord && current >= 100 && current < 1000 && current % 100 === 0 && value < 100) {
      progress.current = current + value;
    } else if (current === 1 && progress.steps === 1 && value > 1 && progress.hasWords) progress.current = value;
    else if (progress.low === null && value > current && this.known[at + 1]?.kind === 'magnitude') {
      progress.low = current;
      progress.current = value;
    } else return null;
    return at + 1;
  }

  /** After "1 crore", a number belongs to the amount when a smaller magnitude follows, or when it ends the amount ("1 crore 20"). */
  private mayFollowMagnitude(progress: NumberProgress, at: number): boolean {
    if (progress.hasFractionBefore) return false;
    for (let ahead = at; ahead < Math.min(at + LOOK_AHEAD, this.tokens.length); ahead++) {
      const word = this.known[ahead];
      if (word == null && ahead > at && (this.tokens[ahead]?.text === '-' || this.isConnector(ahead))) continue;
      if (word == null) break;
      if (word.kind === 'magnitude') return word.value < progress.smallest || this.isOfCrores(progress, word, at);
      if (word.kind === 'fixed' || word.kind === 'hundred') return word.value < progress.smallest;
    }
    const value = this.known[at]?.value ?? 0;
    if (progress.smallest === 1000 && this.tokens[at]?.kind === 'word') return value < 100;
    const isLast = this.known[at + 1] == null && !this.isUnit(at + 1) && !isMark(this.tokens[at + 1], '%-/');
    return isLast && progress.smallest >= LAKH && value >= 10 && value < 100 && Number.isInteger(value);
  }

  /** "Nine thousand nine hundred crore": in words, a number of thousands goes on until its crores come. */
  private isOfCrores(progress: NumberProgress, word: NumberWord, at: number): boolean {
    const isInWords = progress.hasWords && this.tokens[at]?.kind === 'word';
    return isInWords && word.value === CRORE && progress.smallest === 1000 && progress.total < LAKH;
  }

  private takePrefix(progress: NumberProgress, delta: number, at: number): number | null {
    const next = this.known[at + 1];
    if (progress.current !== null || next == null) return null;
    if (next.kind === 'number') {
      progress.current = next.value + delta;
      progress.steps++;
      return at + 2;
    }
    if (next.kind !== 'magnitude' && next.kind !== 'hundred') return null;
    progress.current = 1 + delta;
    return at + 1;
  }

  private takeMagnitude(progress: NumberProgress, word: NumberWord, at: number): number | null {
    if (word.ambiguous && !isGluedToDigits(this.tokens, at)) return null;
    if (word.value === 100) {
      progress.current = (progress.current ?? 1) * 100;
      return at + 1;
    }
    const { current, total, smallest } = progress;
    if (current === null && progress.steps > 0 && word.value <= smallest) return null;
    if (word.value > smallest) {
      progress.total = (total + (current ?? 0)) * word.value;
    } else {
      if (progress.low !== null) progress.low = total + progress.low * word.value;
      progress.total = total + (current ?? 1) * word.value;
      progress.hasFractionBefore = current !== null && !Number.isInteger(current);
    }
    progress.current = null;
    progress.smallest = word.value;
    progress.largest = Math.max(progress.largest, word.value);
    return at + 1;
  }

  /** ಲಕ್ಷದಿಂದ: "from" joined to the magnitude. */
  private endsInRangeWord(at: number): boolean {
    const text = this.tokens[at]?.text ?? '';
    return this.own.some((lexicon) => lexicon.rangeEndings.some((ending) => text.endsWith(ending)));
  }

  private isRangeWord(at: number): boolean {
    const text = this.tokens[at]?.text ?? '';
    return /^[-–~]$/.test(text) || this.own.some((lexicon) => lexicon.rangeWords.has(text));
  }
}

const LAKH = 100_000;
const CRORE = 10_000_000;
const LOOK_AHEAD = 6; // tokens in which the magnitude of a group must come

function isGluedToDigits(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return before?.kind === 'number' && (tokens[at]?.start ?? 0) - before.end <= 1;
}

function isMark(token: Token | undefined, marks: string): boolean {
  return token !== undefined && token.kind === 'mark' && marks.includes(token.text);
}
