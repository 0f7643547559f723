import { z } from 'zod';
import loanAgainstProperty from './loan-against-property.json';

const percent = z.number().min(0).max(100);
const amountInr = z.int().positive();
const count = z.int().positive();
const hour = z.int().min(0).max(24);
const code = z.string().regex(/^[a-z][a-z0-9_]{0,63}$/, 'A name has small letters, digits and underscores.');
const languageCode = z.string().regex(/^[a-z]{2,3}$/);

/** What a lender offers and asks, as expressions read it: `facts.rate_min`. Rates in percent a year, amounts in rupees. */
const values = z.strictObject({
  lender_name: z.string().min(1),
  rate_min: percent,
  rate_max: percent,
  /** The most that is lent, in percent of the property's value, by kind of property. */
  ltv_residential: percent,
  ltv_commercial: percent,
  ltv_plot: percent,
  ltv_min: percent,
  ltv_max: percent,
  /** Values of the slot `property_type`. */
  residential_types: z.array(code),
  commercial_types: z.array(code),
  plot_types: z.array(code),
  types_not_accepted: z.array(code),
  tenure_min_months: count,
  tenure_max_months: count,
  /** Percent of the loan, before GST. */
  processing_fee_min: percent,
  processing_fee_max: percent,
  gst_percent: percent,
  /** Working days from the application to the money. */
  disbursal_days_min: count,
  disbursal_days_max: count,
  ticket_min_inr: amountInr,
  ticket_max_inr: amountInr,
  age_min: count,
  age_max: count,
  /** Of the self-employed, when the loan ends. */
  age_max_self_employed: count,
  /** A month. */
  income_min_inr: amountInr,
  /** The share of the income, in percent, that all instalments together may take. */
  foir: percent,
  /** Days after the loan is closed until the original papers are back (RBI/2023-24/60). */
  papers_return_days: count,
  /** ISO weekdays: 1 is Monday. */
  office_days: z.array(z.int().min(1).max(7)).min(1),
  office_from_hour: hour,
  office_to_hour: hour,
  grievance_officer: z.string().min(1),
  grievance_email: z.email(),
  grievance_phone: z.string().min(1),
  /** By the English spelling of the language packs. */
  cities_served: z.array(z.string().min(1)),
});

/**
 * The product facts of a lender: values, and what customers read about them by language. A text may use other facts
 * with `{{ }}`; it is read as `facts.NAME` in the language of the message.
 */
export const productFacts = values
  .extend({ texts: z.record(code, z.record(languageCode, z.string())) })
  .refine((facts) => facts.rate_min <= facts.rate_max, 'The lowest rate is above the highest.')
  .refine((facts) => facts.tenure_min_months <= facts.tenure_max_months, 'The shortest tenure is above the longest.')
  .refine((facts) => facts.processing_fee_min <= facts.processing_fee_max, 'The lowest fee is above the highest.')
  .refine((facts) => facts.ticket_min_inr <= facts.ticket_max_inr, 'The smallest loan is above the largest.')
  .refine((facts) => facts.office_from_hour < facts.office_to_hour, 'The office closes before it opens.')
  .refine(
    (facts) => Object.keys(facts.texts).every((name) => !(name in values.shape)),
    'A text has the name of a value.',
  );
export type ProductFacts = Readonly<z.infer<typeof productFacts>>;

/** The facts of a new installation. A broken file fails the start and names the fact. */
export const defaultProductFacts: ProductFacts = productFacts.parse(loanAgainstProperty);
