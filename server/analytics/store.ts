import { z } from 'zod';
import { intent } from '@/flows/schema/intents';
import { readerReason } from '@/flows/schema/understanding';
import { getPool } from '../db/pool';

/** How the turns of a time were read: counts, shares and money. */
export type ReadingFigures = {
  /** Turns that read a customer's message. */
  readonly turns: number;
  /** Of those, the turns that asked a model, and those whose reading or reply came from it. */
  readonly askedModel: number;
  readonly byReason: readonly { readonly reason: string; readonly turns: number }[];
  readonly calls: number;
  readonly failedCalls: number;
  readonly tokens: number;
  readonly costInr: number;
  /** Milliseconds of a call; null without calls. */
  readonly medianMs: number | null;
  readonly p95Ms: number | null;
  readonly drafts: { readonly said: number; readonly refused: number };
  /** Both readers read the turn, and read another intent. */
  readonly disagreements: number;
};

/** The last `days` days. A turn asked a model when its reason says so, or when both readings are kept. */
export async function readReadingFigures(days: number): Promise<ReadingFigures> {
  const [turns, calls] = await Promise.all([
    getPool().query<TurnFigures>({ name: 'analytics.turns', text: turnsSql, values: [days] }),
    getPool().query<CallFigures>({ name: 'analytics.calls', text: callsSql, values: [days] }),
  ]);
  const sum = (count: (row: TurnFigures) => string): number =>
    turns.rows.reduce((total, row) => total + Number(count(row)), 0);
  const call = calls.rows[0];
  return {
    turns: sum((row) => row.turns),
    askedModel: sum((row) => row.asked),
    byReason: turns.rows.map(({ reason, turns: count }) => ({ reason, turns: Number(count) })),
    calls: Number(call?.calls ?? 0),
    failedCalls: Number(call?.failed ?? 0),
    tokens: Number(call?.tokens ?? 0),
    costInr: Number(call?.cost ?? 0),
    medianMs: call?.median ?? null,
    p95Ms: call?.p95 ?? null,
    drafts: { said: sum((row) => row.said), refused: sum((row) => row.refused) },
    disagreements: sum((row) => row.disagreed),
  };
}

type TurnFigures = {
  readonly reason: string;
  readonly turns: string;
  readonly asked: string;
  readonly said: string;
  readonly refused: string;
  readonly disagreed: string;
};
type CallFigures = {
  readonly calls: string;
  readonly failed: string;
  readonly tokens: string;
  readonly cost: string;
  readonly median: number | null;
  readonly p95: number | null;
};

// Turns of before readers gave reasons were all read by the embedded one.
const turnsSql = `
  SELECT COALESCE(understanding->>'reason', 'embedded.only') AS reason, count(*) AS turns,
    count(*) FILTER (WHERE understanding->>'reason' LIKE 'model.%' AND understanding->>'reason' NOT IN
      ('model.over_budget', 'model.paused') OR jsonb_typeof(understanding->'other') = 'object') AS asked,
    count(*) FILTER (WHERE events @> '[{"type":"question.answered","by":"model"}]') AS said,
    count(*) FILTER (WHERE events @> '[{"type":"draft.refused"}]') AS refused,
    count(*) FILTER (WHERE understanding->'other'->>'intent' <> understanding->>'intent') AS disagreed
  FROM turns WHERE understanding IS NOT NULL AND at > now() - make_interval(days => $1) GROUP BY 1 ORDER BY 2 DESC`;

const callsSql = `
  SELECT count(*) AS calls, count(*) FILTER (WHERE outcome <> 'answered') AS failed,
    sum(prompt_tokens + completion_tokens) AS tokens, sum(cost_inr) AS cost,
    percentile_cont(0.5) WITHIN GROUP (ORDER BY milliseconds) AS median,
    percentile_cont(0.95) WITHIN GROUP (ORDER BY milliseconds) AS p95
  FROM model_calls WHERE at > now() - make_interval(days => $1)`;

/** One turn that a person should look at: the readers disagree, or a draft was refused. */
export type TurnToReview = {
  readonly turnId: string;
  readonly contactId: string;
  readonly channel: 'whatsapp' | 'simulator';
  readonly at: string;
  /** What the customer wrote, identity numbers dotted out. */
  readonly text: string;
  readonly language: string;
  readonly used: { readonly engine: string; readonly intent: string; readonly confidence: number };
  readonly other: { readonly engine: string; readonly intent: string; readonly confidence: number } | null;
  readonly refused: readonly { readonly code: string; readonly text: string }[];
};

/** The newest turns to review of the last `days` days. */
export async function readTurnsToReview(days: number, most: number): Promise<readonly TurnToReview[]> {
  const { rows } = await getPool().query<ReviewRow>({
    name: 'analytics.review',
    text: reviewSql,
    values: [days, most],
  });
  return rows.flatMap((row) => {
    const read = reviewed.safeParse(row.understanding);
    if (!read.success) return [];
    const { engine, intent: used, confidence, language, other } = read.data;
    return [
      {
        turnId: row.id,
        contactId: row.contact_id,
        channel: row.channel,
        at: row.at.toISOString(),
        text: (row.texts ?? []).filter((text) => text !== null).join('\n'),
        language,
        used: { engine, intent: used, confidence },
        other,
        refused: refusals.safeParse(row.refused ?? []).data?.flat() ?? [],
      },
    ];
  });
}

type ReviewRow = {
  readonly id: string;
  readonly contact_id: string;
  readonly channel: 'whatsapp' | 'simulator';
  readonly at: Date;
  readonly understanding: unknown;
  readonly texts: readonly (string | null)[] | null;
  readonly refused: unknown;
};

const reviewSql = `
  SELECT t.id, t.contact_id, c.channel, t.at, t.understanding,
    ARRAY(SELECT COALESCE(m->'content'->>'text', m->'content'->>'title')
      FROM jsonb_array_elements(t.input->'reply'->'messages') m) AS texts,
    (SELECT jsonb_agg(e->'problems') FROM jsonb_array_elements(t.events) e WHERE e->>'type' = 'draft.refused') AS refused
  FROM turns t JOIN contacts c ON c.id = t.contact_id
  WHERE t.understanding IS NOT NULL AND t.at > now() - make_interval(days => $1)
    AND (t.understanding->'other'->>'intent' <> t.understanding->>'intent'
      OR t.events @> '[{"type":"draft.refused"}]')
  ORDER BY t.at DESC LIMIT $2`;

const reading = z.object({ engine: z.string(), intent, confidence: z.number() });
const reviewed = reading.extend({
  language: z.string(),
  reason: readerReason.default('embedded.only'),
  other: reading.nullable().default(null),
});
const refusals = z.array(z.array(z.object({ code: z.string(), text: z.string() })));
