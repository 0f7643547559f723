import { firstKnown } from '../followups/words/known-facts';

import { OFFICE_TIMEZONE } from '../handovers/office-time';
import { nextAllowed } from '../outreach/allowed-hours';
import { runtimeWords, type SpokenEvent } from './compose-said';
import type { HandoverRow } from './turn-commit';
import type { TurnRun, TurnWorld, WorkContact } from './turn-work';

/** When an officer calls who was asked for while the office is closed, and how the customer is told. */
export type Promised = { readonly at: string; readonly words: readonly SpokenEvent[] };

/**
 * The promise that a turn makes to who asks for an officer at night: the time they named, or else the next opening; null when
 * somebody is there, or when they were told before. Simulated customers have no night.
 */
export function promiseCall(
  handovers: readonly HandoverRow[],
  { session, nowMs }: Pick<TurnRun, 'session' | 'nowMs'>,
  { channel, handover }: Pick<WorkContact, 'channel' | 'handover'>,
  world: Pick<TurnWorld, 'office' | 'packs' | 'facts'>,
): Promised | null {
  const isAsked = handovers.some(({ askedBy }) => askedBy !== 'unsure');
  if (!isAsked || handover !== null || channel === 'simulator' || world.office === null) return null;
  const opensMs = nextAllowed(world.office, nowMs, OFFICE_TIMEZONE);
  if (opensMs === undefined || opensMs === nowMs) return null;
  const named = Date.parse(String(session.slots.callback_at?.value ?? ''));
  const at = new Date(Number.isNaN(named) ? opensMs : Math.max(named, opensMs)).toISOString();
  const { language, timezone } = session;
  const { packs, facts } = world;
  const text = packs[language]?.messages.officerLater ?? '';
  const said = firstKnown([text], new Map([['at', at]]), language, { packs, facts, timezone, nowMs });
  return { at, words: said ? [runtimeWords(said, 'officerLater', session.state, language)] : [] };
}
