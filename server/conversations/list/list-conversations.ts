import type { Actor } from '../../auth/actor';
import { maskPhone } from '../../contacts/mask-phone';
import { officeNow } from '../../handovers/office-now';
import type { OfficeTime } from '../../handovers/office-time';
import { waitEndsMs, waitedMs } from '../../handovers/office-wait';
import { readHandoverSettings } from '../../handovers/settings/store';
import { leadStage } from '../../leads/lead-stage';
import { bandOf } from '../../leads/list/lead-row';
import { findContacts } from '../../leads/search/store';
import { windowOf } from '../../outbox/window';
import type { ConversationPage, ConversationRow } from '../inbox-views';
import { messageText } from '../message-text';
import type { ListRequest } from './list-request';
import { type StoredConversation, selectConversations } from './store';

const A_PAGE = 50;

/** One page of a queue, as the officer who asks may see it. */
export async function listConversations(actor: Actor, request: ListRequest, nowMs: number): Promise<ConversationPage> {
  const found = request.search ? await findContacts(request.search, actor) : null;
  const [rows, settings, office] = await Promise.all([
    selectConversations(actor, { ...request, found }, nowMs, A_PAGE + 1),
    readHandoverSettings(),
    officeNow(),
  ]);
  const page = rows.slice(0, A_PAGE);
  const last = page.at(-1);
  const clock = { office, slaMs: settings.slaMinutes * 60_000, nowMs };
  const next = rows.length > A_PAGE && last ? `${last.sortKey ?? ''}|${last.contactId}` : null;
  return { rows: page.map((row) => toRow(row, clock)), next };
}

type Clock = { readonly office: OfficeTime | null; readonly slaMs: number; readonly nowMs: number };

function toRow(row: StoredConversation, clock: Clock): ConversationRow {
  const { contactId, name, phone, language, channel, status, askedAt, lastAt, lastDirection, unread, score } = row;
  const { freeFormUntil } = windowOf({ lastInboundAt: row.lastInboundAt, adEntryAt: null }, clock.nowMs);
  return {
    contactId,
    name,
    phone: maskPhone(phone),
    language,
    channel,
    status,
    assignee: row.assigneeId === null ? null : { id: row.assigneeId, name: row.assigneeName ?? '' },
    askedAt: iso(askedAt),
    ...slaOf(row, clock),
    windowEndsAt: channel === 'simulator' || freeFormUntil === null ? null : new Date(freeFormUntil).toISOString(),
    lastAt: lastAt.toISOString(),
    lastDirection,
    lastAuthor: lastDirection === 'in' ? 'customer' : row.lastAuthorId === null ? 'bot' : 'officer',
    preview: previewOf(row),
    unread,
    score,
    band: score === null ? null : bandOf(score),
    stage: leadStage.safeParse(row.stage).data ?? null,
    snoozedUntil: iso(row.snoozedUntil),
  };
}

/** The clock runs from when a person was asked for until an officer answers; a bot's reply does not stop it. */
function slaOf(
  { askedAt, answeredAt, status }: StoredConversation,
  { office, slaMs, nowMs }: Clock,
): Pick<ConversationRow, 'slaDueAt' | 'slaState'> {
  const isRunning = (status === 'requested' || status === 'taken') && answeredAt === null;
  if (!isRunning || askedAt === null) return { slaDueAt: null, slaState: null };
  const waited = waitedMs(office, askedAt.getTime(), nowMs);
  const dueMs = waitEndsMs(office, askedAt.getTime(), slaMs);
  const slaState = waited >= slaMs ? 'over' : waited >= slaMs * SOON ? 'soon' : 'fine';
  return { slaDueAt: Number.isFinite(dueMs) ? new Date(dueMs).toISOString() : null, slaState };
}

/** The share of the time after which it is said that it runs out. */
const SOON = 0.75;
const LONGEST_PREVIEW = 120;

function previewOf({ lastDirection, lastContent }: StoredConversation): string {
  return messageText(lastDirection, lastContent).replace(/\s+/g, ' ').trim().slice(0, LONGEST_PREVIEW);
}

function iso(date: Date | null): string | null {
  return date?.toISOString() ?? null;
}
