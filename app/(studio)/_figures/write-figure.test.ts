import { describe, expect, it } from 'vitest';
import { writeCount, writeDuration, writeRupees, writeShare } from './write-figure';

describe('figures as a person reads them', () => {
  it.each([
    [0, '₹0'],
    [0.0004, 'under ₹0.01'],
    [0.04123, '₹0.04'],
    [15_000_000, '₹1,50,00,000'],
  ])('writes %s rupees as %s', (inr, written) => {
    expect(writeRupees(inr)).toBe(written);
  });

  it('groups counts as in India', () => {
    expect(writeCount(1_234_567)).toBe('12,34,567');
  });

  it.each([
    [0, '0%'],
    [0.004, 'under 1%'],
    [0.416, '42%'],
    [1, '100%'],
  ])('writes a share of %s as %s', (share, written) => {
    expect(writeShare(share)).toBe(written);
  });

  it.each([
    [4.4, '4 ms'],
    [999, '999 ms'],
    [1_250, '1.3 s'],
    [12_000, '12 s'],
  ])('writes %s milliseconds as %s', (milliseconds, written) => {
    expect(writeDuration(milliseconds)).toBe(written);
  });
});
