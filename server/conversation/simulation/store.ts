import { startSession } from '@/flows/engine/start-session';
import type { Flow } from '@/flows/schema/flow';
import { identityColumns } from '../../contacts/identity-columns';
import { newContactDefaults } from '../../contacts/new-contact';
import { setIdentity } from '../../contacts/store';
import { getPool } from '../../db/pool';
import { inTransaction } from '../../db/transaction';
import { storableJson } from '../../inbox/storable-json';
import { sealJson } from '../../sealing/seal-column';
import { newId } from '../ids';

export async function isSimulatedContact(contactId: string): Promise<boolean> {
  const { rowCount } = await getPool().query(`SELECT 1 FROM contacts WHERE id = $1 AND channel = 'simulator'`, [
    contactId,
  ]);
  return rowCount === 1;
}

export async function insertSimulatedContact(name: string | null, language: string): Promise<string> {
  const id = newId();
  const identity = identityColumns({ bsuid: `simulator.${id}`, name });
  await getPool().query(
    `INSERT INTO contacts (id, channel, bsuid, bsuid_hash, name, tokens, language, timezone)
     VALUES ($1, 'simulator', $2, $3, $4, $5, $6, $7)`,
    [id, identity.bsuid, identity.bsuid_hash, identity.name, identity.tokens, language, newContactDefaults.timezone],
  );
  return id;
}

/**
 * Forgets all that was said with a simulated contact; what it consented to stays on record. A turn that runs in this moment
 * loses its lease and writes nothing.
 */
export async function clearSimulatedContact(contactId: string, name: string | null, language: string): Promise<void> {
  await inTransaction(async (client) => {
    await client.query(
      `UPDATE turn_queue SET fence = fence + 1, owner = NULL, lease_until = NULL, due_at = NULL, burst_began_at = NULL,
         claims = 0, failures = 0 WHERE contact_id = $1`,
      [contactId],
    );
    for (const table of forgottenTables) {
      await client.query(`DELETE FROM ${table} WHERE contact_id = $1`, [contactId]);
    }
    if (name !== null) await setIdentity(client, contactId, { name });
    await client.query('UPDATE contacts SET language = $2, opted_out_at = NULL, last_inbound_at = NULL WHERE id = $1', [
      contactId,
      language,
    ]);
  });
}

const forgottenTables = [
  'messages',
  'turns',
  'handovers',
  'flow_sessions',
  'lead_events',
  'leads',
  'scheduled_messages',
  'conversation_reads',
  'conversations',
  'inbox_entries',
] as const;

/** A session that waits for the contact's first words. */
export async function insertFreshSession(
  contactId: string,
  flow: Flow,
  flowVersion: number,
  language: string,
): Promise<void> {
  const { timezone } = newContactDefaults;
  const nowMs = Date.now();
  const state = startSession({ id: newId(), contactId, flow, flowVersion, language, timezone, nowMs });
  const sealed = sealJson('flow_sessions.state', state);
  await getPool().query(
    `INSERT INTO flow_sessions (id, contact_id, flow_id, flow_version, status, state_id, state, version, started_at, updated_at)
     VALUES ($1, $2, $3, $4, 'active', $5, $6, 1, $7, $7)`,
    [state.id, contactId, state.flowId, flowVersion, state.state, storableJson(sealed), state.startedAt],
  );
}
