import { Decimal as BaseDecimal } from 'decimal.js';

/**
 * Decimal numbers for money. 28 digits: a thousand-crore amount to the paisa needs 12, and a power of 600 months loses
 * less than four, so that every figure is exact before it is rounded half-up.
 */
export const Decimal: typeof BaseDecimal = BaseDecimal.clone({ precision: 28, rounding: BaseDecimal.ROUND_HALF_UP });
export type Decimal = BaseDecimal;

/** Rounds to the paisa (or the hundredth of a percent), half-up. */
export function toHundredths(value: Decimal): number {
  return value.toDecimalPlaces(2).toNumber();
}
