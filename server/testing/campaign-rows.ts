import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { type CampaignPlan, emptyPlan } from '@/server/campaigns/plan/campaign-plan';
import { identityColumns } from '@/server/contacts/identity-columns';
import { zoneWhereItIs } from './zone-where-it-is';

/** People and campaigns written straight into the tables, for tests of who gets what and when. */
export type CampaignRows = {
  /** So many contacts who agreed to marketing, live where it is about noon and last wrote days ago. Their ids, in order. */
  readonly people: (count: number, own?: NewPeople) => Promise<readonly string[]>;
  /** A template in English with one variable. */
  readonly template: (name: string, own?: { readonly category?: string; readonly status?: string }) => Promise<void>;
  /** A campaign that was launched now, to these people; its audience is still to be written down. */
  readonly launched: (people: readonly string[], own?: NewCampaign) => Promise<string>;
};

export type NewPeople = {
  readonly timezone?: string;
  readonly hasConsent?: boolean;
  readonly channel?: 'whatsapp' | 'simulator';
};

export type NewCampaign = {
  readonly plan?: Partial<CampaignPlan>;
  readonly schedule?: Partial<CampaignPlan['schedule']>;
  readonly channel?: 'whatsapp' | 'simulator';
  readonly startsAt?: string;
};

export const campaignTemplate = 'campaign_offer';

export function campaignRows(db: pg.Pool): CampaignRows {
  let phones = 0;
  return {
    people: async (count, { timezone = zoneWhereItIs(12), hasConsent = true, channel = 'whatsapp' } = {}) => {
      const first = phones;
      phones += count;
      const given = Array.from({ length: count }, (_, at) => first + at + 1).map((n) =>
        identityColumns({ phone: `+91${9_100_000_000 + n}`, name: `Asha ${n}` }),
      );
      const { rows } = await db.query<{ id: string }>(
        `WITH made AS (
           INSERT INTO contacts (id, channel, phone, phone_hash, name, tokens, language, timezone, last_inbound_at)
           SELECT gen_random_uuid(), $3::channel_name, phone, phone_hash, name, tokens, 'en', $2, now() - interval '3 days'
           FROM jsonb_to_recordset($1::jsonb) AS g(phone text, phone_hash text, name text, tokens int[]) RETURNING id
         ), agreed AS (
           INSERT INTO consent_records (contact_id, purpose, status, language, channel, at)
           SELECT id, 'marketing', 'given', 'en', $3::channel_name, now() FROM made WHERE $4
         )
         SELECT id FROM made ORDER BY id`,
        [JSON.stringify(given), timezone, channel, hasConsent],
      );
      return rows.map(({ id }) => id);
    },
    template: async (name, { category = 'MARKETING', status = 'APPROVED' } = {}) => {
      const text = 'Hello {{1}}, our rates have changed. Shall we tell you more?';
      const body = { type: 'BODY', text, example: { body_text: [['Asha']] } };
      await db.query(
        `INSERT INTO templates (name, language, category, components, status, meta_id) VALUES ($1, 'en', $2, $3, $4, 'm.' || $1)
         ON CONFLICT (name, language) DO UPDATE SET category = $2, status = $4`,
        [name, category, JSON.stringify([body]), status],
      );
    },
    launched: async (people, { plan, schedule, channel = 'whatsapp', startsAt } = {}) => {
      const id = randomUUID();
      const importId = randomUUID();
      await db.query(
        `WITH list AS (
           INSERT INTO contact_imports (id, filename, channel, columns, row_count, applied_at)
           VALUES ($1, 'list.csv', $2, '{phone}', cardinality($3::uuid[]), now()) RETURNING id
         )
         INSERT INTO contact_import_rows (import_id, "row", cells, contact_id)
         SELECT list.id, 1 + n, '{x}', contact_id FROM list, unnest($3::uuid[]) WITH ORDINALITY AS p(contact_id, n)`,
        [importId, channel, people],
      );
      const whole: CampaignPlan = {
        ...emptyPlan,
        audience: { type: 'import', importId },
        variants: [{ id: 'A', share: 100, template: campaignTemplate, variables: [{ en: '{{ name }}' }] }],
        ...plan,
        schedule: { ...emptyPlan.schedule, ...schedule },
      };
      await db.query(
        `INSERT INTO campaigns (id, name, channel, status, plan, author, launched_at, starts_at)
         VALUES ($1, 'Rates', $2, 'freezing', $3, 'Ravi', now(), COALESCE($4, now() - interval '1 second'))`,
        [id, channel, JSON.stringify(whole), startsAt ?? null],
      );
      return id;
    },
  };
}

/** Writes first to anybody on any day as often as a test wants. */
export async function openEveryDay(db: pg.Pool): Promise<void> {
  const hours = { days: [1, 2, 3, 4, 5, 6, 7], opens: '09:00', closes: '21:00' };
  await db.query(
    `INSERT INTO settings (key, value) VALUES ('outreach', $1) ON CONFLICT (key) DO UPDATE SET value = $1`,
    [JSON.stringify({ hours, mostPerWeek: 7, leastHoursBetween: 0 })],
  );
}
