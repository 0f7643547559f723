import { getPool } from '../../db/pool';

/** What decides whether a contact may be written to at all, and for what price. Nothing is locked: it is for an estimate. */
export type Standing = {
  readonly contactId: string;
  readonly isOptedOut: boolean;
  readonly isOfficers: boolean;
  readonly hasStoppedMarketing: boolean;
  readonly marketingConsent: 'given' | 'withdrawn' | null;
  readonly lastInboundAt: Date | null;
  readonly adEntryAt: Date | null;
};

export async function readStandings(contactIds: readonly string[]): Promise<ReadonlyMap<string, Standing>> {
  const { rows } = await getPool().query<Standing>(
    `SELECT c.id AS "contactId", c.opted_out_at IS NOT NULL AS "isOptedOut",
       EXISTS (SELECT 1 FROM handovers h WHERE h.contact_id = c.id AND h.status = 'taken') AS "isOfficers",
       c.marketing_stopped_at IS NOT NULL AS "hasStoppedMarketing", c.last_inbound_at AS "lastInboundAt",
       c.ad_entry_at AS "adEntryAt",
       (SELECT status FROM consent_records r WHERE r.contact_id = c.id AND r.purpose = 'marketing'
        ORDER BY r.id DESC LIMIT 1) AS "marketingConsent"
     FROM contacts c WHERE c.id = ANY($1)`,
    [contactIds],
  );
  return new Map(rows.map((row) => [row.contactId, row]));
}

/** What the business number may send. */
export type SendLimits = {
  readonly perSecond: number;
  /** People outside the 24 hours in a day; null: no limit, or not known. */
  readonly contactsPerDay: number | null;
};

/** Of the weakest of our numbers; WhatsApp's usual ones where none was looked at yet. */
export async function readSendLimits(): Promise<SendLimits> {
  const { rows } = await getPool().query<SendLimits>(
    `SELECT COALESCE(min(throughput), 80)::int AS "perSecond", min(contacts_per_day)::int AS "contactsPerDay"
     FROM whatsapp_numbers`,
  );
  return rows[0] ?? { perSecond: 80, contactsPerDay: null }; // messages a second, Cloud API reference, "Throughput"
}
