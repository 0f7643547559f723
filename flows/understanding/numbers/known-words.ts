import type { Token } from '../normalize';
import type { NumberLexicon, NumberWord } from './number-words';

/** What each token means to a number. `own` are the languages that the text may mix; `others` count only beside a magnitude. */
export function knownWords(
  tokens: readonly Token[],
  own: readonly NumberLexicon[],
  others: readonly NumberLexicon[],
): readonly (NumberWord | null)[] {
  const known = tokens.map((token) => lookUp(token, own));
  for (const [index, token] of tokens.entries()) {
    if (known[index] === null && token.kind === 'word') known[index] = foreignAt(known, tokens, index, others);
  }
  return known;
}

/** A number and its magnitude in a language that the text was not taken for: "onru kodi" in an English message. */
function foreignAt(
  known: readonly (NumberWord | null)[],
  tokens: readonly Token[],
  index: number,
  others: readonly NumberLexicon[],
): NumberWord | null {
  const foreign = lookUp(tokens[index], others);
  if (foreign === null) return null;
  const before = known[index - 1];
  if (foreign.kind === 'magnitude') return !foreign.ambiguous && before != null ? foreign : null;
  if (foreign.kind === 'hundred' && !foreign.ambiguous && before?.kind === 'magnitude') return foreign;
  const ownNext = known[index + 1];
  if (ownNext?.kind === 'magnitude') return foreign;
  const next = ownNext == null ? lookUp(tokens[index + 1], others) : null;
  return next?.kind === 'magnitude' && !next.ambiguous ? foreign : null;
}

function lookUp(token: Token | undefined, lexicons: readonly NumberLexicon[]): NumberWord | null {
  if (token === undefined || token.kind === 'mark') return null;
  if (token.kind === 'number') return { kind: 'number', value: token.value, ambiguous: false };
  for (const lexicon of lexicons) {
    const word = lexicon.find(token.text);
    if (word !== null) return word;
  }
  return null;
}
