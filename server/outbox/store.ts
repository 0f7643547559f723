import type { ChannelPayload } from '@/flows/rendering/channel-payload';
import type { ChannelId } from '../channels/channel';
import { getPool } from '../db/pool';
import { storableJson } from '../inbox/storable-json';
import { outboxSql } from './sql';

/** A message that this process must send, once. */
export type Dispatch = {
  readonly id: string;
  readonly contactId: string;
  readonly channel: ChannelId;
  /** Which of our addresses it leaves from; null where the channel has but one. */
  readonly account: string | null;
  readonly payload: ChannelPayload;
  readonly phone: string | null;
  readonly bsuid: string | null;
  readonly attempts: number;
  /** Attempts that failed for this message's own sake. */
  readonly failures: number;
  readonly createdAt: Date;
  /** After how many milliseconds it is its turn to leave. */
  readonly waitMs: number;
};

/** What came of one attempt. `retry` puts the message back into its place in the contact's line. */
export type Outcome = {
  readonly id: string;
  /** The attempt that this is the outcome of. */
  readonly attempts: number;
} & (
  | { readonly status: 'accepted'; readonly externalId: string }
  | { readonly status: 'rejected' | 'unknown'; readonly problemCode: string; readonly problemDetail: string }
  | {
      readonly status: 'retry';
      readonly problemCode: string;
      readonly problemDetail: string;
      readonly retryAfterMs: number;
      readonly failures: number;
    }
);

/** Records outcomes; one whose message the channel's status has settled meanwhile changes nothing. */
export async function recordOutcomes(outcomes: readonly Outcome[]): Promise<void> {
  const rows = outcomes.map((outcome) => ({
    id: outcome.id,
    attempts: outcome.attempts,
    status: outcome.status === 'retry' ? 'queued' : outcome.status,
    external_id: outcome.status === 'accepted' ? outcome.externalId : null,
    problem_code: 'problemCode' in outcome ? outcome.problemCode : null,
    problem_detail: 'problemDetail' in outcome ? outcome.problemDetail : null,
    retry_after_ms: outcome.status === 'retry' ? outcome.retryAfterMs : null,
    failures: outcome.status === 'retry' ? outcome.failures : null,
  }));
  await getPool().query({ name: 'outbox.record', text: outboxSql.record, values: [storableJson(rows)] });
}

/**
 * Messages whose sender has died, or has been silent for longer than an attempt may take, become `unknown`. Says how many.
 */
export async function markUnknown(silentSeconds: number): Promise<number> {
  const { rowCount } = await getPool().query(outboxSql.markUnknown, [silentSeconds]);
  return rowCount ?? 0;
}

/** The key of one attempt in a journal of sends. */
export function attemptKey({ id, attempts }: Pick<Dispatch, 'id' | 'attempts'>): string {
  return `${id}.${attempts}`;
}

/** Puts back what a dead worker had claimed and, by its journal, surely not sent. Says how many. */
export async function requeueUnsent(owner: string, left: readonly string[]): Promise<number> {
  const { rowCount } = await getPool().query(outboxSql.requeueUnsent, [owner, left]);
  return rowCount ?? 0;
}

export type UnsettledSend = { readonly id: string; readonly contactId: string };

/** A message that may or may not have been sent, for an officer to look at. */
export type UnknownSend = {
  readonly id: string;
  readonly contactId: string;
  readonly contactName: string | null;
  readonly channel: ChannelId;
  readonly payload: ChannelPayload;
  readonly problemCode: string | null;
  readonly problemDetail: string | null;
  readonly since: Date;
};

/** The messages whose fate is not known, the newest first. A status of the channel may still settle them. */
export async function readUnknownSends(most = 200): Promise<readonly UnknownSend[]> {
  const { rows } = await getPool().query<UnknownSend>(
    `SELECT o.id, o.contact_id AS "contactId", c.name AS "contactName", o.channel, o.payload,
       o.problem_code AS "problemCode", o.problem_detail AS "problemDetail", o.settled_at AS since
     FROM outbox_entries o JOIN contacts c ON c.id = o.contact_id
     WHERE o.status = 'unknown' ORDER BY o.settled_at DESC LIMIT $1`,
    [most],
  );
  return rows;
}

/** Messages that have been `unknown` for so long that a person should look, each told once. */
export async function raiseUnknown(afterMs: number): Promise<readonly UnsettledSend[]> {
  const { rows } = await getPool().query<UnsettledSend>(
    `UPDATE outbox_entries SET raised_at = now()
     WHERE status = 'unknown' AND raised_at IS NULL AND settled_at < now() - make_interval(secs => $1::float8 / 1000)
     RETURNING id, contact_id AS "contactId"`,
    [afterMs],
  );
  return rows;
}

export type FoldedStatuses = {
  readonly taken: number;
  readonly freed: number;
  readonly failed: readonly FailedDelivery[];
  /** Which of our addresses customers get messages from. */
  readonly arrived: readonly { readonly channel: ChannelId; readonly account: string | null }[];
};

/** A message that was taken and not delivered. */
export type FailedDelivery = {
  readonly id: string;
  readonly channel: ChannelId;
  readonly account: string | null;
  readonly code: string;
  readonly detail: string | null;
  readonly needsPerson: boolean;
};

/**
 * Folds up to `most` of the channel's statuses into the messages they are about, never backwards, and keeps what they cost.
 * `taken` says how many were there; `freed`, how many messages they settled that nobody knew to be accepted.
 */
export async function foldStatuses(most: number): Promise<FoldedStatuses> {
  const { rows } = await getPool().query<FoldedStatuses>({ name: 'outbox.fold', text: outboxSql.fold, values: [most] });
  return rows[0] ?? { taken: 0, freed: 0, failed: [], arrived: [] };
}

/** A message that was refused, by its problem code. */
export type Refusal = { readonly id: string; readonly code: string };

/** Notes that the customers of these messages get no marketing for a day, or not before they want it again. */
export async function keepFromMarketing(refusals: readonly Refusal[]): Promise<void> {
  const values = [refusals.map(({ id }) => id), refusals.map(({ code }) => code)];
  await getPool().query(outboxSql.keepFromMarketing, values);
}

export type NamedTemplate = { readonly id: string; readonly name: string; readonly language: string };

/** The templates that these messages are, by outbox id. */
export async function templatesOf(outboxIds: readonly string[]): Promise<readonly NamedTemplate[]> {
  const { rows } = await getPool().query<NamedTemplate>(outboxSql.templatesOf, [outboxIds]);
  return rows;
}

/** Statuses that came before their message's id was known are tried again; those nobody knows after an hour are let go. */
export async function retryParkedStatuses(): Promise<number> {
  const { rowCount } = await getPool().query(outboxSql.unpark);
  await getPool().query(outboxSql.dropParked);
  return rowCount ?? 0;
}
