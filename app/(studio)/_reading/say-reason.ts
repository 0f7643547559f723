import { words } from '@/app/_words/en';
import type { ReaderReason } from '@/flows/schema/understanding';

const reasons: Readonly<Record<ReaderReason, string>> = words.reading.reasons;

/** Who read a message and why, in a sentence; a reason that the studio doesn't know stays a code. */
export function sayReason(reason: string): string {
  return isReason(reason) ? reasons[reason] : reason;
}

/** Whether a model should have read and did not: told from the code, so that one of tomorrow counts too. */
export function isFailure(reason: string): boolean {
  return reason.startsWith('model.') && reason !== 'model.answered';
}

function isReason(reason: string): reason is ReaderReason {
  return Object.hasOwn(reasons, reason);
}
