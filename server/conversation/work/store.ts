import { type Transcript, transcript } from '@/flows/schema/message';
import { session as sessionSchema } from '@/flows/schema/session';
import { campaignEntry } from '../../campaigns/plan/campaign-plan';
import type { ChannelId } from '../../channels/channel';
import { getPool } from '../../db/pool';
import { type MessagePayload, messagePayload, startPayload } from '../../inbox/inbox-item';
import type { EntryFile, TurnWork, WorkEntry } from '../turn-work';

/** A contact's work, or why it can't be read: then `entries` names what is pending all the same. */
export type LoadedWork =
  | { readonly ok: true; readonly work: TurnWork }
  | {
      readonly ok: false;
      readonly entryIds: readonly string[];
      readonly sessionId: string | null;
      readonly cause: unknown;
    };

/** Messages that one turn takes at most; the rest of a longer burst is the next turn. */
const MOST_ENTRIES = 20;

/** What is pending for each of these contacts, with `mostEntries` messages each at most. */
export async function loadWork(
  contactIds: readonly string[],
  mostEntries: ReadonlyMap<string, number>,
): Promise<ReadonlyMap<string, LoadedWork>> {
  const { rows } = await getPool().query<Row>({
    name: 'work.load',
    text: loadSql,
    values: [contactIds, MOST_ENTRIES + 1],
  });
  return new Map(rows.map((row) => [row.id, readRow(row, mostEntries.get(row.id) ?? MOST_ENTRIES)]));
}

type Row = {
  readonly id: string;
  readonly channel: ChannelId;
  readonly language: string;
  readonly timezone: string;
  readonly opted_out_at: string | null;
  readonly handover: { readonly status: 'requested' | 'taken'; readonly promisedAt: string | null } | null;
  readonly reached_at: string | null;
  readonly reply_hours: readonly number[];
  readonly entry: unknown;
  readonly wake_at: string | null;
  readonly session_id: string | null;
  readonly state: unknown;
  readonly version: number | null;
  readonly last_flow: { readonly flowId: string; readonly flowVersion: number } | null;
  readonly entries: readonly EntryRow[] | null;
};

type EntryRow = {
  readonly id: string;
  readonly kind: string;
  readonly payload: unknown;
  readonly occurredAt: string;
  readonly receivedAt: string;
  readonly file: FileRow | null;
};

type FileRow = EntryFile & { readonly id: string; readonly transcript: Transcript | null };

// jsonb numbers of 64 bits would lose digits in JavaScript: ids travel as text.
const loadSql = `
  SELECT c.id, c.channel, c.language, c.timezone, c.opted_out_at::text,
    (SELECT jsonb_build_object('status', h.status, 'promisedAt', h.promised_at) FROM handovers h
      WHERE h.contact_id = c.id AND h.status IN ('requested', 'taken')) AS handover,
    c.reached_at::text, c.reply_hours, s.id AS session_id, s.state, s.version, s.wake_at::text,
    CASE WHEN c.entry IS NOT NULL THEN (SELECT c.entry FROM outbox_entries o
      WHERE o.id = (c.entry->>'outboxId')::uuid AND o.status IN ('dispatching', 'accepted', 'unknown')) END AS entry,
    CASE WHEN s.id IS NULL THEN (
      SELECT jsonb_build_object('flowId', flow_id, 'flowVersion', flow_version) FROM flow_sessions l
      WHERE l.contact_id = c.id ORDER BY l.started_at DESC LIMIT 1) END AS last_flow,
    (SELECT jsonb_agg(jsonb_build_object('id', e.id::text, 'kind', e.kind, 'payload', e.payload,
        'occurredAt', e.occurred_at, 'receivedAt', e.received_at, 'file', CASE WHEN f.id IS NOT NULL THEN
          jsonb_build_object('id', f.id, 'transcript', f.transcript, 'transcriptStatus', f.transcript_status) END)
        ORDER BY e.occurred_at, e.id)
      FROM (SELECT * FROM inbox_entries i WHERE i.contact_id = c.id AND i.status = 'pending'
        ORDER BY i.occurred_at, i.id LIMIT $2) e LEFT JOIN media_files f ON f.inbox_entry_id = e.id) AS entries
  FROM contacts c LEFT JOIN flow_sessions s ON s.contact_id = c.id AND s.status = 'active'
  WHERE c.id = ANY($1)`;

function readRow(row: Row, mostEntries: number): LoadedWork {
  const pending = row.entries ?? [];
  const taken = pending.slice(0, mostEntries);
  try {
    const { id, channel, language, timezone } = row;
    const state = row.state === null ? null : sessionSchema.parse(row.state);
    const entry = row.entry === null ? null : campaignEntry.parse(row.entry);
    const work: TurnWork = {
      contact: {
        id,
        channel,
        language,
        timezone,
        optedOutAt: row.opted_out_at,
        handover: row.handover?.status ?? null,
        promisedAt: row.handover?.promisedAt ?? null,
        replyHours: row.reply_hours,
        reachedAt: row.reached_at,
        entry,
      },
      session: state === null || row.version === null ? null : { state, version: row.version, wakeAt: row.wake_at },
      lastFlow: row.last_flow,
      entries: taken.map(readEntry),
      more: pending.length > taken.length,
    };
    return { ok: true, work };
  } catch (cause) {
    return { ok: false, entryIds: taken.map((entry) => entry.id), sessionId: row.session_id, cause };
  }
}

function readEntry({ id, kind, payload, occurredAt, receivedAt, file }: EntryRow): WorkEntry {
  const common = { id, occurredAt: isoUtc(occurredAt), receivedAt: isoUtc(receivedAt) };
  if (kind === 'start') return { ...common, kind, payload: startPayload.parse(payload) };
  const message = withFile(messagePayload.parse(payload), file);
  return { ...common, kind: 'message', payload: message, file: file && { transcriptStatus: file.transcriptStatus } };
}

/** Our id of a message's file, and what was heard in it, are known only after the message was stored. */
function withFile(payload: MessagePayload, file: FileRow | null): MessagePayload {
  if (file === null || payload.content.type !== 'media') return payload;
  const heard = file.transcript === null ? {} : { transcript: transcript.parse(file.transcript) };
  return { ...payload, content: { ...payload.content, fileId: file.id, ...heard } };
}

function isoUtc(time: string): string {
  return new Date(time).toISOString();
}
