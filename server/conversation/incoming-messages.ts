import type { IncomingMessage } from '@/flows/schema/message';
import type { MessageEntry } from './turn-work';

/** What came in, as the engine and the readers take it. */
export function incomingMessages(entries: readonly MessageEntry[]): IncomingMessage[] {
  return entries.map(({ payload, occurredAt: at }) => ({ id: payload.messageId, at, content: payload.content }));
}
