import { nextAllowed } from '../../outreach/allowed-hours';
import { readOutreachSettings } from '../../outreach/store';
import { foldOutcomes, planAgain, selectUnsent } from './store';

/**
 * Says of each follow-up what became of its message. One that did not leave before the night is planned for the next allowed
 * moment: its message was surely not sent, so another one may be. Says how many there were.
 */
export async function settleFollowUps(nowMs: number): Promise<{ readonly settled: number; readonly again: number }> {
  const settled = await foldOutcomes();
  const unsent = await selectUnsent(MOST_AT_ONCE);
  if (unsent.length === 0) return { settled, again: 0 };
  const outreach = await readOutreachSettings();
  for (const followUp of unsent) {
    const dueMs = nextAllowed(outreach, nowMs, followUp.timezone) ?? nowMs + DAY_MS;
    const until = new Date(dueMs).toISOString();
    await planAgain(followUp, dueMs, { code: 'sending.putOff', reason: 'hours.closed', until });
  }
  return { settled, again: unsent.length };
}

const MOST_AT_ONCE = 500;
const DAY_MS = 24 * 3_600_000;
