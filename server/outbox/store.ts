import type { ChannelPayload } from '@/flows/rendering/channel-payload';
import type { ChannelId } from '../channels/channel';
import { getPool } from '../db/pool';
import { storableJson } from '../inbox/storable-json';
import { outboxSql } from './sql';

/** A message that this process must send now, once. */
export type Dispatch = {
  readonly id: string;
  readonly contactId: string;
  readonly channel: ChannelId;
  readonly payload: ChannelPayload;
  readonly phone: string | null;
  readonly bsuid: string | null;
  readonly attempts: number;
  readonly createdAt: Date;
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
    }
);

export type ClaimOptions = {
  readonly owner: string;
  readonly most: number;
  readonly channels: readonly ChannelId[];
  readonly leaseMs: number;
  /** How long an unsettled `unknown` keeps the messages behind it waiting. */
  readonly holdMs: number;
};

/**
 * Takes the first waiting message of up to `most` contacts for sending, and marks it as on its way before this resolves. What
 * must not leave (the contact has opted out, the 24-hour window is closed) is settled here instead, in the same statement.
 */
export async function claimDispatches(options: ClaimOptions): Promise<readonly Dispatch[]> {
  const { owner, most, channels, leaseMs, holdMs } = options;
  const { rows } = await getPool().query<Dispatch & { status: string }>({
    name: 'outbox.claim',
    text: outboxSql.claim,
    values: [owner, most, channels, leaseMs, holdMs],
  });
  return rows.filter((row) => row.status === 'dispatching');
}

/** Milliseconds until a message that was put off may go, or undefined when none is. */
export async function msUntilNextDispatch(): Promise<number | undefined> {
  const { rows } = await getPool().query<{ ms: number | null }>(
    `SELECT GREATEST(0, extract(epoch FROM min(not_before) - now()) * 1000)::float8 AS ms
     FROM outbox_entries WHERE status = 'queued' AND not_before > now()`,
  );
  return rows[0]?.ms ?? undefined;
}

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

export type FoldedStatuses = { readonly taken: number; readonly freed: number };

/**
 * Folds up to `most` of the channel's statuses into the messages they are about, never backwards. `taken` says how many
 * were there; `freed`, how many messages they settled that nobody knew to be accepted.
 */
export async function foldStatuses(most: number): Promise<FoldedStatuses> {
  const { rows } = await getPool().query<FoldedStatuses>({ name: 'outbox.fold', text: outboxSql.fold, values: [most] });
  return rows[0] ?? { taken: 0, freed: 0 };
}

/** Statuses that came before their message's id was known are tried again; those nobody knows after an hour are let go. */
export async function retryParkedStatuses(): Promise<number> {
  const { rowCount } = await getPool().query(outboxSql.unpark);
  await getPool().query(outboxSql.dropParked);
  return rowCount ?? 0;
}
