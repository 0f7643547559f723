/** Rupees with Indian grouping, ₹1,50,00,000; what is less than a paisa is said to be so, and not rounded away. */
export function writeRupees(inr: number): string {
  if (inr > 0 && inr < PAISA) return `under ${rupees.format(PAISA)}`;
  return rupees.format(inr);
}

/** A count with Indian grouping: 12,34,567. */
export function writeCount(count: number): string {
  return counts.format(count);
}

/** A share from 0 to 1 as "42%"; the least share that is not nothing is "under 1%". */
export function writeShare(share: number): string {
  if (share > 0 && share < 0.01) return 'under 1%';
  return `${Math.round(share * 100)}%`;
}

/** Milliseconds as "850 ms", from a second on as "1.2 s". */
export function writeDuration(milliseconds: number): string {
  if (milliseconds < 1_000) return `${Math.round(milliseconds)} ms`;
  return `${counts.format(Math.round(milliseconds / 100) / 10)} s`;
}

const PAISA = 0.01;

const rupees = new Intl.NumberFormat('en-IN', {
  style: 'currency',
  currency: 'INR',
  maximumFractionDigits: 2,
  minimumFractionDigits: 0,
});
const counts = new Intl.NumberFormat('en-IN', { maximumFractionDigits: 1 });
