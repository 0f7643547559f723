import type { InboundEvent, SkippedElement } from '../../channels/channel';
import { log } from '../../log';
import { insertReceipts, type WebhookReceipt } from './store';

/**
 * Keeps for a moment that a webhook came, and writes it down a second later with its neighbours: the answer to the channel
 * does not wait for it, and it is lost rather than late.
 */
export function noteReceipt(receipt: WebhookReceipt): void {
  if (waiting.length < mostWaiting) waiting.push(receipt);
  if (isTimed) return;
  isTimed = true;
  setTimeout(flush, pauseMs).unref();
}

/** How many events of each kind there are, and for which of our addresses. */
export function countKinds(events: readonly InboundEvent[]): Pick<WebhookReceipt, 'account' | 'kinds'> {
  const kinds: Record<string, number> = {};
  for (const event of events) {
    const kind = kindOf(event);
    kinds[kind] = (kinds[kind] ?? 0) + 1;
  }
  const account = events.map((event) => ('account' in event ? event.account : undefined)).find(Boolean) ?? null;
  return { account, kinds };
}

export function countSkipped(skipped: readonly SkippedElement[]): WebhookReceipt['skipped'] {
  return Object.fromEntries(skipped.map(({ reason, count }) => [reason, count]));
}

const waiting: WebhookReceipt[] = [];
const mostWaiting = 500;
const pauseMs = 1_000;
let isTimed = false;

function flush(): void {
  isTimed = false;
  const receipts = waiting.splice(0);
  insertReceipts(receipts).catch((error: unknown) => {
    log.debug({ count: receipts.length, err: error }, 'webhookReceipts.lost');
  });
}

function kindOf(event: InboundEvent): string {
  switch (event.type) {
    case 'message':
      return event.content.type === 'media' ? `message.${event.content.kind}` : `message.${event.content.type}`;
    case 'status':
      return `status.${event.status}`;
    case 'account':
      return event.field;
    default:
      return event satisfies never;
  }
}
