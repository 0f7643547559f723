import { session as sessionSchema } from '@/flows/schema/session';
import { factsNow } from '../facts/read-facts';
import { scoreLead } from '../leads/score-lead';
import { readFiles } from '../media/store';
import type { ContactView, ConversationView, MessageView, SessionView } from './conversation-view';
import { toContactView } from './list-simulated-contacts';
import { type Files, toMessageView, toOpenMessage } from './message-view';
import { selectContact, selectMessages, selectOpenEntries, selectSession, selectTurns } from './store';
import { toTurnView } from './turn-view';

/** A contact's conversation as screens show it; undefined when there is no such contact. */
export async function readConversation({
  contactId,
  sinceMessageId,
}: {
  readonly contactId: string;
  readonly sinceMessageId?: string;
}): Promise<ConversationView | undefined> {
  const [contact, stored, open, turns, session, allFiles] = await Promise.all([
    selectContact(contactId),
    selectMessages(contactId),
    selectOpenEntries(contactId),
    selectTurns(contactId),
    readSession(contactId),
    readFiles(contactId),
  ]);
  if (!contact) return;
  const files: Files = new Map(allFiles.map((file) => [file.inboxEntryId, file]));
  const answered = stored.map((message) => toMessageView(message, files));
  const known = new Set(answered.map(({ id }) => id)); // what was answered between the two readings is in both
  const waiting = open.flatMap((entry) => toOpenMessage(entry, files)).filter(({ id }) => !known.has(id));
  const all = [...answered, ...waiting];
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
  const lead = scoreLead(state.data, await factsNow(), Date.now());
  return { ...place, language, slots, interest, lead, turn, startedAt };
}

function messagesOf(turnId: string, messages: readonly MessageView[]): string[] {
  return messages.flatMap((message) => (message.direction === 'in' && message.turnId === turnId ? [message.id] : []));
}
