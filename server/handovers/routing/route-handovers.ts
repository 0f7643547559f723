import type { PoolClient } from 'pg';
import { inTransaction } from '../../db/transaction';
import { insertLeadEvent, setAssignee } from '../acts/store';
import { chooseOfficer } from './choose-officer';
import { holdRouting, type RoutableHandover, selectCandidates, selectUnrouted } from './store';

/**
 * Chooses an officer for each customer who waits for one and was not routed yet. Where nobody is free they stay with nobody,
 * and are looked at again. Says how many were routed.
 */
export async function routeHandovers(nowMs: number): Promise<number> {
  return inTransaction(async (client) => {
    await holdRouting(client);
    let routed = 0;
    for (const handover of await selectUnrouted(client)) {
      if (await routeOne(client, handover, nowMs)) routed += 1;
    }
    return routed;
  });
}

async function routeOne(client: PoolClient, handover: RoutableHandover, nowMs: number): Promise<boolean> {
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
