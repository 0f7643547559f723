import type { PoolClient } from 'pg';
import type { Session } from '@/flows/schema/session';
import { KnownError } from '../../../errors';
import { storableJson } from '../../../inbox/storable-json';
import { sealJson } from '../../../sealing/seal-column';
import type { BotPlace } from '../../packet/bot-place';

/**
 * Writes where a session goes on: over the version that was read, or as a new one in the place of one that has ended. Throws
 * `record.conflict` when a turn has changed it since.
 */
export async function continueSession(
  client: PoolClient,
  place: BotPlace,
  session: Session,
  nowMs: number,
): Promise<void> {
  const { rowCount } = await client.query(
    `INSERT INTO flow_sessions AS s (id, contact_id, flow_id, flow_version, status, state_id, wait_type, wait_id, wake_at, state,
       version, started_at, updated_at)
     SELECT $1, $2, $3, $4, 'active', $5, 'reply', $6, NULL, $7::jsonb, $8, $9, to_timestamp($10::float8 / 1000)
     ON CONFLICT (id) DO UPDATE SET state_id = excluded.state_id, wait_type = excluded.wait_type, wait_id = excluded.wait_id,
       wake_at = NULL, state = excluded.state, version = excluded.version, updated_at = excluded.updated_at
     WHERE s.version = excluded.version - 1 AND s.status = 'active'`,
    [
      session.id,
      session.contactId,
      session.flowId,
      session.flowVersion,
      session.state,
      session.wait?.id ?? null,
      storableJson(sealJson('flow_sessions.state', session)),
      session.id === place.session.id ? place.version + 1 : 1,
      session.startedAt,
      nowMs,
    ],
  );
  if (rowCount !== 1) {
    throw new KnownError('record.conflict', 'The conversation went on meanwhile. Look at it, and give it back again.');
  }
}

/** A clock that ran out while an officer had the conversation begins anew: the bot does not speak the moment it is given back. */
export async function rewindTimer(client: PoolClient, contactId: string, nowMs: number): Promise<void> {
  await client.query(
    `UPDATE flow_sessions SET wake_at = GREATEST(wake_at, to_timestamp($2::float8 / 1000) + interval '1 hour')
     WHERE contact_id = $1 AND status = 'active' AND wake_at IS NOT NULL`,
    [contactId, nowMs],
  );
}

/** No clock of the bot runs on: it says nothing more until the customer writes. */
export async function stopClock(client: PoolClient, contactId: string): Promise<void> {
  await client.query(`UPDATE flow_sessions SET wake_at = NULL WHERE contact_id = $1 AND status = 'active'`, [
    contactId,
  ]);
}
