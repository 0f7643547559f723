import { describe, expect, test } from 'vitest';
import { judgeReach, type Reach, type ReachKind } from './judge-reach';
import { defaultOutreachSettings, outreachSettings } from './outreach-settings';

const noon = Date.parse('2026-11-24T12:00:00+05:30'); // a Tuesday
const HOUR_MS = 3_600_000;
const asha: Reach = {
  contactId: '00000000-0000-4000-8000-000000000001',
  channel: 'whatsapp',
  timezone: 'Asia/Kolkata',
  isOptedOut: false,
  isOfficers: false,
  hasStoppedMarketing: false,
  marketingCappedUntilMs: null,
  marketingConsent: 'given',
  lastInboundMs: null,
  reachedMs: [],
};

test('who may be written to may be until the end of the allowed hours', () => {
  const leaveBeforeMs = Date.parse('2026-11-24T18:00:00+05:30');
  for (const kind of ['answer', 'utility', 'marketing'] as const)
    expect(judge({}, kind)).toEqual({ ok: true, leaveBeforeMs });
});

describe('who is not written to', () => {
  test.each<[string, Partial<Reach>, ReachKind, string]>([
    ['has opted out', { isOptedOut: true }, 'answer', 'contact.optedOut'],
    ['talks to an officer', { isOfficers: true }, 'answer', 'officer.owns'],
    ['has opted out, simulated too', { isOptedOut: true, channel: 'simulator' }, 'answer', 'contact.optedOut'],
    ['has stopped marketing', { hasStoppedMarketing: true }, 'marketing', 'contact.marketingStopped'],
    ['has given no consent', { marketingConsent: null }, 'utility', 'consent.missing'],
    ['has withdrawn consent', { marketingConsent: 'withdrawn' }, 'marketing', 'consent.missing'],
  ])('for good: somebody who %s', (_who, own, kind, code) => {
    expect(judge(own, kind)).toEqual({ ok: false, code, againMs: null });
  });

  test('marketing that was stopped or not agreed to stops no answer', () => {
    expect(judge({ hasStoppedMarketing: true, marketingConsent: null }, 'answer')).toMatchObject({ ok: true });
  });

  test('marketing that WhatsApp delivers no more of waits until it does', () => {
    const marketingCappedUntilMs = noon + 5 * HOUR_MS;
    expect(judge({ marketingCappedUntilMs }, 'marketing')).toEqual({
      ok: false,
      code: 'contact.marketingCapReached',
      againMs: marketingCappedUntilMs,
    });
    expect(judge({ marketingCappedUntilMs }, 'utility')).toMatchObject({ ok: true });
    expect(judge({ marketingCappedUntilMs: noon }, 'marketing')).toMatchObject({ ok: true });
  });

  test('in the night it is asked again in the morning', () => {
    const night = Date.parse('2026-11-24T18:00:00+05:30');
    expect(judgeReach(asha, 'answer', defaultOutreachSettings, night)).toEqual({
      ok: false,
      code: 'hours.closed',
      againMs: Date.parse('2026-11-25T10:00:00+05:30'),
    });
  });

  test('a simulated contact has no night', () => {
    const night = Date.parse('2026-11-24T23:00:00+05:30');
    const verdict = judgeReach({ ...asha, channel: 'simulator' }, 'marketing', defaultOutreachSettings, night);
    expect(verdict).toEqual({ ok: true, leaveBeforeMs: null });
  });
});

describe('how often somebody is written to first', () => {
  test('twenty hours lie between two', () => {
    const lastMs = noon - 19 * HOUR_MS;
    expect(judge({ reachedMs: [lastMs] })).toEqual({
      ok: false,
      code: 'reach.tooOften',
      againMs: lastMs + 20 * HOUR_MS,
    });
    expect(judge({ reachedMs: [noon - 20 * HOUR_MS] })).toMatchObject({ ok: true });
  });

  test('three in seven days, and the next when the first of them is seven days ago', () => {
    const days = (count: number) => noon - count * 24 * HOUR_MS;
    expect(judge({ reachedMs: [days(6), days(4), days(2)] })).toEqual({
      ok: false,
      code: 'reach.tooOften',
      againMs: days(6) + 7 * 24 * HOUR_MS,
    });
    expect(judge({ reachedMs: [days(7), days(4), days(2)] })).toMatchObject({ ok: true });
  });

  test('after a clock was set back, what seems to lie ahead counts too', () => {
    expect(judge({ reachedMs: [noon + HOUR_MS] })).toMatchObject({ ok: false, code: 'reach.tooOften' });
  });
});

test('no owner can allow hours beyond those of the law', () => {
  const hours = { days: [1], opens: '08:00', closes: '18:00' };
  expect(outreachSettings.safeParse({ hours }).success).toBe(false);
  expect(outreachSettings.safeParse({ hours: { ...hours, opens: '09:00', closes: '21:30' } }).success).toBe(false);
  expect(outreachSettings.safeParse({ hours: { ...hours, opens: '09:00', closes: '21:00' } }).success).toBe(true);
});

function judge(own: Partial<Reach>, kind: ReachKind = 'answer') {
  return judgeReach({ ...asha, ...own }, kind, defaultOutreachSettings, noon);
}
