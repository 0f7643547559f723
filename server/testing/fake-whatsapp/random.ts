/** Chance that a seed repeats: the same seed gives the same numbers in the same order (mulberry32). Not for secrets. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    between: ([least, most]) => Math.round(least + next() * (most - least)),
    happens: (probability) => probability > 0 && next() < probability,
  };
}

export type Random = {
  /** From 0 up to, and without, 1. */
  next(): number;
  /** A whole number within both bounds. */
  between(range: readonly [least: number, most: number]): number;
  happens(probability: number): boolean;
};
