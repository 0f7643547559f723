import { tokenize } from '../understanding/normalize';
import type { NumberSpan } from '../understanding/numbers/number-span';
import { type Reading, spanOf } from '../understanding/read-text';
import type { DraftProblem, Grounds } from './grounds';
import type { KnownNumbers } from './known-numbers';
import { type CountedNumber, countedNumbers, isCurrencyAt, isPercentAt, LEAST_MAGNITUDE } from './read-numbers';
import type { Words } from './words';

/**
 * The numbers of a draft that nothing bears out, in digits or in the words of any language. A percent sign or a currency
 * without a number that could be read is one too: there may be a number in words that we don't know.
 */
export function findNumbers(
  text: string,
  { language, packs }: Grounds,
  { readText }: Words,
  known: KnownNumbers,
): readonly DraftProblem[] {
  const tokens = tokenize(text);
  const own = readText(text, tokens, language);
  const problems = countedNumbers(own, packs)
    .filter((number) => !isListMark(number.span, own) && !isBorneOut(number, known))
    .map(({ span }) => quote(own, span.from, span.to));
  // Number words of other languages are ordinary words here, except before a magnitude or a percentage.
  const smuggled = Object.keys(packs)
    .filter((code) => code !== language)
    .map((code) => readText(text, tokens, code))
    .flatMap((reading) =>
      countedNumbers(reading, packs)
        .filter(({ kind, span }) => kind === 'percent' || span.magnitude >= LEAST_MAGNITUDE)
        .filter((number) => !isBorneOut(number, known))
        .map(({ span }) => quote(reading, span.from, span.to)),
    );
  return unique([...problems, ...smuggled, ...withoutNumber(own, packs)]);
}

function isBorneOut({ kind, values }: CountedNumber, { exact, worked }: KnownNumbers): boolean {
  return values.every(
    (value) => exact[kind].has(value) || (kind === 'amount' && worked.some((result) => isRounded(value, result))),
  );
}

const MOST_ROUNDING = 0.005; // of the result: ₹78,800 for 78,779.14

/** Whether a value is a result, or what a person would round it to. */
function isRounded(value: number, result: number): boolean {
  if (Math.abs(value - result) <= 1) return true;
  const isRound = [100, 1_000, 10_000, 100_000].some((step) => value % step === 0);
  return isRound && Math.abs(value - result) <= result * MOST_ROUNDING;
}

/** "1." at the beginning of a line counts points, not rupees. */
function isListMark(span: NumberSpan, { text, tokens }: Reading): boolean {
  const start = tokens[span.from]?.start ?? 0;
  const end = tokens[span.to - 1]?.end ?? 0;
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  return span.value <= MOST_POINTS && /^\s*$/.test(before) && /^[.)](?!\d)/.test(text.slice(end));
}

const MOST_POINTS = 10;

function withoutNumber(reading: Reading, packs: Grounds['packs']): readonly DraftProblem[] {
  return reading.tokens.flatMap((_, index) => {
    const isPercent = isPercentAt(reading, index, packs);
    const isCurrency = isCurrencyAt(reading, index, packs);
    if (!isPercent && !isCurrency) return [];
    const isBeside = reading.numbers.some(({ from, to }) => to === index || (isCurrency && from === index + 1));
    return isBeside ? [] : [quote(reading, index, index + 1)];
  });
}

const SEEN_AFTER = 3; // characters: what the number is followed by tells what it was

function quote(reading: Reading, from: number, to: number): DraftProblem {
  const { start, end } = spanOf(reading, from, to);
  return { code: 'number.unknown', text: reading.text.slice(start, end + SEEN_AFTER).trim() };
}

function unique(problems: readonly DraftProblem[]): readonly DraftProblem[] {
  return problems.filter(({ text }, index) => problems.findIndex((other) => other.text === text) === index);
}
