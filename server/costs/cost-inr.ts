import { Decimal } from 'decimal.js';
import type { Rates } from './rates/rates';

/** What WhatsApp told of a message's price, and the day on which (ISO date, in India). */
export type PricedMessage = { readonly category: string; readonly type: string; readonly day: string };

/**
 * What one delivered message costs in rupees by the card of its day: nothing unless WhatsApp bills it as `regular`. Null when
 * no card has a price for it.
 */
export function costInr({ category, type, day }: PricedMessage, { cards }: Rates): Decimal | null {
  if (type !== 'regular') return new Decimal(0);
  const [card] = cards
    .filter(({ effectiveFrom }) => effectiveFrom <= day)
    .sort((left, right) => (left.effectiveFrom < right.effectiveFrom ? 1 : -1));
  const price = card?.perMessage[category];
  return price === undefined ? null : new Decimal(price);
}
