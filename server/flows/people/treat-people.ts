import type { PublishedFlow } from '../store';
import { handOverSession } from './hand-over-session';
import { moveSession } from './move-session';
import type { PeoplePlan } from './people-plan';
import { changeSessions, type SessionChange, selectSessionsBefore } from './store';

/** How many people each thing has happened to. */
export type Treated = Readonly<{ moved: number; handedOver: number; stayed: number }>;

/** Sessions that are changed in one transaction: their turns wait for it. */
const BATCH = 200;

/**
 * Carries out what an owner has chosen for the people in the versions before this one. A turn that is being taken for one
 * of them fails its commit, since the session is another by then, and is taken again on what it is now. Who begins on the
 * old version in this very second finishes on it.
 */
export async function treatPeople(plan: PeoplePlan, published: PublishedFlow): Promise<Treated> {
  const ids = await selectSessionsBefore(published.flow.id, published.version);
  if (plan.mode === 'stay') return { moved: 0, handedOver: 0, stayed: ids.length };
  const change = changeFor(plan, published);
  let changed = 0;
  let stayed = 0;
  for (let from = 0; from < ids.length; from += BATCH) {
    const batch = await changeSessions(ids.slice(from, from + BATCH), published.version, change);
    changed += batch.changed;
    stayed += batch.left;
  }
  return plan.mode === 'move' ? { moved: changed, handedOver: 0, stayed } : { moved: 0, handedOver: changed, stayed };
}

function changeFor(plan: Exclude<PeoplePlan, { mode: 'stay' }>, published: PublishedFlow): SessionChange {
  if (plan.mode === 'handOver') return (session) => handOverSession(session, published, Date.now());
  return (session) => {
    const moved = moveSession(session, published, plan.targets);
    return moved && { session: moved, turn: null, handover: null };
  };
}
