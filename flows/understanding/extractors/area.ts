import type { NumberSpan } from '../numbers/number-span';
import { matchesOf, type Reading, spanOf } from '../read-text';
import type { Extractor, Finding } from './extractor';

/** Reads the area of the property in square feet, from any Indian unit, or from the two sides of a site ("30x40"). */
export const readArea: Extractor = (reading) => {
  const sides = readSides(reading);
  if (sides.length > 0) return sides;
  const [first, second] = reading.numbers.flatMap((number) => measure(reading, number) ?? []);
  if (first === undefined) return [];
  // "2 acres 20 guntas" is one area.
  const isSum = second !== undefined && second.from === first.to && second.unit < first.unit;
  const squareFeet = isSum ? first.squareFeet + second.squareFeet : first.squareFeet;
  const value = Math.round(squareFeet * 100) / 100;
  const to = isSum ? second.to : first.to;
  return [{ slot: 'property_area_sqft', value, confidence: 0.93, ...spanOf(reading, first.from, to) }];
};

type Measured = Readonly<{ squareFeet: number; unit: number; from: number; to: number }>;

function measure(reading: Reading, number: NumberSpan): Measured | null {
  const unit = matchesOf(reading, 'area')
    .filter(({ from, exact }) => exact && (from === number.to || isJoined(reading, number.to, from)))
    .sort((left, right) => right.to - left.to)[0];
  if (unit === undefined || number.value <= 0 || number.magnitude > 1000) return null;
  // "A 40 ft road"
  if (matchesOf(reading, 'road').some(({ from }) => from >= unit.to && from - unit.to <= 1)) return null;
  const squareFeet = number.value * Number(unit.value);
  return { squareFeet, unit: Number(unit.value), from: number.from, to: unit.to };
}

/** "1200-sqft" */
function isJoined(reading: Reading, at: number, from: number): boolean {
  return from === at + 1 && reading.tokens[at]?.text === '-';
}

function readSides(reading: Reading): readonly Finding[] {
  for (const [index, token] of reading.tokens.entries()) {
    const second = [1, 2].find((step) => isSide(reading.tokens[index + step]?.value));
    const other = second === undefined ? undefined : reading.tokens[index + second];
    if (second === undefined || other === undefined || !isSide(token.value)) continue;
    if (!isCross(reading, index, second, reading.text.slice(token.end, other.start))) continue;
    const value = token.value * other.value;
    return [{ slot: 'property_area_sqft', value, confidence: 0.8, ...spanOf(reading, index, index + second + 1) }];
  }
  return [];
}

/** "30x40", "30 * 40", "30 by 40": between the two sides is a cross and nothing else. */
function isCross(reading: Reading, index: number, step: number, between: string): boolean {
  if (CROSS.test(between)) return true;
  // "30/40 site" is no date: there is no 40th month.
  const isPlot = matchesOf(reading, 'property_type').some(({ value }) => value === 'plot');
  if (isPlot && between === '/' && (reading.tokens[index + step]?.value ?? 0) > MONTHS_IN_YEAR) return true;
  return step === 2 && matchesOf(reading, 'by').some(({ from }) => from === index + 1);
}

const CROSS = /^\s*[xX×*]\s*$/;

const MONTHS_IN_YEAR = 12;

/** The side of a site in feet. */
function isSide(value: number | undefined): boolean {
  return value !== undefined && value >= 10 && value <= 500;
}
