import type { z } from 'zod';
import type { Intent } from '@/flows/schema/intents';
import type { sentiment } from '@/flows/schema/understanding';
import { matchesOf, type Reading } from './read-text';

export type Sentiment = z.infer<typeof sentiment>;

/** How the customer sounds: what the intent usually carries, and the words of praise and anger in the text. */
export function judgeSentiment(reading: Reading, intent: Intent): Sentiment {
  const usual = POSITIVE.has(intent) ? 1 : NEGATIVE.has(intent) ? -1 : 0;
  const words = matchesOf(reading, 'polarity').reduce(
    (sum, { value }) => sum + (value === 'positive' ? 1 : value === 'negative' ? -1 : 0),
    0,
  );
  const total = usual * 1.5 + words;
  return total >= 1 ? 'positive' : total <= -1 ? 'negative' : 'neutral';
}

const POSITIVE: ReadonlySet<Intent> = new Set(['thank', 'interested', 'affirm']);
const NEGATIVE: ReadonlySet<Intent> = new Set([
  'objection_cost',
  'objection_trust',
  'objection_risk',
  'objection_paperwork',
  'objection_time',
  'complaint',
  'opt_out',
  'not_interested',
]);
