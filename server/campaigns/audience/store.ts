import type { PoolClient } from 'pg';
import type { SlotValue } from '@/flows/schema/slots';
import type { ChannelId } from '../../channels/channel';
import { blindIndexes } from '../../sealing/blind-index';
import type { CampaignAudience } from '../plan/campaign-plan';
import type { SegmentFilter } from '../plan/segment-filter';
import { type SqlCondition, segmentSql } from './segment-sql';

/** What runs a query: the pool, or a client in a transaction. */
export type Queryable = Pick<PoolClient, 'query'>;

export type MemberRow = {
  readonly cursor: string;
  readonly contactId: string;
  readonly language: string;
  readonly timezone: string;
  readonly name: string | null;
  readonly interest: number | null;
  readonly facts: Readonly<Record<string, SlotValue>> | null;
  /** The cells of their row; null where they come from no file. */
  readonly cells: readonly string[] | null;
};

export type MemberPage = {
  readonly channel: ChannelId;
  /** The cursor of the last member of the page before; null for the first page. */
  readonly after: string | null;
  readonly limit: number;
  /** Only who speaks it; null: everybody. */
  readonly language?: string | null;
};

/** The next members of an audience, in its order. */
export async function selectMembers(
  client: Queryable,
  audience: CampaignAudience,
  page: MemberPage,
): Promise<readonly MemberRow[]> {
  const { text, values } =
    audience.type === 'import' ? importedSql(audience.importId, page) : segmentedSql(audience.filter, page);
  const { rows } = await client.query<MemberRow>(text, [...values]);
  return rows;
}

/** What is known of one contact; undefined where there is none on the channel. */
export async function readMember(
  client: Queryable,
  channel: ChannelId,
  contactId: string,
): Promise<MemberRow | undefined> {
  const { rows } = await client.query<MemberRow>(
    `SELECT c.id::text AS cursor, ${facts}, NULL::text[] AS cells
     FROM contacts c LEFT JOIN leads l ON l.contact_id = c.id WHERE c.channel = $1::channel_name AND c.id = $2`,
    [channel, contactId],
  );
  return rows[0];
}

export async function findContactByPhone(
  client: Queryable,
  channel: ChannelId,
  phone: string,
): Promise<string | undefined> {
  const { rows } = await client.query<{ readonly id: string }>(
    'SELECT id FROM contacts WHERE channel = $1::channel_name AND phone_hash = ANY($2)',
    [channel, blindIndexes('phone', phone)],
  );
  return rows[0]?.id;
}

/** How many people a segment has. */
export async function countSegment(client: Queryable, filter: SegmentFilter, channel: ChannelId): Promise<number> {
  const { text, values } = segmentSql(filter, 2);
  const { rows } = await client.query<{ readonly count: number }>(
    `SELECT count(*)::int AS count FROM contacts c LEFT JOIN leads l ON l.contact_id = c.id
     WHERE c.channel = $1::channel_name AND ${text}`,
    [channel, ...values],
  );
  return rows[0]?.count ?? 0;
}

/** What an audience needs to know of a file that was brought in. */
export type ImportState = {
  readonly columns: readonly string[];
  /** Whether contacts were made of its rows. */
  readonly isApplied: boolean;
};

/** Undefined where there is no such import. */
export async function readImportState(client: Queryable, importId: string): Promise<ImportState | undefined> {
  const { rows } = await client.query<ImportState>(
    'SELECT columns, applied_at IS NOT NULL AS "isApplied" FROM contact_imports WHERE id = $1',
    [importId],
  );
  return rows[0];
}

/** What is there to choose from in a filter, the most frequent first. */
export type SegmentValues = {
  readonly slots: readonly { readonly slot: string; readonly value: string; readonly count: number }[];
  readonly languages: readonly string[];
  readonly tags: readonly string[];
  readonly places: readonly { readonly flowId: string; readonly stateId: string }[];
};

export async function selectSegmentValues(client: Queryable, channel: ChannelId): Promise<SegmentValues> {
  const { rows } = await client.query<SegmentValues>(
    `WITH own AS MATERIALIZED (
       SELECT c.language, c.tags, l.facts, l.flow_id, l.state_id
       FROM contacts c LEFT JOIN leads l ON l.contact_id = c.id WHERE c.channel = $1::channel_name
     ), told AS (
       SELECT f.key, f.value #>> '{}' AS value, count(*)::int AS count
       FROM own, jsonb_each(own.facts) f WHERE f.value IS NOT NULL AND f.value <> 'null' GROUP BY 1, 2
     ), ranked AS (
       SELECT *, row_number() OVER (PARTITION BY key ORDER BY count DESC, value) AS rank FROM told
     )
     SELECT
       COALESCE((SELECT json_agg(json_build_object('slot', key, 'value', value, 'count', count)
         ORDER BY key, rank) FROM ranked WHERE rank <= 50), '[]') AS slots,
       ARRAY(SELECT language FROM own GROUP BY 1 ORDER BY count(*) DESC, 1) AS languages,
       ARRAY(SELECT tag FROM own, unnest(own.tags) tag GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 200) AS tags,
       COALESCE((SELECT json_agg(DISTINCT jsonb_build_object('flowId', flow_id, 'stateId', state_id))
         FROM own WHERE flow_id <> ''), '[]') AS places`,
    [channel],
  );
  return rows[0] ?? { slots: [], languages: [], tags: [], places: [] };
}

const facts = `c.id AS "contactId", c.language, c.timezone, c.name, l.interest, l.facts`;

// Two rows of one file can have become one person since: the first of them counts.
function importedSql(importId: string, { channel, after, limit, language = null }: MemberPage): SqlCondition {
  return {
    text: `SELECT r.row::text AS cursor, ${facts}, r.cells
      FROM contact_import_rows r JOIN contacts c ON c.id = r.contact_id LEFT JOIN leads l ON l.contact_id = c.id
      WHERE r.import_id = $1 AND c.channel = $2::channel_name AND r.row > $3
        AND ($5::text IS NULL OR c.language = $5) AND NOT EXISTS (
        SELECT 1 FROM contact_import_rows e
        WHERE e.contact_id = r.contact_id AND e.import_id = r.import_id AND e.row < r.row)
      ORDER BY r.row LIMIT $4`,
    values: [importId, channel, Number(after ?? 0), limit, language],
  };
}

function segmentedSql(filter: SegmentFilter, { channel, after, limit, language = null }: MemberPage): SqlCondition {
  const { text, values } = segmentSql(filter, 5);
  return {
    text: `SELECT c.id::text AS cursor, ${facts}, NULL::text[] AS cells
      FROM contacts c LEFT JOIN leads l ON l.contact_id = c.id
      WHERE c.channel = $1::channel_name AND c.id > $2::uuid AND ($4::text IS NULL OR c.language = $4)
        AND ${text} ORDER BY c.id LIMIT $3`,
    values: [channel, after ?? '00000000-0000-0000-0000-000000000000', limit, language, ...values],
  };
}
