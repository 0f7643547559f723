import { startOfDay } from '../_clock/local-time';
import type { FollowUp, FollowUpStatus } from '../follow-up-types';

/** What a person looks for; in the order in which the screen offers them. */
export const shows = ['today', 'overdue', 'planned', 'sent', 'answered', 'stopped'] as const;
export type Show = (typeof shows)[number];

export function showOf(text: string | null): Show {
  return shows.find((show) => show === text) ?? 'planned';
}

type Question = { readonly from: string; readonly until: string; readonly status: FollowUpStatus };

const DAYS_BACK = 30;
const A_YEAR = 366;

/** What to ask the server for. Its times begin with days, so that a question stays the same while one looks. */
export function questionsOf(show: Show, now: Date): readonly Question[] {
  const { statuses, fromDays, untilDays } = plans[show];
  const from = startOfDay(now, fromDays).toISOString();
  const until = startOfDay(now, untilDays).toISOString();
  return statuses.map((status) => ({ from, until, status }));
}

/** Those that are meant, in the order in which they are read: what comes first, or what was last. */
export function arrange(show: Show, rows: readonly FollowUp[], now: Date): readonly FollowUp[] {
  const meant = show === 'overdue' ? rows.filter((row) => isOverdue(row, now)) : rows;
  const { isBackwards } = plans[show];
  return [...meant].sort((a, b) => (isBackwards ? -1 : 1) * (Date.parse(timeOf(a)) - Date.parse(timeOf(b))));
}

/** When it happened, or else when it is due. */
export function timeOf({ answeredAt, sentAt, dueAt }: Pick<FollowUp, 'answeredAt' | 'sentAt' | 'dueAt'>): string {
  return answeredAt ?? sentAt ?? dueAt;
}

/** A few minutes are no delay: they are sent one after another. */
const PATIENCE_MS = 5 * 60_000;

export function isOverdue({ status, dueAt }: FollowUp, now: Date): boolean {
  return status === 'planned' && Date.parse(dueAt) < now.getTime() - PATIENCE_MS;
}

type Plan = {
  readonly statuses: readonly FollowUpStatus[];
  readonly fromDays: number;
  readonly untilDays: number;
  readonly isBackwards: boolean;
};

/** What was cancelled may have been due long after now. */
const plans: Readonly<Record<Show, Plan>> = {
  today: { statuses: ['planned'], fromDays: 0, untilDays: 1, isBackwards: false },
  overdue: { statuses: ['planned'], fromDays: -A_YEAR, untilDays: 1, isBackwards: false },
  planned: { statuses: ['planned'], fromDays: -A_YEAR, untilDays: A_YEAR, isBackwards: false },
  sent: { statuses: ['queued', 'sent'], fromDays: -DAYS_BACK, untilDays: A_YEAR, isBackwards: true },
  answered: { statuses: ['answered'], fromDays: -DAYS_BACK, untilDays: A_YEAR, isBackwards: true },
  stopped: { statuses: ['failed', 'cancelled'], fromDays: -DAYS_BACK, untilDays: A_YEAR, isBackwards: true },
};
