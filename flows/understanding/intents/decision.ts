import type { Intent } from '@/flows/schema/intents';
import type { SlotName } from '@/flows/schema/slots';
import type { Reading } from '../read-text';
import type { RankedIntent } from './classify-intent';

/** What the rules know beside the model's ranking. */
export type IntentEvidence = Readonly<{
  reading: Reading;
  ranked: readonly RankedIntent[];
  /** Whether the model has met any of the words. */
  isFamiliar: boolean;
  expects: readonly SlotName[];
  /** The text had an identity, card or account number, which no slot may hold. */
  hasSensitiveNumber: boolean;
  /** The text had a phone number or an email address. */
  givesContact: boolean;
}>;

/** What was decided, the likeliest first, and the rule that decided it; null when it was the model's own ranking. */
export type Decision = Readonly<{ ranked: readonly RankedIntent[]; rule: string | null }>;

/** Puts an intent first, with at least this confidence; the others keep their order and share the rest. */
export function promote(decision: Decision, intent: Intent, confidence: number, rule: string): Decision {
  const { ranked } = decision;
  const promoted = Math.max(confidenceOf(decision, intent), confidence);
  const rest = ranked.filter((candidate) => candidate.intent !== intent);
  const restSum = rest.reduce((sum, candidate) => sum + candidate.confidence, 0) || 1;
  const shrunk = rest.map((candidate) => ({
    ...candidate,
    confidence: (candidate.confidence / restSum) * (1 - promoted),
  }));
  return { ranked: [{ intent, confidence: promoted }, ...shrunk], rule };
}

/** Puts an intent last, as impossible. */
export function demote({ ranked }: Decision, intent: Intent, rule: string): Decision {
  const rest = ranked.filter((candidate) => candidate.intent !== intent);
  return { ranked: [...rest, { intent, confidence: 0 }], rule };
}

export function confidenceOf({ ranked }: Decision, intent: Intent): number {
  return ranked.find((candidate) => candidate.intent === intent)?.confidence ?? 0;
}
