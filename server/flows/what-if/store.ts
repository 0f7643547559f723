import type { StoredTurn } from '@/flows/scenarios/recorded-conversation';
import type { ChannelId } from '../../channels/channel';
import { getPool } from '../../db/pool';

export type StoredConversation = {
  readonly sessionId: string;
  readonly contactName: string | null;
  readonly channel: ChannelId;
  /** Where it stands now; a session that was moved began in another one. */
  readonly flowVersion: number;
  readonly startedAt: Date;
  /** The engine's session as it stands. */
  readonly state: unknown;
};

/** Nobody is about to speak in a conversation that has been silent for a minute. */
const IDLE = "interval '1 minute'";

/** The conversations of a flow that began last, in any version, that have ended or are idle; newest first. */
export async function selectConversations(flowId: string, last: number): Promise<readonly StoredConversation[]> {
  const { rows } = await getPool().query<StoredConversation>({
    name: 'whatIf.conversations',
    text: `SELECT s.id AS "sessionId", c.name AS "contactName", c.channel, s.flow_version AS "flowVersion",
        s.started_at AS "startedAt", s.state
      FROM flow_sessions s JOIN contacts c ON c.id = s.contact_id
      WHERE s.flow_id = $1 AND (s.status = 'ended' OR s.updated_at < now() - ${IDLE})
        AND EXISTS (SELECT 1 FROM turns t WHERE t.session_id = s.id)
      ORDER BY s.started_at DESC LIMIT $2`,
    values: [flowId, last],
  });
  return rows;
}

export type VersionedTurn = StoredTurn & { readonly flowVersion: number };

/** The turns of a conversation, oldest first: of a longer one, the first `most`. */
export async function selectStoredTurns(sessionId: string, most: number): Promise<readonly VersionedTurn[]> {
  const { rows } = await getPool().query<Omit<VersionedTurn, 'at'> & { readonly at: Date }>({
    name: 'whatIf.turns',
    text: `SELECT seq, at, flow_version AS "flowVersion", state_before AS "stateBefore", state_after AS "stateAfter", input, events
      FROM turns WHERE session_id = $1 ORDER BY seq LIMIT $2`,
    values: [sessionId, most],
  });
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
