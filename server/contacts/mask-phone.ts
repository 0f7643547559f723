/** A phone number as lists show it: the country and the last four digits, "+91••••••1234". */
export function maskPhone(phone: string | null): string | null {
  if (phone === null) return null;
  const shown = 3 + 4;
  return phone.slice(0, 3) + '•'.repeat(Math.max(0, phone.length - shown)) + phone.slice(-4);
}
