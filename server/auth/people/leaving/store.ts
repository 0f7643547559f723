import type { PoolClient } from 'pg';
import { recordAudit } from '../../../audit/store';
import { insertLeadEvent, setAssignee, setLeadOwner } from '../../../handovers/acts/store';
import { chooseOfficer } from '../../../handovers/routing/choose-officer';
import { skillFor } from '../../../handovers/routing/route-handovers';
import { holdRouting, selectCandidates } from '../../../handovers/routing/store';
import type { Actor } from '../../actor';

/** Where somebody's work went: conversations given to colleagues and to the owner who sent them off, those that wait, and leads. */
export type Released = Readonly<{ toColleagues: number; toActor: number; waiting: number; leads: number }>;

/**
 * Hands on what nobody else could work on, since only its officer sees it. Call it when they may not work here any more. What
 * they had taken goes to whoever is free, else to the owner who acts: the bot stays silent in it. What waits for them is
 * routed anew, and their leads become nobody's.
 */
export async function releaseWork(
  client: PoolClient,
  { actor, userId, nowMs }: { readonly actor: Actor; readonly userId: string; readonly nowMs: number },
): Promise<Released> {
  await holdRouting(client);
  const held = await holdWork(client, userId);
  const moves = await chooseFor(client, held, actor);
  for (const { id, contactId, to } of moves) {
    await setLeadOwner(client, contactId, to);
    await setAssignee(client, id, { userId: to, isReroute: false, nowMs });
    const detail = { handoverId: id, from: userId, to, reason: 'officer.left' };
    await insertLeadEvent(client, { contactId, kind: 'assigned', actorId: actor.id, detail, nowMs });
  }
  await unroute(client, userId);
  const leads = await freeLeads(client, { actorId: actor.id, userId, nowMs });
  for (const { id, contactId, to } of moves) {
    const detail = { handoverId: id, from: userId, to, reason: 'officer.left' };
    const subject = { type: 'contact', id: contactId } as const;
    await recordAudit({ actor, act: 'handover.reassigned', subject, detail }, client);
  }
  const toActor = moves.filter(({ to }) => to === actor.id).length;
  return { toColleagues: moves.length - toActor, toActor, waiting: held.length - moves.length, leads };
}

type Held = Readonly<{
  id: string;
  contactId: string;
  status: 'requested' | 'taken';
  askedBy: string;
  language: string;
}>;

/** Handovers before leads, each in the order of contacts, as acts on many leads do; no conversation's row before both. */
async function holdWork(client: PoolClient, userId: string): Promise<readonly Held[]> {
  const { rows } = await client.query<Held>(
    `SELECT h.id, h.contact_id AS "contactId", h.status, h.asked_by AS "askedBy", c.language
     FROM handovers h JOIN contacts c ON c.id = h.contact_id
     WHERE h.assignee_id = $1 AND h.status IN ('requested', 'taken') ORDER BY h.contact_id FOR UPDATE OF h`,
    [userId],
  );
  await client.query(
    `SELECT FROM leads WHERE assignee_id = $1 OR contact_id = ANY($2::uuid[]) ORDER BY contact_id FOR UPDATE`,
    [userId, rows.map(({ contactId }) => contactId)],
  );
  return rows;
}

async function chooseFor(client: PoolClient, held: readonly Held[], actor: Actor) {
  const candidates = await selectCandidates(client);
  const given = new Map<string, number>();
  return held.flatMap(({ id, contactId, status, language, askedBy }) => {
    if (status !== 'taken') return [];
    const now = candidates.map((one) => ({ ...one, open: one.open + (given.get(one.id) ?? 0) }));
    const skill = skillFor({ askedBy });
    const to = chooseOfficer(now, { language, skill, except: [] })?.id ?? actor.id;
    given.set(to, (given.get(to) ?? 0) + 1);
    return [{ id, contactId, to }];
  });
}

async function unroute(client: PoolClient, userId: string): Promise<void> {
  await client.query(
    `UPDATE handovers SET assignee_id = NULL, routed_at = NULL WHERE assignee_id = $1 AND status = 'requested'`,
    [userId],
  );
}

/** Says how many. Each lead's history says who let it go. */
async function freeLeads(
  client: PoolClient,
  { actorId, userId, nowMs }: { readonly actorId: string; readonly userId: string; readonly nowMs: number },
): Promise<number> {
  const { rowCount } = await client.query(
    `WITH freed AS (UPDATE leads SET assignee_id = NULL WHERE assignee_id = $1 RETURNING contact_id)
     INSERT INTO lead_events (contact_id, kind, actor_id, detail, at)
     SELECT contact_id, 'assigned', $2, jsonb_build_object('from', $1::text, 'to', NULL, 'reason', 'officer.left'), $3 FROM freed`,
    [userId, actorId, new Date(nowMs)],
  );
  return rowCount ?? 0;
}
