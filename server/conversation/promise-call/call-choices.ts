import { dayPartOf } from '@/flows/expressions/formats/times';
import { localTime } from '@/flows/expressions/time';
import type { Choice } from '@/flows/schema/message';
import type { Session } from '@/flows/schema/session';
import { visibleLength, whatsAppLimits } from '@/flows/schema/whatsapp-limits';
import type { LanguagePack } from '@/prompts/language-pack';
import { OFFICE_TIMEZONE, type OfficeTime } from '../../handovers/office-time';
import { allowedTime, nextAllowed } from '../../outreach/allowed-hours';

/** To whom a call is promised, and when (ms since the epoch). */
export type CallPlace = {
  readonly session: Pick<Session, 'language' | 'timezone' | 'state'>;
  readonly nowMs: number;
};

/**
 * Times at which an officer could call, at most three, to be tapped: the one that is promised, the middle of that office day and
 * the beginning of the next one. Their titles are in the customer's language and by the customer's clock.
 */
export function callChoices(
  office: OfficeTime,
  promisedMs: number,
  { session: { language, timezone }, nowMs }: CallPlace,
  packs: Readonly<Record<string, LanguagePack>>,
): readonly Choice[] {
  const pack = packs[language];
  if (!pack) return [];
  return callTimes(office, promisedMs).map((atMs) => ({
    id: `${prefix}${new Date(atMs).toISOString()}`,
    title: titleOf(atMs, nowMs, timezone, pack),
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

function callTimes(office: OfficeTime, promisedMs: number): readonly number[] {
  const day = allowedTime(office, promisedMs, OFFICE_TIMEZONE);
  if (!day) return [promisedMs];
  const middleMs = day.fromMs + Math.floor((day.untilMs - day.fromMs) / 2 / HOUR_MS) * HOUR_MS;
  const nextMs = nextAllowed(office, day.untilMs, OFFICE_TIMEZONE) ?? promisedMs;
  return [...new Set([promisedMs, middleMs, nextMs])].toSorted((a, b) => a - b);
}

/** "Tomorrow, 10 am"; where the name of the day is too long for a button, its date. */
function titleOf(atMs: number, nowMs: number, timezone: string, { format }: LanguagePack): string {
  const time = localTime(atMs, timezone);
  const { today, tomorrow } = format.relativeDays;
  const inDays = time.epochDay - localTime(nowMs, timezone).epochDay;
  const dayName = [today, tomorrow][inDays] ?? format.weekdays[time.weekday % 7] ?? ''; // the pack's begin with Sunday
  const titles = [dayName, `${time.day}/${time.month}`].map((day) => filled(format, day, time));
  return titles.find((title) => visibleLength(title) <= whatsAppLimits.buttonTitle) ?? titles.at(-1) ?? '';
}

function filled(
  { buttonTime, dayParts }: LanguagePack['format'],
  day: string,
  { hour, minute }: ReturnType<typeof localTime>,
): string {
  const clock = hour % 12 === 0 ? 12 : hour % 12;
  const values: Readonly<Record<string, string>> = {
    day: day.charAt(0).toUpperCase() + day.slice(1),
    clock: minute === 0 ? String(clock) : `${clock}:${String(minute).padStart(2, '0')}`,
    half: hour < 12 ? 'am' : 'pm',
    dayPart: dayParts[dayPartOf(hour)],
  };
  return buttonTime.replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder);
}
