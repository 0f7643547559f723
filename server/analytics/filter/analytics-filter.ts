import { z } from 'zod';

const MOST_DAYS = 366;
const dayMs = 86_400_000;

/** What figures are about: days in India, both included, and whom to leave out; null leaves nobody out. */
export const analyticsFilter = z
  .object({
    from: z.iso.date(),
    until: z.iso.date(),
    flowId: z.string().max(64).nullable().default(null),
    /** Of the flow; 0 is the draft. */
    version: z.int().min(0).nullable().default(null),
    language: z.string().max(16).nullable().default(null),
    source: z.string().max(32).nullable().default(null),
    campaignId: z.uuid().nullable().default(null),
  })
  .refine(({ from, until }) => from <= until, 'The time ends before it begins.')
  .refine(
    ({ from, until }) => Date.parse(until) - Date.parse(from) < MOST_DAYS * dayMs,
    'At most a year can be looked at.',
  );
export type AnalyticsFilter = Readonly<z.infer<typeof analyticsFilter>>;

/** A day is one in India, whoever asks. */
export const zone = 'Asia/Kolkata';

/** The values of a filter as a statement's first seven. */
export function valuesOf({ from, until, flowId, version, language, source, campaignId }: AnalyticsFilter) {
  return [from, until, flowId, version, language, source, campaignId] as const;
}

/** The condition on rows with the columns of `analytics_days` and `analytics_marks`, without the time. */
export const isAskedFor = `($3::text IS NULL OR flow_id = $3) AND ($4::int IS NULL OR flow_version = $4)
  AND ($5::text IS NULL OR language = $5) AND ($6::text IS NULL OR source = $6) AND ($7::text IS NULL OR campaign_id = $7)`;

/** The condition that a moment is within the days. `column` is of type timestamptz. */
export function isWithin(column: string): string {
  return `${column} >= $1::date::timestamp AT TIME ZONE '${zone}'
    AND ${column} < ($2::date + 1)::timestamp AT TIME ZONE '${zone}'`;
}

/** The same filter for tables that know a contact and no flow: handovers, follow-ups. `contact` is their column. */
export function isOfContact(contact: string): string {
  return `($5::text IS NULL OR EXISTS (SELECT FROM contacts fc WHERE fc.id = ${contact} AND fc.language = $5))
    AND ($6::text IS NULL OR EXISTS (SELECT FROM leads fl WHERE fl.contact_id = ${contact} AND fl.source = $6))
    AND ($7::text IS NULL OR EXISTS (SELECT FROM campaign_recipients fr
      WHERE fr.contact_id = ${contact} AND fr.campaign_id = $7::uuid AND fr.replied_at IS NOT NULL))
    AND ($3::text IS NULL OR EXISTS (SELECT FROM flow_sessions fs WHERE fs.contact_id = ${contact} AND fs.flow_id = $3
      AND ($4::int IS NULL OR fs.flow_version = $4)))`;
}

/** The same for `leads l`, which know their flow and where they came from. */
export const isOfLead = `($3::text IS NULL OR l.flow_id = $3) AND ($6::text IS NULL OR l.source = $6)
  AND ($5::text IS NULL OR EXISTS (SELECT FROM contacts fc WHERE fc.id = l.contact_id AND fc.language = $5))
  AND ($7::text IS NULL OR EXISTS (SELECT FROM campaign_recipients fr
    WHERE fr.contact_id = l.contact_id AND fr.campaign_id = $7::uuid AND fr.replied_at IS NOT NULL))
  AND ($4::int IS NULL OR EXISTS (SELECT FROM flow_sessions fs WHERE fs.contact_id = l.contact_id AND fs.flow_id = $3
    AND fs.flow_version = $4))`;
