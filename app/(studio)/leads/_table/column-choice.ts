/** The columns that can be chosen, in their order; the name always stands. */
export const columnIds = [
  'score',
  'stage',
  'loanAmount',
  'city',
  'language',
  'owner',
  'nextAction',
  'window',
  'propertyType',
  'propertyValue',
  'purpose',
  'income',
  'source',
  'tags',
  'updated',
  'created',
] as const;
export type ColumnId = (typeof columnIds)[number];

const usual: readonly ColumnId[] = columnIds.slice(0, columnIds.indexOf('window') + 1);

/** The columns that an address names, in the order of the table; the usual ones where it names none. */
export function readColumns(value: string | null): readonly ColumnId[] {
  if (value === null) return usual;
  const named = value.split('~');
  return columnIds.filter((id) => named.includes(id));
}

/** The columns for an address; null where they are the usual ones. */
export function writeColumns(columns: readonly ColumnId[]): string | null {
  const written = columnIds.filter((id) => columns.includes(id)).join('~');
  return written === usual.join('~') ? null : written;
}
