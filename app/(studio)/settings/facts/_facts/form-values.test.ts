import { describe, expect, it } from 'vitest';
import { defaultProductFacts, productFacts } from '@/prompts/facts/product-facts';
import { factGroups, fieldOf } from './fields';
import { editsBetween, toFacts, toFormValues } from './form-values';

const shipped = toFormValues(defaultProductFacts);

describe('the product facts as they are edited', () => {
  it('come back as they were', () => {
    expect(toFacts(shipped, defaultProductFacts)).toEqual(defaultProductFacts);
  });

  it('have every value of the schema in one group, edited as its schema says', () => {
    const shown = Object.values(factGroups).flat();
    const known = Object.keys(productFacts.shape).filter((name) => name !== 'texts');
    expect([...shown].sort()).toEqual(known.sort());
    expect(fieldOf('rate_min')).toEqual({ name: 'rate_min', kind: 'number', min: 0, max: 100, step: 0.01 });
    expect(fieldOf('office_from_hour')).toMatchObject({ kind: 'number', min: 0, max: 24, step: 1 });
    expect(fieldOf('ticket_max_inr')).toMatchObject({ kind: 'number', step: 1 });
    expect(fieldOf('office_days').kind).toBe('weekdays');
    expect(fieldOf('cities_served').kind).toBe('list');
  });

  it('keep only what was changed', () => {
    const wanted = { ...shipped, rate_min: '8.25', 'texts.rate.kn': 'ಬಡ್ಡಿ', gone: 'x' };
    const edits = editsBetween(shipped, wanted);
    expect(edits).toEqual({ rate_min: '8.25', 'texts.rate.kn': 'ಬಡ್ಡಿ' });
    const facts = toFacts({ ...shipped, ...edits }, defaultProductFacts);
    expect(facts).toMatchObject({
      rate_min: 8.25,
      texts: { rate: { kn: 'ಬಡ್ಡಿ', en: defaultProductFacts.texts.rate?.en } },
    });
  });

  it('take an empty field for no number, and a line for one thing of a list', () => {
    const facts = toFacts(
      { ...shipped, rate_min: ' ', cities_served: 'Mysuru\n\n Pune ', office_days: '5\n1' },
      defaultProductFacts,
    );
    expect(facts).toMatchObject({ rate_min: Number.NaN, cities_served: ['Mysuru', 'Pune'], office_days: [1, 5] });
  });
});
