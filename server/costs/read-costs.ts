import { Decimal } from 'decimal.js';
import { costInr } from './cost-inr';
import type { Rates } from './rates/rates';
import { readRates } from './rates/store';
import { type CountedMessages, countContacts, countMessages, countMessagesOf, type Period } from './store';

/** One line of the ledger. Amounts are rupees as decimal text; null where the settings have no price. */
export type CostLine = CountedMessages & { readonly inr: string | null };

export type Costs = {
  readonly lines: readonly CostLine[];
  readonly byCategory: readonly { readonly category: string; readonly messages: number; readonly inr: string }[];
  readonly totalInr: string;
  /** Billed messages for which the settings have no price: the total is too low by them. */
  readonly unpriced: number;
};

/** What WhatsApp bills for the messages of a time, by day and category, and what that makes for one contact. */
export async function readCosts(
  period: Period,
): Promise<Costs & { readonly contacts: number; readonly inrPerContact: string }> {
  const [counted, contacts, rates] = await Promise.all([countMessages(period), countContacts(period), readRates()]);
  const costs = sumCosts(counted, rates);
  const inrPerContact = contacts === 0 ? '0' : new Decimal(costs.totalInr).div(contacts).toDecimalPlaces(4).toString();
  return { ...costs, contacts, inrPerContact };
}

/** What the messages to one contact have cost. */
export async function readContactCosts(contactId: string): Promise<Costs> {
  const [counted, rates] = await Promise.all([countMessagesOf(contactId), readRates()]);
  return sumCosts(counted, rates);
}

function sumCosts(counted: readonly CountedMessages[], rates: Rates): Costs {
  const lines = counted.map((line) => ({ ...line, inr: costInr(line, rates)?.mul(line.delivered).toString() ?? null }));
  const categories = [...new Set(lines.map(({ category }) => category))].sort();
  const byCategory = categories.map((category) => {
    const own = lines.filter((line) => line.category === category);
    const messages = own.reduce((sum, { delivered }) => sum + delivered, 0);
    return { category, messages, inr: totalOf(own) };
  });
  const unpriced = lines.reduce((sum, { inr, delivered }) => sum + (inr === null ? delivered : 0), 0);
  return { lines, byCategory, totalInr: totalOf(lines), unpriced };
}

function totalOf(lines: readonly CostLine[]): string {
  return lines.reduce((sum, { inr }) => sum.add(inr ?? 0), new Decimal(0)).toString();
}
