import { languages } from '@/prompts/load-languages';
import { getPool } from '../../db/pool';
import { handoverOutcome } from '../../handovers/handover-outcome';
import type { PersonView } from '../lead-view';

/** What there is to choose from in a filter, the most frequent first. */
export type LeadChoices = Readonly<{
  cities: readonly Readonly<{ value: string; count: number }>[];
  languages: readonly string[];
  tags: readonly string[];
  outcomes: readonly string[];
  /** Who may have leads, by name. */
  officers: readonly PersonView[];
}>;

/** The values that some lead or contact has, whoever may see these. */
export async function leadChoices(): Promise<LeadChoices> {
  const { rows } = await getPool().query<Pick<LeadChoices, 'cities' | 'tags' | 'officers'>>(
    `SELECT
       COALESCE((SELECT json_agg(city ORDER BY city.count DESC, city.value) FROM (
         SELECT city AS value, count(*)::int AS count FROM leads WHERE city IS NOT NULL
         GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 200) city), '[]') AS cities,
       ARRAY(SELECT tag FROM contacts c, unnest(c.tags) tag WHERE c.tags <> '{}'
         GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 200) AS tags,
       COALESCE((SELECT json_agg(json_build_object('id', id, 'name', name) ORDER BY name) FROM users
         WHERE disabled_at IS NULL AND role IN ('officer', 'owner')), '[]') AS officers`,
  );
  const found = rows[0] ?? { cities: [], tags: [], officers: [] };
  return { ...found, languages: Object.keys(languages), outcomes: handoverOutcome.options };
}
