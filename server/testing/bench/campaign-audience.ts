import { identityColumns } from '../../contacts/identity-columns';
import { defaultOutreachSettings, widestHours } from '../../outreach/outreach-settings';
import { zoneWhereItIs } from '../zone-where-it-is';
import { withDatabase } from './with-database';

/** Everybody in the audience has this tag. */
export const audienceTag = 'bench';
export const templateName = 'bench_rates';

/**
 * Puts an approved template and `size` people into a database who wrote days ago and have agreed to hear from us. It is the
 * middle of the day where they live, whenever the bench runs.
 */
export async function fillAudience(databaseUrl: string, size: number): Promise<void> {
  await withDatabase(databaseUrl, async (db) => {
    const outreach = { ...defaultOutreachSettings, hours: { days: [1, 2, 3, 4, 5, 6, 7], ...widestHours } };
    await db.query(`INSERT INTO settings (key, value) VALUES ('outreach', $1), ('campaigns', $2)`, [
      JSON.stringify(outreach),
      JSON.stringify({ approvalAbove: 1_000_000 }),
    ]);
    await db.query(
      `INSERT INTO templates (name, language, category, components, status) VALUES ($1, 'en', 'MARKETING', $2, 'APPROVED')`,
      [templateName, JSON.stringify([{ type: 'BODY', text: words }])],
    );
    for (let from = 0; from < size; from += BATCH) {
      const people = Array.from({ length: Math.min(BATCH, size - from) }, (_, at) =>
        identityColumns({ phone: phoneOf(from + at), name: 'Asha' }),
      );
      await db.query(peopleSql, [JSON.stringify(people), zoneWhereItIs(13), audienceTag]);
    }
    await db.query(consentSql);
    await db.query('ANALYZE contacts, consent_records');
  });
}

const words = 'Hello {{1}}, our rates for a loan against your property have changed. Shall we tell you more?';

/** The phone number of somebody in the audience, the first being 0. */
export function phoneOf(place: number): string {
  return `+91${7_000_000_000 + place}`;
}

const BATCH = 10_000;

const peopleSql = `
  INSERT INTO contacts (id, channel, phone, phone_hash, name, tokens, language, timezone, tags, last_inbound_at)
  SELECT gen_random_uuid(), 'whatsapp', phone, phone_hash, name, tokens, 'en', $2, ARRAY[$3], now() - interval '3 days'
  FROM jsonb_to_recordset($1::jsonb) AS g(phone text, phone_hash text, name text, tokens int[])`;

const consentSql = `
  INSERT INTO consent_records (contact_id, purpose, status, language, channel, proof, at)
  SELECT id, 'marketing', 'given', 'en', 'whatsapp', 'Made for a bench', now() FROM contacts`;
