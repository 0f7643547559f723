/** Why a row of a file was left out, or is not written to; stable codes with a sentence for the list of bad rows. */
export const importProblems = {
  'phone.missing': 'There is no phone number.',
  'phone.lossy': 'The phone number was cut short by a spreadsheet (such as 9.19E+11). Format the column as text.',
  'phone.invalid': 'This is no mobile number. Write ten digits, or the country code first.',
  'language.unknown': 'This language is not spoken here. Write its name or its code, such as Kannada or kn.',
  'slot.invalid': 'This value does not fit what the column was said to be.',
  'cell.tooLong': 'A cell is longer than 1,000 characters. A quote may be missing before it.',
  'row.tooWide': 'The row has more cells than the file has columns. A quote may be missing.',
  'row.duplicate': 'The same number is in an earlier row, which counts.',
  'contact.optedOut': 'Known already, and wants no messages. Nothing is sent to them.',
  'consent.withdrawn': 'They took back their agreement to marketing after this proof. No marketing is sent to them.',
  'consent.missing': 'There is no proof that they agreed to be written to. No marketing is sent to them.',
} as const;
export type ImportProblem = keyof typeof importProblems;

/** Found while the file was read, so that no other mapping can mend them. */
export const structuralProblems: readonly ImportProblem[] = ['cell.tooLong', 'row.tooWide'];

/** Of people who were taken in all the same. */
export const standingProblems: readonly ImportProblem[] = ['contact.optedOut', 'consent.withdrawn', 'consent.missing'];
