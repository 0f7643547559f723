import { describe, expect, it } from 'vitest';
import type { FollowUp } from '../follow-up-types';
import { groupByDay } from './group-by-day';
import { arrange, isOverdue, questionsOf, showOf } from './shows';

const now = new Date(2026, 10, 26, 12);
const at = (day: number, hour: number) => new Date(2026, 10, day, hour).toISOString();

describe('which follow-ups are shown', () => {
  it('are those that the address names, or else what is planned', () => {
    expect(showOf('answered')).toBe('answered');
    expect(showOf('everything')).toBe('planned');
  });

  it('are asked for by whole days, so that the question stays the same all day', () => {
    const later = new Date(2026, 10, 26, 23);
    expect(questionsOf('today', later)).toEqual(questionsOf('today', now));
    expect(questionsOf('today', now)).toEqual([{ from: at(26, 0), until: at(27, 0), status: 'planned' }]);
    expect(questionsOf('stopped', now).map(({ status }) => status)).toEqual(['failed', 'cancelled']);
  });
});

describe('the order', () => {
  it('is by when they are due, and of what is over the last comes first', () => {
    const rows = [planned('b', at(28, 9)), planned('a', at(27, 9))];
    expect(arrange('planned', rows, now).map(({ id }) => id)).toEqual(['a', 'b']);
    expect(arrange('sent', rows, now).map(({ id }) => id)).toEqual(['b', 'a']);
  });

  it('puts each under its day', () => {
    const groups = groupByDay([planned('a', at(26, 15)), planned('b', at(26, 17)), planned('c', at(27, 9))], now);
    expect(groups.map(({ day, rows }) => [day, rows.length])).toEqual([
      ['Today', 2],
      ['Tomorrow', 1],
    ]);
  });
});

it('is overdue some minutes after its time, and only while it is planned', () => {
  const due = planned('a', new Date(now.getTime() - 6 * 60_000).toISOString());
  expect(isOverdue(due, now)).toBe(true);
  expect(isOverdue({ ...due, status: 'queued' }, now)).toBe(false);
  expect(isOverdue(planned('b', new Date(now.getTime() - 60_000).toISOString()), now)).toBe(false);
  expect(arrange('overdue', [due, planned('b', at(26, 13))], now)).toEqual([due]);
});

function planned(id: string, dueAt: string): FollowUp {
  return {
    id,
    contactId: id,
    contactName: 'Meera',
    contactPhone: null,
    language: 'en',
    channel: 'simulator',
    dueAt,
    wantedAt: null,
    status: 'planned',
    statusReason: null,
    reason: 'later',
    summary: '',
    steps: [],
    text: null,
    preview: null,
    sentAt: null,
    answeredAt: null,
    pausedAt: null,
    author: null,
    authorHasLeft: false,
    origin: 'flow',
    revision: dueAt,
  };
}
