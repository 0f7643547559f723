/** What is known of a number while its words are taken in, one after the other. */
export type NumberProgress = {
  total: number;
  /** The group that waits for its magnitude. */
  current: number | null;
  groupStart: number;
  low: number | null;
  smallest: number;
  largest: number;
  steps: number;
  isBare: boolean;
  hasWords: boolean;
  hasFractionBefore: boolean;
};

/** The value, and the lower end of a range, of a number that is complete. */
export function resultOf({ total, current, low, smallest, largest, isBare, steps }: NumberProgress): {
  value: number;
  low: number;
  magnitude: number;
  isBare: boolean;
} {
  const isEllipsis = current !== null && smallest >= LAKH && Number.isFinite(smallest) && current < 100;
  // "1 crore 20" means 20 lakh; "5 lakh 50" means 50 thousand.
  const rest = isEllipsis ? current * (smallest / 100) : (current ?? 0);
  const value = round(total + rest);
  return { value, low: low === null ? value : round(low), magnitude: largest, isBare: isBare && steps === 1 };
}

const LAKH = 100_000;

export function takeHundred(progress: NumberProgress, value: number): boolean {
  const { current } = progress;
  if (current === null || current === 1) progress.current = value;
  else if (value === 100 && current >= 1.25 && current <= 9) progress.current = current * 100;
  else return false;
  return true;
}

export function takeFraction(progress: NumberProgress, value: number): boolean {
  const { current } = progress;
  if (current === null) progress.current = value;
  else if (value < 1 && Number.isInteger(current)) progress.current = current + value;
  else if (progress.low === null && value > current) {
    progress.low = current;
    progress.current = value;
  } else return false;
  return true;
}

export function takeFixed(progress: NumberProgress, value: number): boolean {
  const { current } = progress;
  const isTensBeforeThousands = isTens(current) && value % 1000 === 0 && value < 10_000;
  if (current !== null && current !== 1 && !isTensBeforeThousands) return false;
  if (value >= progress.smallest) return false;
  progress.total += isTensBeforeThousands ? (current ?? 0) * 1000 + value : value;
  progress.current = null;
  progress.smallest = value >= 10_000_000 ? 10_000_000 : value >= LAKH ? LAKH : 1000;
  progress.largest = Math.max(progress.largest, progress.smallest);
  return true;
}

export function isTens(value: number | null): boolean {
  return value !== null && value >= 20 && value < 100 && value % 10 === 0;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
