import { words } from '@/app/_words/en';

const DAY_MS = 86_400_000;

/** "Today", "Yesterday", a weekday within the last week, else the date, in the timezone of the person who looks. */
export function dayLabel(at: string, now: Date): string {
  const day = new Date(at);
  const days = Math.round((startOfDay(now) - startOfDay(day)) / DAY_MS);
  if (days === 0) return words.simulator.today;
  if (days === 1) return words.simulator.yesterday;
  const isRecent = days > 0 && days < 7;
  return day.toLocaleDateString('en-IN', isRecent ? { weekday: 'long' } : { dateStyle: 'long' });
}

/** "4:05 pm", in the given timezone or in that of the person who looks. */
export function clockTime(at: string, timezone?: string): string {
  const zone = timezone === undefined ? {} : { timeZone: timezone };
  return new Date(at).toLocaleTimeString('en-IN', { hour: 'numeric', minute: '2-digit', ...zone });
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}
