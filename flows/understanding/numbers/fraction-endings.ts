/** How a language joins a half or a quarter to a number: `rest` stands in place of the number's `end`. */
type Ending = Readonly<{ rest: string; end: string; fraction: number }>;

/**
 * Learns from the fractions that a language lists (రెండు → రెండున్నర, ಎರಡು → ಎರಡೂವರೆ) how it joins them, so that every
 * other number with a half or a quarter is read too.
 */
export function learnFractionEndings(
  fractions: Readonly<Record<string, readonly string[]>>,
  numbers: Readonly<Record<string, readonly string[]>>,
): readonly Ending[] {
  const seen = new Map<string, { ending: Ending; numbers: Set<number> }>();
  for (const [value, words] of Object.entries(fractions)) {
    const whole = Math.floor(Number(value));
    for (const word of words) {
      const ending = whole < 1 ? null : endingOf(word, numbers[String(whole)] ?? [], Number(value) - whole);
      if (ending === null) continue;
      const key = JSON.stringify(ending);
      const known = seen.get(key) ?? { ending, numbers: new Set<number>() };
      known.numbers.add(whole);
      seen.set(key, known);
    }
  }
  return [...seen.values()]
    .filter(({ numbers: examples }) => examples.size >= FEWEST_EXAMPLES)
    .map(({ ending }) => ending)
    .sort((left, right) => right.rest.length - left.rest.length);
}

const FEWEST_EXAMPLES = 2;
const SHORTEST_REST = 3;
const LONGEST_END = 2;

/** What the fraction has in place of the end of the number that is most like it. */
function endingOf(fraction: string, numbers: readonly string[], rest: number): Ending | null {
  const endings = numbers.map((number): Ending => {
    let shared = 0;
    while (shared < number.length && number[shared] === fraction[shared]) shared++;
    return { rest: fraction.slice(shared), end: number.slice(shared), fraction: rest };
  });
  const closest = endings.sort((left, right) => left.end.length - right.end.length)[0];
  if (closest === undefined || closest.end.length > LONGEST_END || closest.rest.length < SHORTEST_REST) return null;
  return closest;
}

export type { Ending as FractionEnding };
