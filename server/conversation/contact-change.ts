import { localTime } from '@/flows/expressions/time';
import type { Said } from './compose-said';
import type { ContactChange } from './turn-commit';
import type { MessageEntry, WorkContact } from './turn-work';

/** What a contact's messages, and our answer to them, change about the contact. */
export function contactChange({
  contact,
  language,
  inbound,
  said,
  optOut,
  nowMs,
}: {
  readonly contact: WorkContact;
  readonly language: string;
  readonly inbound: readonly MessageEntry[];
  readonly said: Said;
  readonly optOut: ContactChange['optOut'];
  readonly nowMs: number;
}): ContactChange {
  // A clock that runs ahead must not keep the 24-hour window open longer than it is.
  const times = inbound.map((entry) => Math.min(Date.parse(entry.occurredAt), nowMs));
  const lastMs = times.length > 0 ? Math.max(...times) : null;
  const at = new Date(nowMs).toISOString();
  return {
    language,
    lastInboundAt: lastMs === null ? null : new Date(lastMs).toISOString(),
    optOut,
    account: inbound.findLast(({ payload }) => payload.account !== undefined)?.payload.account ?? null,
    adEntryAt: said.outbox.length > 0 && inbound.some((entry) => isFreshByAd(entry, nowMs)) ? at : null,
    replyHour: lastMs === null ? null : localTime(lastMs, contact.timezone).hour,
    answeredOutboxId: lastMs === null ? null : (contact.entry?.outboxId ?? null),
    mayAnswerFirstWords: lastMs !== null && isReachedLately(contact, nowMs),
    at,
  };
}

/** Only an answer within a day of the ad's message opens the 72 hours in which messages are free (Cloud API pricing). */
const FREE_ENTRY_MS = 24 * 3_600_000;

function isFreshByAd({ payload, occurredAt }: MessageEntry, nowMs: number): boolean {
  return payload.referral !== undefined && nowMs - Date.parse(occurredAt) < FREE_ENTRY_MS;
}

/** What comes later is counted as a conversation of its own. */
const ANSWER_MS = 7 * 24 * 3_600_000;

function isReachedLately({ reachedAt }: WorkContact, nowMs: number): boolean {
  return reachedAt !== null && nowMs - Date.parse(reachedAt) < ANSWER_MS;
}
