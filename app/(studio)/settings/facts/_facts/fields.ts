import { z } from 'zod';
import { type ProductFacts, productFacts } from '@/prompts/facts/product-facts';

/** A value of the product facts; the texts are not among them. */
export type FactName = Exclude<keyof ProductFacts, 'texts'>;

/** How a fact is edited, as its schema says. */
export type FactField =
  | {
      readonly name: FactName;
      readonly kind: 'number';
      readonly min: number;
      readonly max: number;
      readonly step: number;
    }
  | { readonly name: FactName; readonly kind: 'text' | 'list' | 'weekdays' };

/** What belongs together on the screen; every value of the schema stands in one of them. */
export const factGroups = {
  rates: ['rate_min', 'rate_max', 'processing_fee_min', 'processing_fee_max', 'gst_percent'],
  loan: [
    'ticket_min_inr',
    'ticket_max_inr',
    'tenure_min_months',
    'tenure_max_months',
    'ltv_residential',
    'ltv_commercial',
    'ltv_plot',
    'ltv_min',
    'ltv_max',
  ],
  customer: ['income_min_inr', 'foir', 'age_min', 'age_max', 'age_max_self_employed'],
  property: ['residential_types', 'commercial_types', 'plot_types', 'types_not_accepted', 'cities_served'],
  times: [
    'disbursal_days_min',
    'disbursal_days_max',
    'papers_return_days',
    'office_days',
    'office_from_hour',
    'office_to_hour',
  ],
  lender: ['lender_name', 'grievance_officer', 'grievance_email', 'grievance_phone'],
} as const satisfies Readonly<Record<string, readonly FactName[]>>;

/** More than any amount that is lent. */
const MOST = 1_000_000_000_000;
const HUNDREDTH = 0.01;

export function fieldOf(name: FactName): FactField {
  const schema = productFacts.shape[name];
  if (schema instanceof z.ZodNumber) {
    const [min, max] = [schema.minValue ?? 0, schema.maxValue ?? MOST];
    const isWhole = schema instanceof z.ZodNumberFormat;
    // "Positive" is said as above zero.
    return {
      name,
      kind: 'number',
      min: isWhole ? Math.max(min, 0) : min,
      max: Math.min(max, MOST),
      step: isWhole ? 1 : HUNDREDTH,
    };
  }
  if (schema instanceof z.ZodArray) return { name, kind: schema.element instanceof z.ZodNumber ? 'weekdays' : 'list' };
  return { name, kind: 'text' };
}
