import type { Said } from './compose-said';
import type { ContactChange } from './turn-commit';
import type { MessageEntry } from './turn-work';

/** What a contact's messages, and our answer to them, change about the contact. */
export function contactChange({
  language,
  inbound,
  said,
  optOut,
  nowMs,
}: {
  readonly language: string;
  readonly inbound: readonly MessageEntry[];
  readonly said: Said;
  readonly optOut: ContactChange['optOut'];
  readonly nowMs: number;
}): ContactChange {
  // A clock that runs ahead must not keep the 24-hour window open longer than it is.
  const times = inbound.map((entry) => Math.min(Date.parse(entry.occurredAt), nowMs));
  const lastInboundAt = times.length > 0 ? new Date(Math.max(...times)).toISOString() : null;
  const at = new Date(nowMs).toISOString();
  const account = inbound.findLast(({ payload }) => payload.account !== undefined)?.payload.account ?? null;
  const adEntryAt = said.outbox.length > 0 && inbound.some((entry) => isFreshByAd(entry, nowMs)) ? at : null;
  return { language, lastInboundAt, optOut, account, adEntryAt, at };
}

/** Only an answer within a day of the ad's message opens the 72 hours in which messages are free (Cloud API pricing). */
const FREE_ENTRY_MS = 24 * 3_600_000;

function isFreshByAd({ payload, occurredAt }: MessageEntry, nowMs: number): boolean {
  return payload.referral !== undefined && nowMs - Date.parse(occurredAt) < FREE_ENTRY_MS;
}
