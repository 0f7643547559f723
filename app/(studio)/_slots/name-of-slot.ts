/** "loan_amount_needed" as a label: "Loan amount needed"; abbreviations of the trade stay in capitals. */
export function nameOfSlot(slot: string): string {
  const plain = slot.replaceAll('_', ' ').replace(/\b(ltv|emi|foir|pan)\b/g, (word) => word.toUpperCase());
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
