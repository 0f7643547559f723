import type { Match } from '../lexicon/match';
import type { Token } from '../normalize';
import { distanceBetween, isInside, matchesOf, type Reading, spanOf } from '../read-text';
import { isBeingBought } from './choice-rules';
import type { Extractor, Finding } from './extractor';
import { isDenied } from './taken-back';

/** Reads where the property is: a known city by its official English name, else the words of an answer to the question. */
export const readPlace: Extractor = (reading, context) => {
  if (context.intent === 'ask_company' || context.intent === 'talk_to_human') return [];
  const isAsked = context.expects[0] === 'property_location';
  if (!isAsked && MENTIONING.has(context.intent) && matchesOf(reading, 'property_type').length === 0) return [];
  // "Karol Bagh, Delhi" is in Delhi; "Karol Bagh" alone is a place of its own.
  const places = ['city', 'locality'].map((group) =>
    matchesOf(reading, group).filter((match) => !isBeingBought(match, reading) && !isCommonName(match, reading)),
  );
  const exact = places.map((matches) => withoutDenied(matches, reading).filter((match) => match.exact));
  const found = [...exact, ...places].find((matches) => matches.length > 0) ?? [];
  const best = mostLikely(found, reading);
  if (best !== undefined) {
    const confidence = best.exact ? 0.93 : 0.7;
    return [{ slot: 'property_location', value: best.value, confidence, ...spanOf(reading, best.from, best.to) }];
  }
  return isAsked ? readLocality(reading) : readNamedPlace(reading);
};

/** A place that no list knows, from how it is written: "a godown at Bhiwandi", "Hosadurga alli". */
function readNamedPlace(reading: Reading): readonly Finding[] {
  if (matchesOf(reading, 'property_type').length === 0) return [];
  const known = Object.values(reading.matches).flat();
  for (const { from, to } of matchesOf(reading, 'location')) {
    const at = reading.language === 'en' ? to : from - 1;
    const token = reading.tokens[at];
    const raw = token === undefined ? '' : reading.text.slice(token.start, token.end);
    const isTaken = known.some((match) => match.exact && match.from <= at && at < match.to);
    if (!/^[A-Z][a-z]{3,}$/.test(raw) || isTaken) continue;
    return [{ slot: 'property_location', value: raw, confidence: 0.5, ...spanOf(reading, at, at + 1) }];
  }
  return [];
}

const MENTIONING: ReadonlySet<string> = new Set([
  ...['complaint', 'opt_out', 'not_interested', 'thank', 'greet', 'follow_up_later', 'change_language'],
  ...['objection_trust', 'objection_paperwork', 'objection_cost', 'objection_time', 'out_of_scope'],
]);

/** A longer phrase has the words ("Bank of Baroda"), or they are what a word for name introduces ("my name is Salem"). */
function isCommonName(match: Match, reading: Reading): boolean {
  const lenders = matchesOf(reading, 'concept').filter(({ value }) => value === 'lender');
  const isCovered = [...matchesOf(reading, 'not_a_fact'), ...lenders].some(
    (other) => isInside(match, other) && other.to - other.from > match.to - match.from,
  );
  return isCovered || matchesOf(reading, 'name_strict').some(({ to }) => to === match.from);
}

/** "Not Chennai, Coimbatore": the place that is denied goes where another stands. */
function withoutDenied(matches: readonly Match[], reading: Reading): readonly Match[] {
  const kept = matches.filter((match) => !isDenied(match, reading));
  return kept.length > 0 ? kept : matches;
}

const LIVING_REACH = 2;
const LONGEST_LOCALITY = 4; // words

/** The city of the property when the customer's own city is named too. */
function mostLikely(cities: readonly Match[], reading: Reading): Match | undefined {
  const exact = cities.some((match) => match.exact) ? cities.filter((match) => match.exact) : cities;
  const homes = matchesOf(reading, 'live');
  const elsewhere = exact.filter((city) => !homes.some((home) => distanceBetween(city, home) <= LIVING_REACH));
  const candidates = elsewhere.length > 0 ? elsewhere : exact;
  const properties = [...matchesOf(reading, 'property_type'), ...matchesOf(reading, 'concept')].filter(
    ({ group, value }) => group === 'property_type' || value === 'property',
  );
  const gap = (city: Match): number =>
    Math.min(...properties.map((property) => distanceBetween(city, property)), FARTHEST);
  // "Greater Noida" also contains "Noida": the longer name is meant.
  return [...candidates].sort(
    (left, right) => right.to - right.from - (left.to - left.from) || gap(left) - gap(right) || left.from - right.from,
  )[0];
}

const FARTHEST = 1000;

function readLocality(reading: Reading): readonly Finding[] {
  const words = reading.tokens.filter(({ kind }) => kind === 'word');
  const isName = words.length > 0 && words.length <= LONGEST_LOCALITY && reading.amounts.length === 0;
  const known = ['concept', 'property_type', 'loan_purpose', 'day', 'no_loans'].flatMap((group) =>
    matchesOf(reading, group),
  );
  if (!isName || known.length > 0) return [];
  const isPartOfName = (token: Token, at: number): boolean =>
    token.kind === 'word' &&
    !['location', 'name_filler'].some((group) => matchesOf(reading, group).some(({ from }) => from === at));
  const unlocated = reading.tokens.findIndex(isPartOfName);
  const last = reading.tokens.findLastIndex(isPartOfName);
  if (unlocated < 0) return [];
  const span = spanOf(reading, unlocated, last + 1);
  return [
    { slot: 'property_location', value: reading.text.slice(span.start, span.end).trim(), confidence: 0.55, ...span },
  ];
}
