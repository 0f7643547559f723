import type { PoolClient } from 'pg';
import { recordAudit } from '../../audit/store';
import { inTransaction } from '../../db/transaction';
import { insertLeadEvent, setAssignee, setLeadOwner } from '../acts/store';
import { officeNow } from '../office-now';
import { waitedMs } from '../office-wait';
import { readHandoverSettings } from '../settings/store';
import { chooseOfficer } from './choose-officer';
import { skillFor } from './route-handovers';
import { holdRouting, type RoutableHandover, selectCandidates, selectSilent } from './store';

/**
 * Gives conversations whose officer has been silent too long, counted while the office is open, to another one: also those
 * that were taken. Where nobody else is free they stay. Says how many went.
 */
export async function reassignSilent(nowMs: number): Promise<number> {
  const [settings, office] = await Promise.all([readHandoverSettings(), officeNow()]);
  const longestMs = settings.reassignMinutes * 60_000;
  return inTransaction(async (client) => {
    await holdRouting(client);
    const open = await selectSilent(client);
    const silent = open.filter(
      ({ silentSinceMs }) => silentSinceMs !== null && waitedMs(office, silentSinceMs, nowMs) >= longestMs,
    );
    const moved: (RoutableHandover & { readonly to: string })[] = [];
    for (const handover of silent) {
      const to = await reassign(client, handover, nowMs);
      if (to !== undefined) moved.push({ ...handover, to });
    }
    // The audit log is sealed row by row: it comes last.
    for (const { id, contactId, assigneeId, to } of moved) {
      const detail = { handoverId: id, from: assigneeId, to, reason: 'officer.silent' };
      const subject = { type: 'contact', id: contactId } as const;
      await recordAudit({ actor: null, act: 'handover.reassigned', subject, detail }, client);
    }
    return moved.length;
  });
}

async function reassign(client: PoolClient, handover: RoutableHandover, nowMs: number): Promise<string | undefined> {
  const { id, contactId, status, assigneeId, language } = handover;
  const except = assigneeId === null ? [] : [assigneeId];
  const chosen = chooseOfficer(await selectCandidates(client), { language, skill: skillFor(handover), except });
  if (!chosen) return;
  // The lead first, as a turn's commit has them: what it does to the conversation's row comes after.
  if (status === 'taken') await setLeadOwner(client, contactId, chosen.id);
  await setAssignee(client, id, { userId: chosen.id, isReroute: true, nowMs });
  const detail = { handoverId: id, from: assigneeId, to: chosen.id, reason: 'officer.silent' };
  await insertLeadEvent(client, { contactId, kind: 'assigned', actorId: null, detail, nowMs });
  return chosen.id;
}
