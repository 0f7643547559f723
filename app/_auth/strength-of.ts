/** The least and the most that the server takes: server/auth/password.ts. */
export const LEAST_PASSWORD = 12;
export const LONGEST_PASSWORD = 128;
const STRONG_FROM = 16;
const FEWEST_DISTINCT = 6;
const usual = /passw|qwert|asdf|1234|abcd|admin|vaarta|welcome|letmein/i;

type Strength = Readonly<{ kind: 'empty' | 'weak' | 'fair' | 'strong' }> | Readonly<{ kind: 'short'; missing: number }>;

/** How hard a password is to guess, roughly: advice for who chooses it; `known` are words that others know of them. */
export function strengthOf(password: string, known: readonly string[]): Strength {
  const { length } = Array.from(password);
  if (length === 0) return { kind: 'empty' };
  if (length < LEAST_PASSWORD) return { kind: 'short', missing: LEAST_PASSWORD - length };
  if (isEasy(password, known)) return { kind: 'weak' };
  return { kind: length < STRONG_FROM ? 'fair' : 'strong' };
}

function isEasy(password: string, known: readonly string[]): boolean {
  const lower = password.toLowerCase();
  const isKnown = known.some((word) => word.length > 3 && lower.includes(word.toLowerCase()));
  return isKnown || usual.test(password) || new Set(lower).size < FEWEST_DISTINCT;
}
