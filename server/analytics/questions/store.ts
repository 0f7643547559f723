import type { Actor } from '../../auth/actor';
import { getPool } from '../../db/pool';
import { visibleLead } from '../../leads/visibility/store';
import { type AnalyticsFilter, isAskedFor, isWithin, valuesOf } from '../filter/analytics-filter';
import type { QuestionExample, QuestionGroup } from './questions';
import { saidWords } from './said-words';

type Group = Omit<QuestionGroup, 'examples'> & { readonly turnIds: readonly string[] };

const MOST_EXAMPLES = 3;

/** The wordings that found no answer most often, with the newest turns of each. */
export async function selectGroups(filter: AnalyticsFilter, most: number): Promise<readonly Group[]> {
  const { rows } = await getPool().query<Group>({
    name: 'analytics.unanswered',
    text: `SELECT key AS intent, wording, count(*)::int AS count, mode() WITHIN GROUP (ORDER BY flow_id) AS "flowId",
        mode() WITHIN GROUP (ORDER BY state_id) AS "stateId",
        (array_agg(subject_id ORDER BY at DESC))[1:${MOST_EXAMPLES}] AS "turnIds"
      FROM analytics_marks WHERE measure = 'unanswered' AND ${isWithin('at')} AND ${isAskedFor}
      GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT $8`,
    values: [...valuesOf(filter), most],
  });
  return rows;
}

type Example = QuestionExample & { readonly intent: string | null; readonly names: readonly string[] };

type Stored = Omit<Example, 'text' | 'names'> &
  Readonly<{ reply: unknown; name: string | null; toldName: string | null }>;

/** What the customers wrote in the given turns, of those that `actor` may see, and what these are called. */
export async function selectExamples(actor: Actor, turnIds: readonly string[]): Promise<readonly Example[]> {
  const { rows } = await getPool().query<Stored>(
    `SELECT t.id AS "turnId", t.understanding->>'intent' AS intent, COALESCE(t.understanding->>'language', 'en') AS language,
       t.input->'reply' AS reply, c.name, l.facts->>'name' AS "toldName"
     FROM turns t JOIN contacts c ON c.id = t.contact_id LEFT JOIN leads l ON l.contact_id = t.contact_id
     WHERE t.id = ANY($1) AND ${visibleLead(actor, '$2')}`,
    [turnIds, actor.id],
  );
  return rows.map(({ reply, name, toldName, ...row }) => ({
    ...row,
    text: saidWords(reply).join(' '),
    names: [name, toldName].filter((one) => one !== null),
  }));
}
