import type { Match } from '../lexicon/match';
import { distanceBetween, hasConcept, isInside, matchesOf, type Reading, spanOf } from '../read-text';
import type { ExtractionContext, Extractor } from './extractor';
import { isDenied } from './taken-back';

/** Reads that the customer has no loan, or which kind runs already, in English. Rupees outstanding are read with the other amounts. */
export const readCurrentLoans: Extractor = (reading, context) => {
  const running = runningProduct(reading, context);
  if (running !== null) {
    const span = spanOf(reading, running.from, running.to);
    const kind = running.value === UNKNOWN_KIND ? reading.text.slice(span.start, span.end) : running.value;
    return [{ slot: 'current_loans', value: kind, confidence: 0.75, ...span }];
  }
  const none = matchesOf(reading, 'no_loans')[0];
  if (none !== undefined) {
    return [{ slot: 'current_loans', value: NONE, confidence: 0.92, ...spanOf(reading, none.from, none.to) }];
  }
  const isAsked = context.expects[0] === 'current_loans';
  const denial = matchesOf(reading, 'concept').find(({ value }) => value === 'no');
  if (isAsked && denial !== undefined && reading.amounts.length === 0) {
    return [{ slot: 'current_loans', value: NONE, confidence: 0.85, ...spanOf(reading, denial.from, denial.to) }];
  }
  return [];
};

const NONE = 'none';
const CARD = 'credit card'; // to pay its bill is not to pay an instalment
const UNKNOWN_KIND = 'loan_product'; // a product that the lexicon lists without its kind
const RUNNING_REACH = 6; // tokens between the product and a word for running

/** The loan that the customer has: named in answer to the question, or beside a word that says that it runs. */
function runningProduct(reading: Reading, context: ExtractionContext): Match | null {
  const products = matchesOf(reading, 'loan_product').filter(
    (product) => !isDenied(product, reading) && !isToBeClosed(product, reading) && !isInNoLoans(product, reading),
  );
  const longest = [...products].sort(
    (left, right) =>
      right.to - right.from - (left.to - left.from) ||
      Number(left.value === UNKNOWN_KIND) - Number(right.value === UNKNOWN_KIND),
  )[0];
  if (longest === undefined) return null;
  return isRunning(longest, reading, context) ? longest : null;
}

function isRunning(product: Match, reading: Reading, { intent, expects }: ExtractionContext): boolean {
  if (expects[0] === 'current_loans' || intent === 'objection_existing') return true;
  if (OTHER_INTENTS.has(intent)) return false;
  const words = [
    ...matchesOf(reading, 'existing_loan'),
    ...matchesOf(reading, 'concept').filter(
      ({ value }) => RUNNING.has(value) && !(value === 'pay' && product.value === CARD),
    ),
  ];
  if (words.some((word) => !isInside(word, product) && distanceBetween(word, product) <= RUNNING_REACH)) return true;
  return intent === 'inform' && product.value !== CARD && !hasConcept(reading, 'want');
}

const RUNNING: ReadonlySet<string> = new Set(['existing', 'emi', 'pay']);
// "Do you give gold loans?" names a product that the customer does not have.
const OTHER_INTENTS: ReadonlySet<string> = new Set([
  'out_of_scope',
  'ask_rate',
  'ask_emi',
  'ask_company',
  'ask_process',
]);

/** "Close my gold loan" is what the new loan is for. */
function isToBeClosed(product: Match, reading: Reading): boolean {
  return matchesOf(reading, 'loan_purpose').some(
    ({ value, from, to }) => value === 'debt_consolidation' && product.from < to && product.to > from,
  );
}

function isInNoLoans(product: Match, reading: Reading): boolean {
  return matchesOf(reading, 'no_loans').some((none) => isInside(product, none));
}
