import { words } from '@/app/_words/en';
import { daysBetween } from './local-time';

const texts = words.followUps;
const nearDays: Readonly<Record<number, string>> = { [-1]: texts.yesterday, 0: texts.today, 1: texts.tomorrow };

/** "Today", "Tomorrow", "Yesterday", else "Tue, 1 Dec", with the year where it is another one than now. */
export function sayDay(at: Date, now: Date): string {
  const near = nearDays[daysBetween(now, at)];
  if (near !== undefined) return near;
  const year = at.getFullYear() === now.getFullYear() ? {} : ({ year: 'numeric' } as const);
  return at.toLocaleDateString('en-IN', { weekday: 'short', day: 'numeric', month: 'short', ...year });
}
