import { writeButtonTime } from '@/flows/expressions/formats/times';
import { localTime } from '@/flows/expressions/time';
import type { Choice } from '@/flows/schema/message';
import type { Session } from '@/flows/schema/session';
import type { LanguagePack } from '@/prompts/language-pack';
import { OFFICE_TIMEZONE, type OfficeTime } from '../../handovers/office-time';
import { allowedTime, nextAllowed } from '../../outreach/allowed-hours';

/** To whom a call is promised, and when (ms since the epoch). */
export type CallPlace = {
  readonly session: Pick<Session, 'language' | 'timezone' | 'state'>;
  readonly nowMs: number;
};

/**
 * Other times than the promised one at which an officer could call, at most three, to be tapped: the beginning and the middle of
 * that office day, and the beginning of the next one. Their titles are in the customer's language and by the customer's clock.
 */
export function callChoices(
  office: OfficeTime,
  promisedMs: number,
  { session: { language, timezone }, nowMs }: CallPlace,
  packs: Readonly<Record<string, LanguagePack>>,
): readonly Choice[] {
  const pack = packs[language];
  if (!pack) return [];
  const today = localTime(nowMs, timezone).epochDay;
  return otherTimes(office, promisedMs).map((atMs) => ({
    id: `${prefix}${new Date(atMs).toISOString()}`,
    title: writeButtonTime(localTime(atMs, timezone), pack.format, today),
  }));
}

/** The time (ms since the epoch) that a tapped choice stands for; undefined when it is none of these. */
export function timeOfChoice(id: string): number | undefined {
  if (!id.startsWith(prefix)) return;
  const atMs = Date.parse(id.slice(prefix.length));
  return Number.isNaN(atMs) ? undefined : atMs;
}

const prefix = 'runtime/call/';
const HOUR_MS = 3_600_000;

function otherTimes(office: OfficeTime, promisedMs: number): readonly number[] {
  const day = allowedTime(office, promisedMs, OFFICE_TIMEZONE);
  if (!day) return [];
  const middleMs = day.fromMs + Math.floor((day.untilMs - day.fromMs) / 2 / HOUR_MS) * HOUR_MS;
  const nextMs = nextAllowed(office, day.untilMs, OFFICE_TIMEZONE) ?? promisedMs;
  return [...new Set([day.fromMs, middleMs, nextMs])].filter((atMs) => atMs !== promisedMs);
}
