import type { Token } from '../normalize';

/** Words and numbers, with the marks that join words ("sq.ft", "self-employed") left out; other marks break phrases. */
export function lookUpWords(tokens: readonly Token[]): readonly Token[] {
  return tokens.filter(isLookedUp);
}

/** Whether a token is looked up at all. */
export function isLookedUp(token: Token): boolean {
  return token.kind !== 'mark' || !JOINING_MARKS.has(token.text);
}

const JOINING_MARKS = new Set(['-', '.', '/']);
