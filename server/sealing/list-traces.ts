import { blindIndex, blindIndexes } from './blind-index';

/** By what a row of a list is found when somebody is to be erased: keyed hashes of the numbers and addresses in its cells. */
export function tracesOfCells(cells: readonly string[]): readonly string[] {
  const traces = cells.flatMap((cell) => [...numbersIn(cell), ...addressesIn(cell)]);
  return [...new Set(traces)].map((trace) => blindIndex('trace', trace)).sort();
}

/** The hashes under which rows that name this number (its last ten digits), user id or e-mail may be kept. */
export function tracesToFind(traces: readonly string[]): readonly string[] {
  return traces.flatMap((trace) => blindIndexes('trace', trace.toLowerCase()));
}

export const LAST_DIGITS = 10; // of an Indian number, however its country is written

/** Ten digits or more, with what people put between them, in the digits of any of our scripts. */
export const numberInText = /[0-9०-९೦-೯௦-௯౦-౯](?:[\s().+/-]{0,2}[0-9०-९೦-೯௦-௯౦-౯]){9,}/gu;

/** The digits of a number as Europe writes them. */
export function westernDigits(number: string): string {
  return number
    .replace(/[^0-9०-९೦-೯௦-௯౦-౯]/gu, '')
    .replace(/[०-९೦-೯௦-௯౦-౯]/gu, (digit) => String(((digit.codePointAt(0) ?? 0) % 16) - 6)); // each script's zero stands at …6
}

function numbersIn(cell: string): readonly string[] {
  return [...cell.matchAll(numberInText)].map(([number]) => westernDigits(number).slice(-LAST_DIGITS));
}

/** E-mail addresses, and user ids of WhatsApp, which begin with a country and a dot. */
function addressesIn(cell: string): readonly string[] {
  return (cell.match(/[^\s<>,;"]+@[^\s<>,;"]+|\b[A-Za-z]{2}\.[A-Za-z0-9.]{3,}/gu) ?? []).map((id) => id.toLowerCase());
}
