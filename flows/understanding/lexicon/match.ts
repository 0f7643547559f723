/** What a word or phrase means: a concept, a cue, a slot's value, a city, a part of a date … */
export type Tag = Readonly<{ group: string; value: string }>;

/** A meaning found at tokens `from` (inclusive) to `to` (exclusive). `exact` is false when a slip or an ending was forgiven. */
export type Match = Readonly<{ group: string; value: string; from: number; to: number; exact: boolean }>;

/** Matches of one text, by group, in the order of the text. */
export type Matches = Readonly<Record<string, readonly Match[]>>;
