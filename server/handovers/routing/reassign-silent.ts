import type { PoolClient } from 'pg';
import { recordAudit } from '../../audit/store';
import { inTransaction } from '../../db/transaction';
import { insertLeadEvent, setAssignee, setLeadOwner } from '../acts/store';
import { officeNow } from '../office-now';
import { waitedMs } from '../office-wait';
import { readHandoverSettings } from '../settings/store';
import { chooseOfficer } from './choose-officer';
import { skillFor } from './route-handovers';
import { holdRouting, holdSilent, type RoutableHandover, selectCandidates, selectSilent } from './store';

/**
 * Gives conversations whose officer has been silent too long, counted while the office is open, to another one: also those
 * that were taken. Where nobody else is free they stay. Says how many went.
 */
export async function reassignSilent(nowMs: number): Promise<number> {
  const [settings, office] = await Promise.all([readHandoverSettings(), officeNow()]);
  const longestMs = settings.reassignMinutes * 60_000;
  const isSilent = ({ silentSinceMs }: RoutableHandover) =>
    silentSinceMs !== null && waitedMs(office, silentSinceMs, nowMs) >= longestMs;
  let moved = 0;
  // Each in a transaction of its own: turns lock leads and conversations in another order.
  for (const { id } of (await selectSilent()).filter(isSilent)) {
    const isMoved = await inTransaction(async (client) => {
      await holdRouting(client);
      const handover = await holdSilent(client, id);
      return handover !== undefined && isSilent(handover) && (await reassign(client, handover, nowMs));
    });
    if (isMoved) moved += 1;
  }
  return moved;
}

/** Says whether somebody else was free. */
async function reassign(client: PoolClient, handover: RoutableHandover, nowMs: number): Promise<boolean> {
  const { id, contactId, status, assigneeId, language } = handover;
  const except = assigneeId === null ? [] : [assigneeId];
  const chosen = chooseOfficer(await selectCandidates(client), { language, skill: skillFor(handover), except });
  if (!chosen) return false;
  // The lead first, as a turn's commit has them: what it does to the conversation's row comes after.
  if (status === 'taken') await setLeadOwner(client, contactId, chosen.id);
  await setAssignee(client, id, { userId: chosen.id, isReroute: true, nowMs });
  const detail = { handoverId: id, from: assigneeId, to: chosen.id, reason: 'officer.silent' };
  await insertLeadEvent(client, { contactId, kind: 'assigned', actorId: null, detail, nowMs });
  const subject = { type: 'contact', id: contactId } as const;
  await recordAudit({ actor: null, act: 'handover.reassigned', subject, detail }, client);
  return true;
}
