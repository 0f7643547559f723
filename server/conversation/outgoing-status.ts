import { z } from 'zod';
import type { OutgoingContent } from '@/flows/schema/message';
import type { OutgoingStatus } from './conversation-view';
import type { StoredMessage } from './store';

type Part = StoredMessage['outbox'][number];

/** How far a message is, of which these are the parts on the wire: as far as the one that is furthest behind. */
export function outgoingStatus(parts: readonly Part[]): OutgoingStatus {
  const reached = parts.map(toStatus);
  return worstFirst.find((status) => reached.includes(status)) ?? 'sent';
}

/** The parts by which a message is judged: a voice note beside its text is extra, and the text has been said without it. */
export function shownParts(content: OutgoingContent, parts: readonly Part[]): readonly Part[] {
  return content.type === 'media' ? parts : parts.filter(({ payload }) => !voice.safeParse(payload).success);
}

const voice = z.object({ type: z.enum(['speech', 'audio']) });

function toStatus({ status, delivery }: Part): OutgoingStatus {
  switch (status) {
    case 'queued':
      return 'queued';
    case 'dispatching':
      return 'sending';
    case 'rejected':
      return 'failed';
    case 'unknown':
      return 'unknown';
    case 'cancelled':
      return 'cancelled';
    case 'accepted':
      if (delivery === 'none') return 'sent';
      return delivery === 'played' ? 'read' : delivery;
    default:
      return status satisfies never;
  }
}

const worstFirst: readonly OutgoingStatus[] = [
  'failed',
  'unknown',
  'cancelled',
  'queued',
  'sending',
  'sent',
  'delivered',
  'read',
];
