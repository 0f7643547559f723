/**
 * Rounds half away from zero to so many decimals. The value is first read as the 15 digits that a person sees, so that
 * 1.005 becomes 1.01 although its binary form lies below.
 */
export function roundHalfUp(value: number, decimals: number): number {
  if (Number.isInteger(value)) return value;
  const scale = 10 ** decimals;
  const rounded = Math.round(Number((Math.abs(value) * scale).toPrecision(15))) / scale;
  return value < 0 ? -rounded : rounded;
}

/** A sum or product as a person would write it: 0.1 + 0.2 is 0.3. */
export function tidy(value: number): number {
  return Number.isInteger(value) || !Number.isFinite(value) ? value : Number(value.toPrecision(15));
}
