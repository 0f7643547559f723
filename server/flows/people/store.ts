import type { PoolClient } from 'pg';
import { type Session, session as sessionSchema } from '@/flows/schema/session';
import { handoverRow, turnRows } from '../../conversation/commit/rows';
import { commitSql } from '../../conversation/commit/sql';
import type { HandoverRow, TurnRow } from '../../conversation/turn-commit';
import { getPool } from '../../db/pool';
import { inTransaction } from '../../db/transaction';
import { storableJson } from '../../inbox/storable-json';
import { log } from '../../log';
import { sealJson } from '../../sealing/seal-column';

export type PeopleInState = Readonly<{
  version: number;
  /** A state of this flow: of people inside a subflow, the one that called it. */
  state: string;
  people: number;
  /** How many of them can't be moved now: they are inside a subflow, or a call is out for them. */
  held: number;
}>;

/** Where the people in published versions of a flow are, real and simulated, newest version first. */
export async function selectPeople(flowId: string): Promise<readonly PeopleInState[]> {
  const { rows } = await getPool().query<PeopleInState>(
    `SELECT flow_version AS version, COALESCE(state->'calls'->0->>'returnTo', state_id) AS state,
       count(*)::int AS people,
       (count(*) FILTER (WHERE wait_type = 'effect' OR state->'calls' <> '[]'))::int AS held
     FROM flow_sessions WHERE flow_id = $1 AND status = 'active' AND flow_version > 0
     GROUP BY 1, 2 ORDER BY 1 DESC, 3 DESC, 2`,
    [flowId],
  );
  return rows;
}

/** The active sessions on versions before this one, in the order of their contacts. Drafts are not among them. */
export async function selectSessionsBefore(flowId: string, version: number): Promise<readonly string[]> {
  const { rows } = await getPool().query<{ readonly id: string }>(
    `SELECT id FROM flow_sessions
     WHERE flow_id = $1 AND status = 'active' AND flow_version > 0 AND flow_version < $2 ORDER BY contact_id`,
    [flowId, version],
  );
  return rows.map(({ id }) => id);
}

/** What a session becomes, and the turn and the handover that go with it; null leaves it as it is. */
export type SessionChange = (session: Session) => Readonly<{
  session: Session;
  turn: TurnRow | null;
  handover: HandoverRow | null;
}> | null;

/**
 * Changes those of these sessions that are still active on an older version, all in one transaction. Their number grows,
 * so that a turn which has read them before can't be committed.
 */
export async function changeSessions(
  ids: readonly string[],
  version: number,
  change: SessionChange,
): Promise<Readonly<{ changed: number; left: number }>> {
  return withoutDeadlock(async (client) => {
    // Locked in the order in which commits lock them.
    const { rows } = await client.query<LockedSession>(
      `SELECT id, contact_id, state FROM flow_sessions
       WHERE id = ANY($1) AND status = 'active' AND flow_version < $2 ORDER BY contact_id FOR UPDATE`,
      [ids, version],
    );
    const changes = rows.flatMap(({ id, contact_id, state }) => {
      const parsed = sessionSchema.safeParse(state);
      if (!parsed.success) log.error({ sessionId: id, err: parsed.error }, 'session.unreadable');
      const changed = parsed.success ? change(parsed.data) : null;
      return changed ? [{ ...changed, contactId: contact_id }] : [];
    });
    await write(client, changes);
    return { changed: changes.length, left: rows.length - changes.length };
  });
}

type LockedSession = Readonly<{ id: string; contact_id: string; state: unknown }>;
type Change = NonNullable<ReturnType<SessionChange>> & Readonly<{ contactId: string }>;

async function write(client: PoolClient, changes: readonly Change[]): Promise<void> {
  await client.query(updateSql, [storableJson(changes.map(({ session }) => sealJson('flow_sessions.state', session)))]);
  const turns = changes.flatMap(({ turn, contactId }) => (turn ? turnRows({ contactId, turns: [turn] }) : []));
  if (turns.length > 0) await client.query(insertTurnsSql, [storableJson(turns)]);
  const handovers = changes.flatMap(({ handover, contactId }) =>
    handover ? [{ ...handoverRow(handover, null), contactId }] : [],
  );
  if (handovers.length > 0) await client.query(commitSql.insertHandovers, [storableJson(handovers)]);
}

const updateSql = `
  UPDATE flow_sessions s SET flow_version = (g.state->>'flowVersion')::int, state_id = g.state->>'state',
    status = (g.state->>'status')::session_status, wait_type = g.state#>>'{wait,type}', wait_id = g.state#>>'{wait,id}',
    wake_at = CASE WHEN g.state->>'status' = 'active' THEN s.wake_at END, state = g.state, version = s.version + 1,
    updated_at = (g.state->>'updatedAt')::timestamptz
  FROM jsonb_array_elements($1::jsonb) AS g(state) WHERE s.id = (g.state->>'id')::uuid`;

const insertTurnsSql = `
  INSERT INTO turns (id, session_id, contact_id, seq, flow_id, flow_version, state_before, state_after, input, events,
    timings, cost, at)
  SELECT id, session_id, contact_id, seq, flow_id, flow_version, state_before, state_after, input, events, timings,
    cost, at
  FROM jsonb_to_recordset($1::jsonb) AS g(id uuid, session_id uuid, contact_id uuid, seq int, flow_id text,
    flow_version int, state_before text, state_after text, input jsonb, events jsonb, timings jsonb, cost jsonb,
    at timestamptz)`;

const MOST_ATTEMPTS = 5;

/** A commit that replaces sessions locks them in no order: of two that wait for each other PostgreSQL ends one. */
async function withoutDeadlock<Result>(work: (client: PoolClient) => Promise<Result>): Promise<Result> {
  for (let attempt = 1; attempt < MOST_ATTEMPTS; attempt += 1) {
    try {
      return await inTransaction(work);
    } catch (error) {
      if (!isDeadlock(error)) throw error;
    }
  }
  return inTransaction(work);
}

function isDeadlock(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '40P01'; // PostgreSQL error codes
}
