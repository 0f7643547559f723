import { describe, expect, test } from 'vitest';
import { defaultOutreachSettings } from '../../outreach/outreach-settings';
import { defaultFollowUpSettings } from '../settings/follow-up-settings';
import { type PlanRequest, planFollowUp } from './plan-follow-up';

// Tuesday, 24 November 2026, 11:00 in India.
const now = '2026-11-24T11:00:00+05:30';
const settings = { followUps: defaultFollowUpSettings, outreach: defaultOutreachSettings };
const person: PlanRequest['person'] = {
  channel: 'whatsapp',
  timezone: 'Asia/Kolkata',
  interest: 0.5,
  replyHours: [],
  reachedMs: null,
};

describe('a follow-up that the flow asks for', () => {
  test('is due after the days of its drawing', () => {
    expect(plan({ wanted: '2026-12-01T11:00:00+05:30' })).toEqual({
      due: '2026-12-01T05:30:00.000Z',
      codes: ['time.flow'],
    });
  });

  test.each([
    [1, '2026-11-29', ['time.flow', 'interest.nearer', 'moved.weekday'], '2026-11-30T05:30:00.000Z'],
    [0.8, '2026-11-30', ['time.flow', 'interest.nearer'], '2026-11-30T05:30:00.000Z'],
    [0.5, '2026-12-01', ['time.flow'], '2026-12-01T05:30:00.000Z'],
    [0.1, '2026-12-03', ['time.flow', 'interest.further'], '2026-12-03T05:30:00.000Z'],
    [0, '2026-12-03', ['time.flow', 'interest.further'], '2026-12-03T05:30:00.000Z'],
  ])('comes nearer or later with an interest of %s, by whole days', (interest, day, codes, due) => {
    const made = planFollowUp(request({ interest, wanted: '2026-12-01T11:00:00+05:30' }), settings);
    expect(new Date(made?.wantedMs ?? 0).toISOString().slice(0, 10)).toBe(day);
    expect(plan({ interest, wanted: '2026-12-01T11:00:00+05:30' })).toEqual({ due, codes });
  });

  test('never moves by more than a third for interest, and not at all where that is off', () => {
    const far = request({ interest: 0, wanted: '2027-02-22T11:00:00+05:30' }); // 90 days
    expect(planFollowUp(far, settings)?.steps).toContainEqual({ code: 'interest.further', days: 27, interest: 0 });
    const off = { ...settings, followUps: { ...defaultFollowUpSettings, interest: { isOn: false, mostPercent: 30 } } };
    expect(planFollowUp(far, off)?.steps).toEqual([{ code: 'time.flow', days: 90 }]);
  });

  test('is put into the hour in which they answer most, once that is known from enough messages', () => {
    const wanted = '2026-12-01T11:00:00+05:30';
    expect(plan({ wanted, replyHours: hours({ 16: 2 }) }).codes).toEqual(['time.flow']);
    const made = planFollowUp(request({ wanted, replyHours: hours({ 16: 2, 17: 3, 11: 2, 22: 8 }) }), settings);
    expect(made?.steps.at(-1)).toEqual({ code: 'hour.best', hour: 17, replies: 15 });
    expect(made?.dueMs).toBe(Date.parse('2026-12-01T17:00:00+05:30'));
  });

  test('waits until the last time that we wrote first is long enough ago', () => {
    const reachedMs = Date.parse('2026-11-30T20:00:00+05:30');
    expect(plan({ wanted: '2026-12-01T11:00:00+05:30', reachedMs })).toEqual({
      due: '2026-12-01T10:30:00.000Z', // 16:00 in India
      codes: ['time.flow', 'held.tooOften'],
    });
  });
});

