import { type Actor, isAtLeast } from '../../auth/actor';
import { KnownError } from '../../errors';
import type { LeadFilter } from '../filter/lead-filter';
import { askLeads } from '../list/list-leads';
import { requireColleague } from './colleague/store';
import type { LeadAct, LeadTarget } from './lead-act';
import { actOnLeads, type Done } from './store';

const MOST = 10_000;

/**
 * Does one thing to many leads, as far as somebody may see them, all or none. An officer gives leads to themselves or gives
 * theirs up; an owner gives them to anybody who may have leads.
 */
export async function actOnTarget(
  target: LeadTarget | NamedTarget,
  act: LeadAct,
  actor: Actor,
  nowMs: number,
): Promise<Done> {
  if (act.type === 'assign') await requireAssignable(act.userId, actor);
  const asked = await askLeads(target.filter ?? {}, actor, nowMs);
  const question = target.contactIds ? { ...asked, found: target.contactIds } : asked;
  const done = await actOnLeads(question, { act, actor, nowMs }, MOST);
  if (done) return done;
  throw new KnownError(
    'request.invalid',
    'These are more than 10,000 leads. Nothing was changed; choose fewer of them.',
  );
}

/** Those of some leads of which a filter holds. */
type NamedTarget = Readonly<{ contactIds: readonly string[]; filter: LeadFilter }>;

async function requireAssignable(userId: string | null, actor: Actor): Promise<void> {
  if (userId === null || userId === actor.id) return;
  if (!isAtLeast(actor.role, 'owner')) {
    throw new KnownError(
      'right.missing',
      'You can take a lead yourself or give it up. An owner gives leads to others.',
    );
  }
  await requireColleague(userId);
}
