import type { Actor } from '../../auth/actor';
import { getPool } from '../../db/pool';
import { visibleLead } from '../../leads/visibility/store';
import { valuesOf } from '../filter/analytics-filter';
import type { ListAsked } from './list-asked';
import { listSql } from './sql';

export type CountedRow = {
  readonly id: string;
  readonly contactId: string;
  readonly at: Date;
  readonly stateId: string | null;
  readonly name: string | null;
  readonly phone: string | null;
  readonly language: string;
  readonly channel: 'whatsapp' | 'simulator';
  readonly stage: string | null;
  readonly score: number | null;
};

/** Those counted that `actor` may see, the newest first, from after the cursor on. */
export async function selectCounted(
  actor: Actor,
  { filter, list, key, after, limit }: ListAsked,
  narrowed: string | null,
): Promise<readonly CountedRow[]> {
  const { rows } = await getPool().query<CountedRow>(
    // The types of those that not every list names are said once.
    `SELECT x.id, x.contact_id AS "contactId", x.at, x.state_id AS "stateId", c.name, c.phone, c.language, c.channel,
       l.stage, l.score
     FROM (${listSql[list]}) x JOIN contacts c ON c.id = x.contact_id LEFT JOIN leads l ON l.contact_id = x.contact_id
     WHERE ${visibleLead(actor, '$10')} AND ($11::timestamptz IS NULL OR (x.at, x.id) < ($11, $12::uuid))
       AND num_nulls($1::date, $2::date, $3::text, $4::int, $5::text, $6::text, $7::text, $8::text, $9::text) >= 0
     ORDER BY x.at DESC, x.id DESC LIMIT $13`,
    [...valuesOf(filter), key, narrowed, actor.id, after?.at ?? null, after?.id ?? null, limit],
  );
  return rows;
}
