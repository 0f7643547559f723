/** An officer as routing sees them. */
export type Candidate = {
  readonly id: string;
  readonly name: string;
  readonly languages: readonly string[];
  readonly skills: readonly string[];
  readonly isAvailable: boolean;
  /** Conversations that they have or that wait for them. */
  readonly open: number;
  readonly mostOpen: number;
};

export type Need = {
  readonly language: string;
  /** What they should be good at: "complaint"; null for nothing special. */
  readonly skill: string | null;
  /** Who was silent, and is not asked again. */
  readonly except: readonly string[];
};

/**
 * Who gets a conversation: of those who are there and have room, first who speaks the language, then who is good at what it
 * is about, then who has least to do. Undefined where nobody is free.
 */
export function chooseOfficer<Officer extends Candidate>(
  candidates: readonly Officer[],
  { language, skill, except }: Need,
): Officer | undefined {
  const free = candidates.filter(
    ({ id, isAvailable, open, mostOpen }) => isAvailable && open < mostOpen && !except.includes(id),
  );
  const rankOf = ({ languages, skills, open }: Officer) => [
    languages.includes(language) ? 0 : 1,
    skill === null || skills.includes(skill) ? 0 : 1,
    open,
  ];
  return free.toSorted((a, b) => compare(rankOf(a), rankOf(b)) || a.id.localeCompare(b.id))[0];
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = value - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
