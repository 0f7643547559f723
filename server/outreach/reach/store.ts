import type { PoolClient } from 'pg';
import type { ChannelId } from '../../channels/channel';
import type { Reach } from '../judge-reach';

/**
 * What is known of these contacts, by id; who is not there any more is missing. Locks them until the transaction ends, in the
 * order of their ids: of two that want to write first to the same person, the second sees what the first has queued.
 */
export async function readReach(
  client: PoolClient,
  contactIds: readonly string[],
): Promise<ReadonlyMap<string, Reach>> {
  await client.query('SELECT 1 FROM contacts WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE', [contactIds]);
  return lookAtReach(client, contactIds);
}

/** The same without locking anybody: for a plan, after which it is asked again. */
export async function lookAtReach(
  client: PoolClient,
  contactIds: readonly string[],
): Promise<ReadonlyMap<string, Reach>> {
  const { rows } = await client.query<Row>(
    `SELECT c.id AS "contactId", c.channel, c.timezone, c.opted_out_at IS NOT NULL AS "isOptedOut",
       EXISTS (SELECT 1 FROM handovers h WHERE h.contact_id = c.id AND h.status = 'taken') AS "isOfficers",
       c.marketing_stopped_at IS NOT NULL AS "hasStoppedMarketing",
       ${ms('c.marketing_capped_until')} AS "marketingCappedUntilMs", ${ms('c.last_inbound_at')} AS "lastInboundMs",
       (SELECT status FROM consent_records r WHERE r.contact_id = c.id AND r.purpose = 'marketing'
        ORDER BY r.id DESC LIMIT 1) AS "marketingConsent",
       ARRAY(SELECT ${ms('o.created_at')} FROM outbox_entries o
         WHERE o.contact_id = c.id AND o.priority > 0 AND o.status NOT IN ('cancelled', 'rejected')
           AND o.created_at > now() - interval '8 days' ORDER BY o.created_at) AS "reachedMs"
     FROM contacts c WHERE c.id = ANY($1)`,
    [contactIds],
  );
  return new Map(rows.map((row) => [row.contactId, row]));
}

type Row = Reach & { readonly channel: ChannelId };

function ms(column: string): string {
  return `(extract(epoch FROM ${column}) * 1000)::float8`;
}
