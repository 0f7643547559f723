/**
 * The digits of a search that is a telephone number, or its last four digits, in any shape ("+91 98450-12345", "098450 12345");
 * null for one that is not.
 */
export function numberIn(search: string): string | null {
  if (!/^[+\d][\d\s().-]*$/.test(search)) return null;
  const digits = search.replace(/\D/g, '').replace(/^0+(?=\d{10}$)/, '');
  return digits.length < 4 ? null : digits;
}