describe('a time that was named', () => {
  test('is kept whatever their interest and habits are', () => {
    const named = { saidBy: 'customer', reason: 'named_time', interest: 1, replyHours: hours({ 12: 9 }) } as const;
    expect(plan({ ...named, wanted: '2026-11-26T16:00:00+05:30' })).toEqual({
      due: '2026-11-26T10:30:00.000Z',
      codes: ['time.named'],
    });
  });

  test.each([
    ['the night', '2026-11-26T22:30:00+05:30', '2026-11-27T04:30:00.000Z', 'moved.night'],
    ['the early morning', '2026-11-26T06:00:00+05:30', '2026-11-26T04:30:00.000Z', 'moved.night'],
    ['the moment of closing', '2026-11-26T18:00:00+05:30', '2026-11-27T04:30:00.000Z', 'moved.night'],
    ['a Sunday', '2026-11-29T12:00:00+05:30', '2026-11-30T06:30:00.000Z', 'moved.weekday'],
    ['the night of a Sunday', '2026-11-29T22:00:00+05:30', '2026-11-30T04:30:00.000Z', 'moved.weekday'],
    ['a holiday', '2026-12-25T12:00:00+05:30', '2026-12-26T06:30:00.000Z', 'moved.holiday'],
  ])('is moved out of %s', (_what, wanted, due, code) => {
    const outreach = { ...defaultOutreachSettings, holidays: [{ date: '2026-12-25', name: 'Christmas' }] };
    const made = planFollowUp(request({ saidBy: 'customer', reason: 'named_time', wanted }), { ...settings, outreach });
    expect(new Date(made?.dueMs ?? 0).toISOString()).toBe(due);
    expect(made?.wantedMs).toBe(Date.parse(wanted));
    expect(made?.steps.map((step) => step.code)).toEqual(['time.named', code]);
  });

  test('is the clock of their own timezone, also on the day on which clocks change', () => {
    const inNewYork = { timezone: 'America/New_York', saidBy: 'customer', reason: 'named_time' } as const;
    // Sunday, 1 November 2026, 12:00: the day has 25 hours, and Monday is an hour further from UTC.
    expect(plan({ ...inNewYork, wanted: '2026-11-01T12:00:00-05:00' })).toMatchObject({
      due: '2026-11-02T17:00:00.000Z',
    });
  });

  test('needs no allowed hours with a simulated contact', () => {
    const named = { saidBy: 'customer', reason: 'named_time', channel: 'simulator' } as const;
    expect(plan({ ...named, wanted: '2026-11-29T23:00:00+05:30' })).toEqual({
      due: '2026-11-29T17:30:00.000Z',
      codes: ['time.named'],
    });
  });
});

describe('a reminder after a silence', () => {
  test('stays inside the 24 hours: sooner where they would be over by the morning', () => {
    // Asked at 21:00 for 20 hours later; 17:00 is fine. Asked at 23:00, 19:00 would be the night and 10:00 too late.
    expect(silence('2026-11-24T21:00:00+05:30')).toMatchObject({
      due: '2026-11-25T11:30:00.000Z',
      codes: ['time.flow'],
    });
    expect(silence('2026-11-24T23:00:00+05:30')).toEqual({
      due: '2026-11-25T12:15:00.000Z', // 17:45
      codes: ['time.flow', 'moved.window'],
    });
  });

  test('is left out where no allowed moment is left in them', () => {
    expect(silence('2026-11-28T18:30:00+05:30')).toBeUndefined(); // Saturday evening
  });

  function silence(asked: string) {
    const nowMs = Date.parse(asked);
    const made = planFollowUp({ ...request({ reason: 'silence' }), nowMs, wantedMs: nowMs + 20 * 3_600_000 }, settings);
    return made && shown(made);
  }
});

test('nothing is planned where no day is allowed at all', () => {
  const holidays = Array.from({ length: 200 }, (_, index) => {
    const date = new Date(Date.UTC(2026, 10, 24) + index * 2 * 86_400_000).toISOString().slice(0, 10);
    return { date, name: 'Closed' };
  });
  const outreach = { ...defaultOutreachSettings, hours: { ...defaultOutreachSettings.hours, days: [] }, holidays };
  expect(planFollowUp(request({}), { ...settings, outreach })).toBeUndefined();
});

type Own = Partial<PlanRequest['person'] & Pick<PlanRequest, 'reason' | 'saidBy'>> & { readonly wanted?: string };

function request({
  wanted = '2026-12-01T11:00:00+05:30',
  reason = 'later',
  saidBy = 'flow',
  ...own
}: Own): PlanRequest {
  return { reason, saidBy, wantedMs: Date.parse(wanted), person: { ...person, ...own }, nowMs: Date.parse(now) };
}

function plan(own: Own) {
  const made = planFollowUp(request(own), settings);
  if (!made) throw new Error('Nothing was planned.');
  return shown(made);
}

function shown({ dueMs, steps }: { readonly dueMs: number; readonly steps: readonly { readonly code: string }[] }) {
  return { due: new Date(dueMs).toISOString(), codes: steps.map(({ code }) => code) };
}

function hours(times: Readonly<Record<number, number>>): number[] {
  return Array.from({ length: 24 }, (_, hour) => times[hour] ?? 0);
}
