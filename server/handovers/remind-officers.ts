import { closeAlert, raiseAlert } from '../alerts/store';
import { factsNow } from '../facts/read-facts';
import { readOutreachSettings } from '../outreach/store';
import { OFFICE_TIMEZONE, officeTimeOf } from './office-time';
import { waitedMs as waited } from './office-wait';
import { readHandoverSettings } from './settings/store';
import { noteTold, selectWaiting, type WaitingHandover } from './store';

const MINUTE_MS = 60_000;

/** One for all who wait: officers look at a list, not at a bell for each. */
const alert = { channel: 'whatsapp', account: '', code: 'handover.waiting' } as const;

/**
 * Tells officers of customers who wait for them: a warning after some minutes of office time, critical after more, each
 * handover once; nobody is reminded of a night. Closes the alert when nobody waits so long any more.
 */
export async function remindOfficers(nowMs: number): Promise<void> {
  const [waiting, facts, outreach, settings] = await Promise.all([
    selectWaiting(nowMs),
    factsNow(),
    readOutreachSettings(),
    readHandoverSettings(),
  ]);
  const office = settings.officeHoursFromFacts ? officeTimeOf(facts, outreach) : null;
  const lateMs = settings.remindMinutes * MINUTE_MS;
  const tooLateMs = settings.escalateMinutes * MINUTE_MS;
  const waitedMs = new Map(waiting.map((handover) => [handover, waited(office, handover.requestedMs, nowMs)] as const));
  const late = waiting.filter((handover) => (waitedMs.get(handover) ?? 0) >= lateMs);
  const tooLate = late.filter((handover) => (waitedMs.get(handover) ?? 0) >= tooLateMs);
  if (late.length === 0) {
    await closeAlert(alert);
    return;
  }
  const toRemind = late.filter(({ isReminded }) => !isReminded);
  const toEscalate = tooLate.filter(({ isEscalated }) => !isEscalated);
  if (toRemind.length === 0 && toEscalate.length === 0) return;
  // Told first and noted then: a crash in between tells it twice, and not never.
  await raiseAlert({ ...alert, severity: tooLate.length > 0 ? 'critical' : 'warning', detail: sentenceOf(late) });
  await noteTold('reminded', idsOf(toRemind), nowMs);
  await noteTold('escalated', idsOf(toEscalate), nowMs);
}

function sentenceOf(late: readonly WaitingHandover[]): string {
  const people = new Set(late.map(({ contactId }) => contactId)).size;
  const since = time.format(late[0]?.requestedMs);
  const advice = 'Take the conversation over, or call.';
  if (people === 1) return `A customer waits for an officer and has not been answered since ${since}. ${advice}`;
  return `${people} customers wait for an officer and have not been answered, the longest since ${since}. ${advice}`;
}

function idsOf(handovers: readonly WaitingHandover[]): readonly string[] {
  return handovers.map(({ id }) => id);
}

const time = new Intl.DateTimeFormat('en-IN', {
  timeZone: OFFICE_TIMEZONE,
  day: 'numeric',
  month: 'short',
  hour: 'numeric',
  minute: '2-digit',
});
