import { roundHalfUp } from '../round';
import type { Run } from '../run';

const CRORE = 10_000_000;
const LAKH = 100_000;
/** From here on a number is written with an exponent or without its last digits. */
const TOO_LARGE = 1e15;

/** ₹1,50,00,000; with paisa (two digits) only when there are some: ₹10,442.25. */
export function writeInr(amount: number, run: Run, at: number): string | undefined {
  if (Math.abs(amount) >= TOO_LARGE) return tooLarge(run, at);
  const rounded = roundHalfUp(amount, 2);
  const sign = rounded < 0 ? '-₹' : '₹';
  const size = Math.abs(rounded);
  if (Number.isInteger(size)) return sign + groupDigits(String(size));
  const digits = size.toFixed(2);
  return sign + groupDigits(digits.slice(0, -3)) + digits.slice(-3);
}

/** "₹1.5 crore", "₹80 लाख", with two decimals at most; below a lakh ₹35,000. */
export function writeLakhCrore(amount: number, run: Run, at: number): string | undefined {
  const size = Math.abs(amount);
  if (size < LAKH) return writeInr(amount, run, at);
  if (size >= TOO_LARGE) return tooLarge(run, at);
  const words = run.pack(at)?.format;
  if (!words) return writeInr(amount, run, at);
  const sign = amount < 0 ? '-₹' : '₹';
  const lakhs = roundHalfUp(size / LAKH, 2);
  if (lakhs < 100) return `${sign}${lakhs} ${words.lakh}`;
  return `${sign}${writeNumber(size / CRORE, 2)} ${words.crore}`;
}

/** 1,50,000.5: Indian grouping, so many decimals at most, no zeros at the end. */
export function writeNumber(value: number, decimals: number): string {
  const rounded = roundHalfUp(value, decimals);
  const digits = String(Math.abs(rounded));
  const point = digits.indexOf('.');
  const grouped = point === -1 ? groupDigits(digits) : groupDigits(digits.slice(0, point)) + digits.slice(point);
  return rounded < 0 ? `-${grouped}` : grouped;
}

export function writePercent(value: number, decimals: number): string {
  return `${roundHalfUp(value, decimals)}%`;
}

/** Three digits at the end, then pairs: 1,50,00,000. What is not plain digits stays as it is. */
function groupDigits(digits: string): string {
  if (digits.length <= 3 || digits.length > 16) return digits;
  let end = digits.length - 3;
  let grouped = digits.slice(end);
  while (end > 2) {
    grouped = `${digits.slice(end - 2, end)},${grouped}`;
    end -= 2;
  }
  return `${digits.slice(0, end)},${grouped}`;
}

function tooLarge(run: Run, at: number): undefined {
  return run.report('expression.out_of_range', 'This amount is too large to be written.', at);
}
