import { z } from 'zod';
import { intent } from '@/flows/schema/intents';
import { readerReason } from '@/flows/schema/understanding';
import type { Actor } from '../../auth/actor';
import { getPool } from '../../db/pool';
import { visibleLead } from '../../leads/visibility/store';
import { type AnalyticsFilter, isAskedFor, isWithin, valuesOf } from '../filter/analytics-filter';
import { saidWords } from '../questions/said-words';

/** One turn that a person should look at: the readers disagree, or a draft was refused. */
export type TurnToReview = {
  readonly turnId: string;
  readonly contactId: string;
  readonly channel: 'whatsapp' | 'simulator';
  readonly at: string;
  /** What the customer wrote, identity numbers dotted out; null for viewers. */
  readonly text: string | null;
  readonly language: string;
  readonly used: { readonly engine: string; readonly intent: string; readonly confidence: number };
  readonly other: { readonly engine: string; readonly intent: string; readonly confidence: number } | null;
  /** What in a model's draft was not borne out; its words are not for viewers. */
  readonly refused: readonly { readonly code: string; readonly text: string }[];
};

/** The newest turns to review of a time, of those that `actor` may see. */
export async function readTurnsToReview(
  actor: Actor,
  filter: AnalyticsFilter,
  most: number,
): Promise<readonly TurnToReview[]> {
  const { rows } = await getPool().query<ReviewRow>({
    text: `WITH marked AS MATERIALIZED (
        SELECT DISTINCT subject_id, at FROM analytics_marks
        WHERE measure = 'review' AND ${isWithin('at')} AND ${isAskedFor} ORDER BY at DESC LIMIT ${MOST_LOOKED_AT}
      ) ${reviewSql} WHERE ${visibleLead(actor, '$8')} ORDER BY marked.at DESC LIMIT $9`,
    values: [...valuesOf(filter), actor.id, most],
  });
  return rows.flatMap((row) => turnOf(row, actor.role !== 'viewer'));
}

/** Other officers' leads are left out of the newest so many. */
const MOST_LOOKED_AT = 2_000;

function turnOf(row: ReviewRow, showsWords: boolean): TurnToReview[] {
  const read = reviewed.safeParse(row.understanding);
  if (!read.success) return [];
  const { engine, intent: used, confidence, language, other } = read.data;
  const refused = refusals.safeParse(row.refused ?? []).data?.flat() ?? [];
  return [
    {
      turnId: row.id,
      contactId: row.contact_id,
      channel: row.channel,
      at: row.at.toISOString(),
      text: showsWords ? saidWords(row.reply).join('\n') : null,
      language,
      used: { engine, intent: used, confidence },
      other,
      refused: showsWords ? refused : refused.map(({ code }) => ({ code, text: '' })),
    },
  ];
}

type ReviewRow = {
  readonly id: string;
  readonly contact_id: string;
  readonly channel: 'whatsapp' | 'simulator';
  readonly at: Date;
  readonly understanding: unknown;
  readonly reply: unknown;
  readonly refused: unknown;
};

const reviewSql = `
  SELECT t.id, t.contact_id, c.channel, t.at, t.understanding,
    t.input->'reply' AS reply,
    (SELECT jsonb_agg(e->'problems') FROM jsonb_array_elements(t.events) e WHERE e->>'type' = 'draft.refused') AS refused
  FROM marked JOIN turns t ON t.id = marked.subject_id JOIN contacts c ON c.id = t.contact_id
  LEFT JOIN leads l ON l.contact_id = t.contact_id`;

const reading = z.object({ engine: z.string(), intent, confidence: z.number() });
const reviewed = reading.extend({
  language: z.string(),
  reason: readerReason.default('embedded.only'),
  other: reading.nullable().default(null),
});
const refusals = z.array(z.array(z.object({ code: z.string(), text: z.string() })));
