import type { ProductFacts } from '@/prompts/facts/product-facts';
import { findClaims } from './find-claims';
import { findDates } from './find-dates';
import { findNumbers } from './find-numbers';
import type { DraftProblem, Grounds } from './grounds';
import { knownDates, knownNumbers } from './known-numbers';
import { unreadableIn } from './unreadable';
import { wordsFor } from './words';

/**
 * Everything in a model's draft that facts, slots and calculators do not bear out: numbers, dates, documents, places, and
 * what no bot may say (an approval, an offer, another lender, a request for identity numbers). Empty when it may be sent.
 * It errs towards refusing: what it refuses is answered in the author's words.
 */
export function checkDraft(draft: string, grounds: Grounds): readonly DraftProblem[] {
  const unreadable = unreadableIn(draft, grounds);
  // What can't be read for sure can't be judged either.
  if (unreadable.length > 0) return unreadable;
  const { facts, packs } = grounds;
  const text = withoutContactDetails(draft, facts);
  const words = wordsFor(packs);
  const dates = knownDates(grounds);
  return [
    ...findNumbers(text, grounds, words, knownNumbers(grounds, dates)),
    ...findDates(text, grounds, words, dates),
    ...findClaims(text, grounds, words),
  ];
}

/** The lender's own contact details may be given: they are not read as numbers. */
function withoutContactDetails(draft: string, facts: ProductFacts): string {
  return [facts.grievance_phone, facts.grievance_email].reduce((text, detail) => text.replaceAll(detail, ' '), draft);
}
