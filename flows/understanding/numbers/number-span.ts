/** A number read from tokens `from` (inclusive) to `to` (exclusive). */
export type NumberSpan = Readonly<{
  from: number;
  to: number;
  value: number;
  /** The lower end of a range, else the value. */
  low: number;
  /** The largest magnitude word in it (1 when there is none). */
  magnitude: number;
  /** Only a magnitude word, with no number before it. */
  isBare: boolean;
  inDigits: boolean;
}>;
