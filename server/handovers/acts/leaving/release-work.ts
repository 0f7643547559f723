import type { PoolClient } from 'pg';
import { recordAudit } from '../../../audit/store';
import type { Actor } from '../../../auth/actor';
import { chooseOfficer } from '../../routing/choose-officer';
import { skillFor } from '../../routing/route-handovers';
import { holdRouting, selectCandidates } from '../../routing/store';
import { insertLeadEvent, setAssignee, setLeadOwner } from '../store';
import { freeLeads, type Held, holdWork, unroute } from './store';

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
