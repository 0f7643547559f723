/** Until when what may be written to a contact, in milliseconds since 1970; null: not now. */
export type MessageWindow = {
  /** Free-form messages; after that only templates. */
  readonly freeFormUntil: number | null;
  /** Messages cost nothing, since the contact came by an ad. Does not open the window for free-form messages. */
  readonly freeOfChargeUntil: number | null;
};

/**
 * WhatsApp's windows for one contact, for who looks at it. Whether a message may leave is judged in the statement that claims
 * it. Source: Cloud API reference, section 10: 24 hours from the customer's last message; 72 from our first answer to an ad.
 */
export function windowOf(
  { lastInboundAt, adEntryAt }: { readonly lastInboundAt: Date | null; readonly adEntryAt: Date | null },
  nowMs: number,
): MessageWindow {
  return {
    freeFormUntil: openUntil(lastInboundAt, 24 * hourMs - aMinuteMs, nowMs),
    freeOfChargeUntil: openUntil(adEntryAt, 72 * hourMs, nowMs),
  };
}

const hourMs = 3_600_000;
const aMinuteMs = 60_000; // left for the way, as in the claim

function openUntil(from: Date | null, lengthMs: number, nowMs: number): number | null {
  const until = from === null ? Number.NEGATIVE_INFINITY : from.getTime() + lengthMs;
  return until > nowMs ? until : null;
}
