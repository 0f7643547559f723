import { describe, expect, it } from 'vitest';
import { sayAmount, writeValue } from './write-value';

describe('writeValue', () => {
  it.each([
    ['property_value', 15_000_000, '₹1,50,00,000'],
    ['monthly_income', 10_442.25, '₹10,442.25'],
    ['tenure_months', 180, '15 years'],
    ['tenure_months', 12, '1 year'],
    ['tenure_months', 30, '30 months'],
    ['employment_type', 'business_owner', 'business owner'],
    ['property_location', 'Bengaluru', 'Bengaluru'],
    ['ltv_percent', 53.333, '53.33'],
    ['constructor', 'kept', 'kept'],
    ['wants_call', true, 'yes'],
  ])('writes %s %s as %s', (slot, value, written) => {
    expect(writeValue(slot, value)).toBe(written);
  });

  it('writes times in the timezone that is asked for', () => {
    expect(writeValue('callback_at', '2026-12-01T10:00:00+05:30', 'Asia/Kolkata')).toMatch(/1 Dec.*10:00/);
  });
});

describe('sayAmount', () => {
  it.each([
    ['property_value', 15_000_000, '₹1.5 crore'],
    ['loan_amount_needed', 8_000_000, '₹80 lakh'],
    ['monthly_income', 45_000, undefined],
    ['tenure_months', 180_000, undefined],
  ])('says %s %s as %s', (slot, value, said) => {
    expect(sayAmount(slot, value)).toBe(said);
  });
});
