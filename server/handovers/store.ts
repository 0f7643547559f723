import { getPool } from '../db/pool';

/** A customer who was promised an officer and has not met one. */
export type WaitingHandover = {
  readonly id: string;
  readonly contactId: string;
  /** ms since the epoch. */
  readonly requestedMs: number;
  /** When they last wrote: the 24 hours in which they may be answered freely count from it. */
  readonly lastInboundMs: number | null;
  readonly isReminded: boolean;
  readonly isEscalated: boolean;
  /** When officers were told that the 24 hours end soon. */
  readonly nudgedMs: number | null;
};

/** What nobody took up in so many days is no news any more. */
const MOST_DAYS = 7;

/**
 * Handovers of customers that nobody has taken up at `nowMs`, the oldest first. Those who have opted out wait for nothing, and
 * simulated contacts are us.
 */
export async function selectWaiting(nowMs: number): Promise<readonly WaitingHandover[]> {
  const { rows } = await getPool().query<WaitingHandover>(
    `SELECT h.id, h.contact_id AS "contactId", ${ms('h.created_at')} AS "requestedMs",
       ${ms('c.last_inbound_at')} AS "lastInboundMs", h.reminded_at IS NOT NULL AS "isReminded",
       h.escalated_at IS NOT NULL AS "isEscalated", ${ms('h.nudged_at')} AS "nudgedMs"
     FROM handovers h JOIN contacts c ON c.id = h.contact_id
     WHERE h.status = 'requested' AND c.channel = 'whatsapp' AND c.opted_out_at IS NULL
       AND h.created_at BETWEEN to_timestamp($1::float8 / 1000) - make_interval(days => $2) AND to_timestamp($1::float8 / 1000)
     ORDER BY h.created_at, h.id`,
    [nowMs, MOST_DAYS],
  );
  return rows;
}

const columns = { reminded: 'reminded_at', escalated: 'escalated_at', nudged: 'nudged_at' } as const;

/** Notes what officers were told about these handovers. */
export async function noteTold(what: keyof typeof columns, ids: readonly string[], nowMs: number): Promise<void> {
  if (ids.length === 0) return;
  await getPool().query(`UPDATE handovers SET ${columns[what]} = to_timestamp($2::float8 / 1000) WHERE id = ANY($1)`, [
    ids,
    nowMs,
  ]);
}

function ms(column: string): string {
  return `(extract(epoch FROM ${column}) * 1000)::float8`;
}
