import { words } from '@/app/_words/en';
import { clockTime } from '../_phone/day-label';

const texts = words.leads.next;
const DAY_MS = 86_400_000;
const SOON_DAYS = 2;

type NextAction = Readonly<{ urgency: 'overdue' | 'today' | 'soon' | 'later'; said: string }>;

/** When something is to be done with a lead next, in words; null where nothing is planned. `at` is ISO 8601. */
export function nextAction(at: string | null, now: Date): NextAction | null {
  if (at === null) return null;
  const due = new Date(at);
  const days = Math.round((startOfDay(due) - startOfDay(now)) / DAY_MS);
  if (due.getTime() < now.getTime()) return { urgency: 'overdue', said: texts.overdue(sayDay(due)) };
  if (days === 0) return { urgency: 'today', said: texts.today(clockTime(at)) };
  if (days <= SOON_DAYS) return { urgency: 'soon', said: texts.soon(sayDay(due)) };
  return { urgency: 'later', said: texts.later(sayDay(due)) };
}

function startOfDay(at: Date): number {
  return new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();
}

function sayDay(at: Date): string {
  return at.toLocaleDateString('en-IN', { day: 'numeric', month: 'short' });
}
