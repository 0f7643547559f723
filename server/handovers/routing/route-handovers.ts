import type { PoolClient } from 'pg';
import { inTransaction } from '../../db/transaction';
import { insertLeadEvent, setAssignee } from '../acts/store';
import { chooseOfficer } from './choose-officer';
import { holdRouting, holdUnrouted, type RoutableHandover, selectCandidates } from './store';

/**
 * Chooses an officer for each customer who waits for one and was not routed yet, the oldest first, until nobody is free. Who is
 * left stays with nobody, and is looked at again. Says how many were routed.
 */
export async function routeHandovers(nowMs: number): Promise<number> {
  // Each in a transaction of its own: turns lock conversations in another order than that in which people began to wait.
  for (let routed = 0; ; routed += 1) {
    if (!(await inTransaction((client) => routeNext(client, nowMs)))) return routed;
  }
}

/** Whoever is free takes anything: where nobody is found for one, nobody is there for the next ones either. */
async function routeNext(client: PoolClient, nowMs: number): Promise<boolean> {
  await holdRouting(client);
  const handover = await holdUnrouted(client);
  if (!handover) return false;
  const need = { language: handover.language, skill: skillFor(handover), except: [] };
  const chosen = chooseOfficer(await selectCandidates(client), need);
  if (!chosen) return false;
  await setAssignee(client, handover.id, { userId: chosen.id, isReroute: false, nowMs });
  const detail = { what: 'routed', handoverId: handover.id, to: chosen.id };
  await insertLeadEvent(client, { contactId: handover.contactId, kind: 'handover', actorId: null, detail, nowMs });
  return true;
}

/** What an officer should be good at for it. */
export function skillFor({ askedBy }: Pick<RoutableHandover, 'askedBy'>): string | null {
  return askedBy === 'complaint' ? 'complaint' : null;
}
