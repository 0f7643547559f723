import type { Actor } from '../../auth/actor';
import { maskPhone } from '../../contacts/mask-phone';
import { type Files, toMessageView, toOpenMessage } from '../../conversation/message-view';
import { readSession } from '../../conversation/read-conversation';
import { type StoredMessage, selectMessages, selectOpenEntries } from '../../conversation/store';
import { KnownError } from '../../errors';
import { officeNow } from '../../handovers/office-now';
import { waitedMs } from '../../handovers/office-wait';
import { readHandoverSettings } from '../../handovers/settings/store';
import { readFiles } from '../../media/store';
import { windowOf } from '../../outbox/window';
import type { Thread, ThreadMessage } from '../inbox-views';
import { judgeWriting } from '../send/judge-writing';
import { type StoredThread, selectNames, selectThread } from './store';

const A_PAGE = 60;

/** A conversation as an officer works in it: the newest messages, or those before a place, and who has it. */
export async function readThread(
  actor: Actor,
  contactId: string,
  before: string | null,
  nowMs: number,
): Promise<Thread> {
  const [thread, stored, files, session, open] = await Promise.all([
    selectThread(contactId, actor.id),
    selectMessages(contactId, before === null ? null : BigInt(before), A_PAGE + 1),
    readFiles(contactId),
    readSession(contactId),
    before === null ? selectOpenEntries(contactId) : [],
  ]);
  if (!thread) throw new KnownError('record.notFound', 'There is no such contact, or it is another officer’s.');
  const byEntry: Files = new Map(files.map((file) => [file.inboxEntryId, file]));
  const shown = await withAuthors(stored.slice(-A_PAGE), byEntry);
  const known = new Set(shown.map(({ id }) => id)); // what was answered between the two readings is in both
  const waiting = open.flatMap((entry) => toOpenMessage(entry, byEntry)).filter(({ id }) => !known.has(id));
  return {
    contact: contactOf(thread),
    messages: [...shown, ...waiting.map((message) => ({ ...message, position: null, authorName: null }))],
    hasMore: stored.length > A_PAGE,
    ...whoHasIt(thread, actor, nowMs),
    offersReturn: await offersReturn(thread, nowMs),
    session: session && {
      stateId: session.state,
      flowId: session.flowId,
      flowVersion: session.flowVersion,
      language: session.language,
    },
    readPosition: thread.readPosition,
  };
}

async function withAuthors(stored: readonly StoredMessage[], files: Files): Promise<readonly ThreadMessage[]> {
  const names = await selectNames([...new Set(stored.flatMap(({ authorId }) => authorId ?? []))]);
  return stored.map((message) => ({
    ...toMessageView(message, files),
    position: String(message.position),
    authorName: message.authorId === null ? null : (names.get(message.authorId) ?? ''),
  }));
}

function contactOf({ id, name, phone, channel, language, timezone, optedOutAt }: StoredThread): Thread['contact'] {
  return {
    id,
    name,
    phone: maskPhone(phone),
    channel,
    language,
    timezone,
    optedOutAt: optedOutAt?.toISOString() ?? null,
  };
}

/** By the settings, counted while the office is open, from the last message or from when it was taken. */
async function offersReturn({ handover, lastAt }: StoredThread, nowMs: number): Promise<boolean> {
  if (handover?.status !== 'taken' || handover.takenAt === null) return false;
  const [{ offerReturnMinutes }, office] = await Promise.all([readHandoverSettings(), officeNow()]);
  const sinceMs = Math.max(lastAt?.getTime() ?? 0, Date.parse(handover.takenAt));
  return waitedMs(office, sinceMs, nowMs) >= offerReturnMinutes * 60_000;
}

function whoHasIt(
  thread: StoredThread,
  actor: Actor,
  nowMs: number,
): Pick<Thread, 'handover' | 'owner' | 'canType' | 'whyNot' | 'window'> {
  const { handover } = thread;
  const owner = handover?.status === 'taken' ? handover.assignee : null;
  const { freeFormUntil } = windowOf({ lastInboundAt: thread.lastInboundAt, adEntryAt: null }, nowMs);
  const isOpen = thread.channel === 'simulator' || freeFormUntil !== null;
  const standing = {
    takerId: owner?.id ?? null,
    takerName: owner?.name || null,
    isOptedOut: thread.optedOutAt !== null,
    isWindowOpen: isOpen,
  };
  const whyNot = judgeWriting(standing, actor.id, 'free');
  const endsAt =
    thread.channel === 'simulator' || freeFormUntil === null ? null : new Date(freeFormUntil).toISOString();
  return { handover, owner, canType: whyNot === null, whyNot, window: { endsAt, isOpen } };
}
