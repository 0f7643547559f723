import type { Pool, PoolClient } from 'pg';
import type { ChannelPayload } from '@/flows/rendering/channel-payload';
import type { ChannelId } from '../../channels/channel';
import { getPool, getSteadyPool } from '../../db/pool';
import { inTransaction } from '../../db/transaction';
import { storableJson } from '../../inbox/storable-json';
import { sealJson } from '../../sealing/seal-column';
import { outboxSql } from '../sql';
import type { Dispatch } from '../store';
import { claimSql } from './claim-sql';
import type { IncomingRates, LimitMemory } from './limit-memory';
import type { Reach } from './look-plan';
import { claimProblems } from './problems';

export type ClaimOptions = {
  readonly owner: string;
  readonly most: number;
  readonly channels: readonly ChannelId[];
  /** Our addresses on WhatsApp; the first is that of contacts who have written to none. */
  readonly accounts: readonly string[];
  readonly leaseMs: number;
  /** How long an unsettled `unknown` keeps the messages behind it waiting. */
  readonly holdMs: number;
  readonly memory: LimitMemory;
  readonly reach: Reach;
};

export type Claim = {
  readonly dispatches: readonly Dispatch[];
  /** Free-form messages for which the window is closed and a template may go. */
  readonly toReplace: readonly string[];
  /** How many messages were looked at with any result: while it is not 0 there may be more. */
  readonly touched: number;
  /** In how many milliseconds WhatsApp lets us send again, when all that it allows for now is claimed. */
  readonly roomMs: number | undefined;
};

/**
 * Takes the first waiting message of up to `most` contacts for sending, as far as WhatsApp's limits allow, and marks it as on
 * its way before this resolves. What must not leave (the contact has opted out, the 24-hour window is closed) is settled here
 * instead and what must wait is put off, in the same statement.
 */
export async function claimDispatches(options: ClaimOptions): Promise<Claim> {
  const { memory, accounts } = options;
  const pool = getSteadyPool();
  if (memory.incoming() === undefined) memory.incomingCounted(await readIncoming(accounts));
  const openings = memory.openings();
  const rows =
    openings === undefined
      ? await inTransaction((client) => claimCounted(client, options), pool)
      : await claim(pool, options, openings);
  const told = rows.flatMap((row) => (row.verdict === null ? [] : row));
  memory.openingsUsed(told.filter((row) => row.isFurther).length);
  return {
    dispatches: told.filter((row) => row.verdict === 'leaves'),
    toReplace: told.flatMap((row) => (row.verdict === 'replace' ? row.id : [])),
    touched: told.length,
    roomMs: rows[0]?.roomMs ?? undefined,
  };
}

type ClaimedRow =
  | (Dispatch & { verdict: 'leaves' | 'replace' | 'settled'; isFurther: boolean; roomMs: number | null })
  | { verdict: null; roomMs: number | null };

/** One process at a time counts, so that they do not all use the same room. */
async function claimCounted(client: PoolClient, options: ClaimOptions): Promise<readonly ClaimedRow[]> {
  await client.query('SELECT pg_advisory_xact_lock($1)', [openingsLock]);
  const { rows } = await client.query<{ left: number | null }>({ name: 'outbox.left', text: outboxSql.openingsLeft });
  const left = rows[0]?.left ?? null;
  options.memory.openingsCounted(left);
  return claim(client, options, left);
}

const openingsLock = 4_711_020;

async function claim(
  db: Pool | PoolClient,
  options: ClaimOptions,
  left: number | null,
): Promise<readonly ClaimedRow[]> {
  const { owner, most, channels, leaseMs, holdMs, accounts, memory, reach } = options;
  const incoming = memory.incoming() ?? {};
  const { rows } = await db.query<ClaimedRow>({
    name: 'outbox.claim',
    text: claimSql,
    values: [
      owner,
      most,
      channels,
      leaseMs,
      holdMs,
      accounts,
      left,
      claimProblems,
      incoming,
      reach.width,
      reach.aheadMs,
    ],
  });
  return rows;
}

/** Cancels those of the claimed messages whose contact has opted out since, or whose hours are over. Says which. */
export async function stopUnwanted(owner: string, outboxIds: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await getSteadyPool().query<{ id: string }>({
    name: 'outbox.stop',
    text: outboxSql.stopUnwanted,
    values: [outboxIds, owner, claimProblems],
  });
  return new Set(rows.map(({ id }) => id));
}

async function readIncoming(accounts: readonly string[]): Promise<IncomingRates> {
  const { rows } = await getSteadyPool().query<{ account: string; perSecond: number }>({
    name: 'outbox.incoming',
    text: outboxSql.incoming,
    values: [accounts],
  });
  return Object.fromEntries(rows.map(({ account, perSecond }) => [account, perSecond]));
}

/** Milliseconds until a message that was put off may go, or undefined when none is. */
export async function msUntilNextDispatch(): Promise<number | undefined> {
  const { rows } = await getPool().query<{ ms: number | null }>(
    `SELECT GREATEST(0, extract(epoch FROM min(next.not_before) - now()) * 1000)::float8 AS ms
     FROM unnest(enum_range(NULL::channel_name)) AS c(channel) CROSS JOIN generate_series(0, 2) AS p(priority)
     CROSS JOIN LATERAL (
       SELECT not_before FROM outbox_entries WHERE channel = c.channel AND priority = p.priority
         AND status = 'queued' AND is_prepared AND not_before > now()
       ORDER BY not_before LIMIT 1) next`,
  );
  return rows[0]?.ms ?? undefined;
}

/** Whom a message goes to: their language, and their name as far as it is known. */
export type Addressee = { readonly outboxId: string; readonly language: string; readonly name: string | null };

export async function readAddressees(outboxIds: readonly string[]): Promise<readonly Addressee[]> {
  const { rows } = await getPool().query<Addressee & { readonly saidName: string | null }>(outboxSql.addressees, [
    outboxIds,
  ]);
  return rows.map(({ outboxId, language, name, saidName }) => {
    return { outboxId, language, name: name?.trim() || saidName?.trim() || null };
  });
}

/** What becomes of a free-form message outside the window: a template in its place, or the reason why it is blocked. */
export type Settlement = { readonly outboxId: string } & (
  | { readonly payload: ChannelPayload }
  | { readonly detail: string }
);

export async function settleClosed(settlements: readonly Settlement[]): Promise<void> {
  if (settlements.length === 0) return;
  const rows = settlements.map((settlement) =>
    'payload' in settlement
      ? { ...settlement, payload: sealJson('outbox_entries.payload', settlement.payload) }
      : settlement,
  );
  await getPool().query(outboxSql.settleClosed, [storableJson(rows)]);
}
