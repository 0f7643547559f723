import { expect, test } from 'vitest';
import type { Session } from '@/flows/schema/session';
import { defaultOutreachSettings } from '../outreach/outreach-settings';
import { leaveBefore, putOffUntilMs, wakeTimeMs } from './wake-time';

// Wednesday, 25 November 2026, in India (UTC+5:30); people may be written to from 10:00 to 18:00, Monday to Saturday.
const india = (time: string) => Date.parse(`2026-11-${time}:00+05:30`);
const outreach = defaultOutreachSettings;
const at = (nowMs: number, channel: 'whatsapp' | 'simulator' = 'whatsapp') => ({ channel, outreach, nowMs });

test.each([
  ['in the day it comes when it is due', '25T14:00', '26T10:30', '26T10:30'],
  ['in the early morning it waits for the day', '25T11:00', '26T07:30', '26T10:00'],
  ['in the evening it comes a little sooner, while the window is open', '25T22:30', '26T19:00', '26T17:59'],
  ['before a Sunday neither is possible, and Monday it is', '28T12:00', '29T08:30', '30T10:00'],
  ['within the hour it is part of the conversation', '25T22:30', '25T23:00', '25T23:00'],
])('a reminder after a silence: %s', (_name, now, due, woken) => {
  expect(wakeTimeMs(silentUntil(india(due)), at(india(now)))).toBe(india(woken));
});

test('a drawn pause is never cut short', () => {
  expect(wakeTimeMs(pausedUntil(india('26T19:00')), at(india('25T22:30')))).toBe(india('27T10:00'));
});

test('simulated contacts have no night', () => {
  expect(wakeTimeMs(silentUntil(india('26T03:00')), at(india('25T12:00'), 'simulator'))).toBe(india('26T03:00'));
});

test('what nobody heeded in time is put off until the day, and what it says may leave until the evening', () => {
  const session = silentUntil(india('26T10:30'), india('25T14:00'));
  expect(putOffUntilMs(session, at(india('26T21:00')))).toBe(india('27T10:00'));
  expect(putOffUntilMs(session, at(india('26T11:00')))).toBeNull();
  expect(leaveBefore(session, at(india('26T11:00')))).toBe(new Date(india('26T18:00')).toISOString());
  expect(leaveBefore(silentUntil(0, india('26T10:58')), at(india('26T11:00')))).toBeNull();
});

function silentUntil(deadlineMs: number, updatedMs = deadlineMs): Session {
  return sessionWith({ type: 'reply', id: 'w', expects: [], choices: [], deadlineAt: iso(deadlineMs) }, updatedMs);
}

function pausedUntil(untilMs: number): Session {
  return sessionWith({ type: 'timer', id: 'w', until: iso(untilMs) }, untilMs);
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}

function sessionWith(wait: NonNullable<Session['wait']>, updatedMs: number): Session {
  return {
    id: 's',
    contactId: 'c',
    flowId: 'f',
    flowVersion: 1,
    status: 'active',
    state: 'ask',
    wait,
    language: 'en',
    timezone: 'Asia/Kolkata',
    slots: {},
    returns: [],
    calls: [],
    visits: {},
    said: {},
    consents: {},
    interest: 0.5,
    turn: 1,
    turnsInHour: { hour: 0, count: 0 },
    startedAt: iso(0),
    updatedAt: iso(updatedMs),
  };
}
