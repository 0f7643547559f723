import type { ChannelId } from '../../channels/channel';
import { getPool } from '../../db/pool';

/** Turns that a replay shows at most, the newest. */
const MOST_TURNS = 500;

export type ReplayedSession = {
  readonly contactId: string;
  readonly contactName: string | null;
  readonly channel: ChannelId;
  readonly flowId: string;
  readonly flowVersion: number;
};

/** Whose conversation it is; undefined when there is no such session. */
export async function selectReplayedSession(sessionId: string): Promise<ReplayedSession | undefined> {
  const { rows } = await getPool().query<ReplayedSession>(
    `SELECT s.contact_id AS "contactId", c.name AS "contactName", c.channel, s.flow_id AS "flowId",
       s.flow_version AS "flowVersion"
     FROM flow_sessions s JOIN contacts c ON c.id = s.contact_id WHERE s.id = $1`,
    [sessionId],
  );
  return rows[0];
}

export type ReplayedTurn = {
  readonly id: string;
  readonly seq: number;
  readonly at: Date;
  readonly flowVersion: number;
  readonly stateAfter: string;
  readonly input: unknown;
  readonly events: unknown;
};

/** The turns of a session, oldest first. */
export async function selectReplayedTurns(sessionId: string): Promise<readonly ReplayedTurn[]> {
  const { rows } = await getPool().query<ReplayedTurn>(
    `SELECT id, seq, at, flow_version AS "flowVersion", state_after AS "stateAfter", input, events
     FROM turns WHERE session_id = $1 ORDER BY seq DESC LIMIT $2`,
    [sessionId, MOST_TURNS],
  );
  return rows.reverse();
}

export type SaidRow = {
  readonly at: Date;
  readonly sessionId: string;
  readonly contactName: string | null;
  readonly channel: ChannelId;
  readonly flowVersion: number;
  readonly event: unknown;
};

/** What a state's own texts said in the last days, in any version, newest first; words of flow-wide rules are not among them. */
export async function selectSaid(
  flowId: string,
  state: string,
  days: number,
  limit: number,
): Promise<readonly SaidRow[]> {
  const { rows } = await getPool().query<SaidRow>({
    name: 'said.read',
    text: saidSql,
    values: [flowId, state, days, limit],
  });
  return rows;
}

const saidSql = `
  SELECT t.at, t.session_id AS "sessionId", c.name AS "contactName", c.channel, t.flow_version AS "flowVersion", e.event
  FROM (
    SELECT * FROM turns WHERE flow_id = $1 AND at > now() - make_interval(days => $3)
      AND events @> jsonb_build_array(jsonb_build_object('type', 'message.said', 'state', $2::text))
    ORDER BY at DESC LIMIT $4
  ) t JOIN contacts c ON c.id = t.contact_id
  CROSS JOIN LATERAL jsonb_array_elements(t.events) WITH ORDINALITY AS e(event, place)
  WHERE e.event->>'type' = 'message.said' AND starts_with(e.event->>'textKey', $2 || '/')
  ORDER BY t.at DESC, e.place DESC LIMIT $4`;
