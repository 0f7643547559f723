/** One side of a comparison: the draft, or a published version by its number. */
export type VersionSide = 'draft' | number;

/** What is compared: the earlier side and the later one. */
export type Pair = Readonly<{ before: VersionSide; after: VersionSide }>;
