import { getPool } from '../../db/pool';

/** The languages in which WhatsApp has approved each template, by name. */
export type ApprovedLanguages = ReadonlyMap<string, readonly string[]>;

/** What is approved, as it stood a few seconds ago at most. */
export async function readApprovedLanguages(): Promise<ApprovedLanguages> {
  const now = performance.now();
  if (known && now - known.readAt < ageMs) return known.languages;
  const { rows } = await getPool().query<{ name: string; languages: string[] }>(
    `SELECT name, array_agg(language ORDER BY created_at, language) AS languages
     FROM templates WHERE status = 'APPROVED' GROUP BY name`,
  );
  known = { readAt: now, languages: new Map(rows.map(({ name, languages }) => [name, languages])) };
  return known.languages;
}

const ageMs = 5_000;
let known: { readonly readAt: number; readonly languages: ApprovedLanguages } | undefined;
