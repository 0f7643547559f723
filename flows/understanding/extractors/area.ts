import { matchesOf, spanOf } from '../read-text';
import type { Extractor } from './extractor';

/** Reads the area of the property in square feet, from any Indian unit, or from the two sides of a site ("30x40"). */
export const readArea: Extractor = (reading) => {
  for (const number of reading.numbers) {
    const unit = matchesOf(reading, 'area')
      .filter(({ from }) => from === number.to)
      .sort((left, right) => right.to - left.to)[0];
    if (unit === undefined || number.value <= 0) continue;
    const value = Math.round(number.value * Number(unit.value) * 100) / 100;
    return [{ slot: 'property_area_sqft', value, confidence: 0.93, ...spanOf(reading, number.from, unit.to) }];
  }
  return readSides(reading);
};

const readSides = (reading: Parameters<Extractor>[0]): ReturnType<Extractor> => {
  const index = reading.tokens.findIndex((token, at) => {
    const before = reading.tokens[at - 1];
    const after = reading.tokens[at + 1];
    return CROSS.test(token.text) && isSide(before?.value) && isSide(after?.value);
  });
  if (index < 0) return [];
  const value = (reading.tokens[index - 1]?.value ?? 0) * (reading.tokens[index + 1]?.value ?? 0);
  return [{ slot: 'property_area_sqft', value, confidence: 0.8, ...spanOf(reading, index - 1, index + 2) }];
};

const CROSS = /^(x|by)$/;

/** The side of a site in feet. */
function isSide(value: number | undefined): boolean {
  return value !== undefined && value >= 10 && value <= 500;
}
