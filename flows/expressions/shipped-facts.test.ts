import { describe, expect, it } from 'vitest';
import { defaultProductFacts, productFacts } from '@/prompts/facts/product-facts';
import { languages } from '@/prompts/load-languages';
import { customerSlots } from '../schema/slots';
import { scopeOf } from './scope';
import { compileTemplate } from './template';
import { testEnv } from './test-env';

const shippedTexts = Object.entries(defaultProductFacts.texts);
const codes = Object.keys(languages);
const nothing = scopeOf(new Map());

describe('the shipped product facts', () => {
  it('are those of the product', () => {
    expect(defaultProductFacts).toMatchObject({
      lender_name: 'ABC Finance',
      rate_min: 8.5,
      rate_max: 14,
      ltv_residential: 70,
      ltv_commercial: 60,
      ltv_plot: 60,
      tenure_max_months: 180,
      processing_fee_min: 0.5,
      processing_fee_max: 2,
      disbursal_days_min: 7,
      disbursal_days_max: 10,
      ticket_min_inr: 5_00_000,
      ticket_max_inr: 10_00_00_000,
      age_min: 21,
      age_max: 65,
      age_max_self_employed: 70,
      income_min_inr: 25_000,
      foir: 50,
      office_days: [1, 2, 3, 4, 5, 6],
      office_from_hour: 10,
      office_to_hour: 18,
    });
  });

  it.each(shippedTexts)('say "%s" in every language, with the same facts in it and nothing missing', (_name, text) => {
    const original = compileTemplate(text.en ?? '');
    for (const language of codes) {
      const translated = compileTemplate(text[language] ?? '');
      expect(translated.source).not.toBe('');
      expect(translated.errors).toEqual([]);
      expect([...translated.names].sort()).toEqual([...original.names].sort());
      expect(translated.render(nothing, { ...testEnv, language }).issues).toEqual([]);
      expect(translated.source.length).toBeLessThanOrEqual(1_024);
    }
  });

  it('sort every property type of the slot exactly once, but for "other"', () => {
    const { residential_types, commercial_types, plot_types, types_not_accepted } = defaultProductFacts;
    const sorted = [...residential_types, ...commercial_types, ...plot_types, ...types_not_accepted];
    const all = customerSlots.property_type.choices.filter((choice) => choice !== 'other');
    expect(sorted.sort()).toEqual([...all].sort());
  });

  it('name cities that every language can write', () => {
    for (const city of defaultProductFacts.cities_served) {
      for (const code of codes) expect(Object.keys(languages[code]?.cities ?? {})).toContain(city);
    }
  });
});

describe('productFacts', () => {
  it.each([
    ['rate_min', 20],
    ['tenure_min_months', 400],
    ['ticket_min_inr', 20_00_00_000],
    ['office_from_hour', 20],
    ['foir', 150],
    ['surprise', 1],
    ['texts', { rate_min: { en: 'A text with the name of a value.' } }],
    ['texts', { 'not a name': { en: 'x' } }],
  ])('refuses a wrong %s', (name, value) => {
    expect(productFacts.safeParse({ ...defaultProductFacts, [name]: value }).success).toBe(false);
  });
});
