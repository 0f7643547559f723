import { Decimal } from 'decimal.js';
import { costInr } from '../../costs/cost-inr';
import type { Rates } from '../../costs/rates/rates';
import type { TemplateState } from './store';

/** What is left of a campaign's budget, message by message. */
export type Budget = {
  /** Takes the price of one message; false when it would pass the budget. */
  readonly pay: (template: string) => boolean;
};

export type BudgetOptions = {
  /** Rupees; null: without limit. */
  readonly budgetInr: number | null;
  readonly rates: Rates;
  readonly templates: readonly TemplateState[];
  /** Messages that may have to be paid already. */
  readonly messages: readonly { readonly template: string; readonly count: number }[];
  /** ISO date in India. */
  readonly day: string;
};

/**
 * Counts each message at its full price, also those that WhatsApp may let go for nothing: the budget is never passed. What the
 * settings have no price for counts as nothing.
 */
export function createBudget({ budgetInr, rates, templates, messages, day }: BudgetOptions): Budget {
  if (budgetInr === null) return { pay: () => true };
  const prices = new Map<string, Decimal>();
  const priceOf = (name: string): Decimal => {
    const category = templates.find((template) => template.name === name)?.category ?? 'MARKETING';
    const price =
      prices.get(name) ?? costInr({ category: category.toLowerCase(), type: 'regular', day }, rates) ?? new Decimal(0);
    prices.set(name, price);
    return price;
  };
  let spent = messages.reduce((sum, { template, count }) => sum.add(priceOf(template).mul(count)), new Decimal(0));
  return {
    pay: (template) => {
      const after = spent.add(priceOf(template));
      if (after.gt(budgetInr)) return false;
      spent = after;
      return true;
    },
  };
}
