/** What a file of people may hold: enough for a campaign, little enough to be read while its owner waits. */
export const importLimits = {
  bytes: 20 * 1024 * 1024,
  rows: 100_000,
  columns: 60,
  /** Characters of one cell. */
  cell: 1_000,
  /** Of a workbook, unpacked: a packed file of 20 MB can hide gigabytes. */
  unpackedBytes: 150 * 1024 * 1024,
  /** Rows times columns of a workbook's sheet, cells without content included. */
  places: 30_000_000,
} as const;
