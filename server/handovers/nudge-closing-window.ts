import { closeAlert, raiseAlert } from '../alerts/store';
import { noteTold, selectWaiting, type WaitingHandover } from './store';

const HOUR_MS = 3_600_000;
/** In which a customer may be answered freely (WhatsApp, customer service window). */
const WINDOW_MS = 24 * HOUR_MS;
/** How long before its end officers are told. */
const AHEAD_MS = 2 * HOUR_MS;

const alert = { channel: 'whatsapp', account: '', code: 'window.closing' } as const;

/**
 * Tells officers, once for each window, of customers who wait for them and can be answered freely for less than two hours
 * more. Closes the alert when there are none.
 */
export async function nudgeClosingWindow(nowMs: number): Promise<void> {
  const closing = (await selectWaiting(nowMs)).filter((handover) => isClosing(handover, nowMs));
  if (closing.length === 0) {
    await closeAlert(alert);
    return;
  }
  const untold = closing.filter(({ nudgedMs, lastInboundMs }) => nudgedMs === null || nudgedMs < (lastInboundMs ?? 0));
  if (untold.length === 0) return;
  await raiseAlert({ ...alert, severity: 'warning', detail: sentenceOf(closing) });
  await noteTold(
    'nudged',
    untold.map(({ id }) => id),
    nowMs,
  );
}

function isClosing({ lastInboundMs }: WaitingHandover, nowMs: number): boolean {
  if (lastInboundMs === null) return false;
  const leftMs = lastInboundMs + WINDOW_MS - nowMs;
  return leftMs > 0 && leftMs <= AHEAD_MS;
}

function sentenceOf(closing: readonly WaitingHandover[]): string {
  const people = new Set(closing.map(({ contactId }) => contactId)).size;
  const who = people === 1 ? 'A customer who waits' : `${people} customers who wait`;
  return `${who} for an officer can be answered freely for less than two hours more; after that only with a template.`;
}
