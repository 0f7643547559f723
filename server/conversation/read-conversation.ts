import { incomingContent, outgoingContent } from '@/flows/schema/message';
import { session as sessionSchema } from '@/flows/schema/session';
import { defaultProductFacts } from '@/prompts/facts/product-facts';
import { messagePayload } from '../inbox/inbox-item';
import { scoreLead } from '../leads/score-lead';
import type {
  ContactView,
  ConversationView,
  IncomingMessageView,
  MessageView,
  OutgoingMessageView,
  OutgoingStatus,
  SessionView,
} from './conversation-view';
import { toContactView } from './list-simulated-contacts';
import {
  type OpenEntry,
  type StoredMessage,
  selectContact,
  selectMessages,
  selectOpenEntries,
  selectSession,
  selectTurns,
} from './store';
import { toTurnView } from './turn-view';

/** A contact's conversation as screens show it; undefined when there is no such contact. */
export async function readConversation({
  contactId,
  sinceMessageId,
}: {
  readonly contactId: string;
  readonly sinceMessageId?: string;
}): Promise<ConversationView | undefined> {
  const [contact, stored, open, turns, session] = await Promise.all([
    selectContact(contactId),
    selectMessages(contactId),
    selectOpenEntries(contactId),
    selectTurns(contactId),
    readSession(contactId),
  ]);
  if (!contact) return;
  const all = [...stored.map(toMessageView), ...open.flatMap(toOpenMessage)];
  const since = sinceMessageId === undefined ? -1 : all.findIndex((message) => message.id === sinceMessageId);
  const messages = all.slice(since + 1);
  const mentioned = new Set(messages.map((message) => message.turnId));
  return {
    contact: toContactView(contact) satisfies ContactView,
    messages,
    ticks: all.flatMap((message) =>
      message.direction === 'out' ? [{ messageId: message.id, status: message.status }] : [],
    ),
    turns: turns
      .filter((turn) => since < 0 || mentioned.has(turn.id))
      .map((turn) => toTurnView(turn, messagesOf(turn.id, all))),
    session,
    isReplying: open.some((entry) => entry.status === 'pending'),
  };
}

/** Where a contact's conversation stands, or stood when it ended; null when there was none. */
export async function readSession(contactId: string): Promise<SessionView | null> {
  const state = sessionSchema.safeParse(await selectSession(contactId));
  if (!state.success) return null;
  const { id, flowId, flowVersion, status, wait, language, slots, interest, turn, startedAt } = state.data;
  const place = { id, flowId, flowVersion, status, state: state.data.state, wait };
  const lead = scoreLead(state.data, defaultProductFacts, Date.now());
  return { ...place, language, slots, interest, lead, turn, startedAt };
}

function messagesOf(turnId: string, messages: readonly MessageView[]): string[] {
  return messages.flatMap((message) => (message.direction === 'in' && message.turnId === turnId ? [message.id] : []));
}

function toMessageView(message: StoredMessage): MessageView {
  return message.direction === 'in' ? toIncoming(message) : toOutgoing(message);
}

/** Known by the channel's id, which is what slots name as the message they were read from. */
function toIncoming({ id, at, turnId, content, inboxEntry }: StoredMessage): IncomingMessageView {
  const payload = messagePayload.safeParse(inboxEntry?.payload);
  const status = inboxEntry?.status ?? 'handled';
  return {
    direction: 'in',
    id: payload.data?.messageId ?? id,
    at: at.toISOString(),
    turnId,
    content: incomingContent.parse(content),
    status: status === 'parked' ? 'ignored' : status,
  };
}

function toOpenMessage({ kind, payload, status, occurredAt }: OpenEntry): IncomingMessageView[] {
  if (kind !== 'message') return [];
  const message = messagePayload.safeParse(payload);
  if (!message.success) return [];
  const { messageId: id, content } = message.data;
  const isDead = status === 'dead';
  return [
    { direction: 'in', id, at: occurredAt.toISOString(), turnId: null, content, status: isDead ? 'dead' : 'pending' },
  ];
}

function toOutgoing({ id, at, turnId, content, textKeys, language, outbox }: StoredMessage): OutgoingMessageView {
  const troubled = outbox.find((entry) => entry.problemCode !== null);
  return {
    direction: 'out',
    id,
    at: at.toISOString(),
    turnId,
    content: outgoingContent.parse(content),
    payloads: outbox.map((entry) => entry.payload),
    textKeys,
    language,
    status: worstOf(outbox.map(toStatus)),
    problem: troubled?.problemCode ? { code: troubled.problemCode, detail: troubled.problemDetail ?? '' } : null,
  };
}

function toStatus({ status, delivery }: StoredMessage['outbox'][number]): OutgoingStatus {
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

/** Of several parts on the wire, a message is as far as the one that is furthest behind. */
function worstOf(parts: readonly OutgoingStatus[]): OutgoingStatus {
  return worstFirst.find((status) => parts.includes(status)) ?? 'sent';
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
