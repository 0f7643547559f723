import { tokenize } from '../understanding/normalize';
import { matchesOf, type Reading, spanOf } from '../understanding/read-text';
import type { DraftProblem, Grounds } from './grounds';
import type { FoundClaim, Words } from './words';

/**
 * What a draft claims in words: a promise, another lender, a request for an identity number; and documents and places that
 * the facts do not name.
 */
export function findClaims(text: string, grounds: Grounds, words: Words): readonly DraftProblem[] {
  const reading = words.readText(text, tokenize(text), grounds.language);
  const claims = words.claimsIn(reading.tokens);
  const documents = documentsOf(grounds, words);
  const problems = claims
    .filter((claim) => !isPartOfDocument(claim, claims))
    .flatMap((claim) => {
      const code = problemOf(claim, claims, reading, documents);
      return code === null ? [] : [quote(code, reading, claim)];
    });
  return [...problems, ...findPlaces(reading, grounds)];
}

/** "Approved building plan" names a paper and approves nothing. */
function isPartOfDocument({ from, to }: FoundClaim, claims: readonly FoundClaim[]): boolean {
  return claims.some(
    (other) =>
      other.tag.kind === 'document' && other.from <= from && to <= other.to && other.to - other.from > to - from,
  );
}

const REQUEST_REACH = 8; // tokens between "send" and what is to be sent

function problemOf(
  claim: FoundClaim,
  claims: readonly FoundClaim[],
  reading: Reading,
  documents: ReadonlySet<string>,
): string | null {
  const { tag } = claim;
  switch (tag.kind) {
    case 'promise':
      return `promise.${tag.promise}`;
    case 'document':
      return documents.has(tag.document) ? null : 'document.unknown';
    case 'lender':
      return 'lender.other';
    case 'identityNumber': {
      const isAskedFor = claims.some(({ tag: { kind }, from, to }) => {
        const distance = Math.max(from - claim.to, claim.from - to);
        return kind === 'request' && distance <= REQUEST_REACH;
      });
      return isAskedFor || reading.text.includes('?') ? 'identity.asked' : null;
    }
    case 'request':
    case 'manipulation':
      return null;
    default:
      return tag satisfies never;
  }
}

/** The documents that the lender's own texts name, in any language. */
function documentsOf({ facts }: Grounds, { claimsIn }: Words): ReadonlySet<string> {
  const known = documentsBy.get(facts);
  if (known !== undefined) return known;
  const texts = Object.values(facts.texts).flatMap((byLanguage) => Object.values(byLanguage));
  const found = new Set(
    texts.flatMap((text) =>
      claimsIn(tokenize(text)).flatMap(({ tag }) => (tag.kind === 'document' ? [tag.document] : [])),
    ),
  );
  documentsBy.set(facts, found);
  return found;
}

const documentsBy = new WeakMap<Grounds['facts'], ReadonlySet<string>>();

/** Cities that are neither served nor the customer's own. */
function findPlaces(reading: Reading, { facts, slots }: Grounds): readonly DraftProblem[] {
  const known = new Set<unknown>([...facts.cities_served, slots.property_location]);
  return matchesOf(reading, 'city')
    .filter(({ value, exact }) => exact && !known.has(value))
    .map((match) => quote('place.unknown', reading, match));
}

function quote(code: string, reading: Reading, { from, to }: Readonly<{ from: number; to: number }>): DraftProblem {
  const { start, end } = spanOf(reading, from, to);
  return { code, text: reading.text.slice(start, end) };
}
