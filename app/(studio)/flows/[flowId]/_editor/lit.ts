/** What panels light up in the drawing, beside what is selected. */
export type Lit = Readonly<{
  /** Where a conversation is right now. */
  current: string | null;
  visited: ReadonlySet<string>;
  taken: ReadonlySet<string>;
  /** What no scenario came to; null while nothing was run. */
  uncovered: Readonly<{ states: ReadonlySet<string>; transitions: ReadonlySet<string> }> | null;
  /** States in which a scenario failed. */
  failed: ReadonlySet<string>;
  /** Live sessions of a period: how many came to a state and took a transition; null when not shown. */
  traffic: Readonly<{
    most: number;
    states: ReadonlyMap<string, Readonly<{ sessions: number; droppedShare: number; medianSeconds: number | null }>>;
    transitions: ReadonlyMap<string, number>;
  }> | null;
  /** What differs from another version; null when none is compared. */
  compared: Readonly<{
    states: ReadonlyMap<string, 'added' | 'changed' | 'moved'>;
    transitions: ReadonlyMap<string, 'added' | 'changed'>;
  }> | null;
}>;

export const nothingLit: Lit = {
  current: null,
  visited: new Set(),
  taken: new Set(),
  uncovered: null,
  failed: new Set(),
  traffic: null,
  compared: null,
};
