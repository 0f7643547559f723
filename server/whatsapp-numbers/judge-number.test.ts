import { describe, expect, test } from 'vitest';
import type { NumberFacts } from '../channels/whatsapp/numbers-api';
import { contactsPerDayOf, judgeNumber, type NumberFindings, throughputOf } from './judge-number';

const facts: NumberFacts = {
  displayNumber: '+91 80 4567 1234',
  name: 'Asha Home Loans',
  nameStatus: 'APPROVED',
  quality: 'GREEN',
  throughput: 'STANDARD',
  limit: 'TIER_2K',
  health: 'AVAILABLE',
  healthReason: null,
  platform: 'CLOUD_API',
  webhookUrl: 'https://vaarta.example.com/api/webhooks/whatsapp',
  dataRegion: 'IN',
};
const connected: NumberFindings = {
  number: { ok: true, facts },
  subscription: { ok: true, isSubscribed: true },
  signatures: { right: new Date('2026-11-26T10:00:00Z'), wrong: null },
  publicUrl: 'https://vaarta.example.com',
};

const statuses = (findings: NumberFindings) =>
  Object.fromEntries(judgeNumber(findings).map(({ id, status }) => [id, status]));

describe('the checklist of a number', () => {
  test('is green when everything is in order', () => {
    expect(new Set(Object.values(statuses(connected)))).toEqual(new Set(['ok']));
  });

  test('names the token when WhatsApp refuses it, and blames nothing else for it', () => {
    const number = { ok: false, code: 'token.invalid', detail: 'Refused.' } as const;
    expect(statuses({ ...connected, number })).toEqual({
      token: 'failed',
      number: 'unknown',
      webhook: 'ok',
      appSecret: 'ok',
      subscribed: 'ok',
    });
  });

  test('names a number that WhatsApp does not know', () => {
    const number = { ok: false, code: 'number.unknown', detail: 'Not known.' } as const;
    expect(statuses({ ...connected, number })).toMatchObject({ token: 'unknown', number: 'failed' });
  });

  test('an app secret that no longer fits is seen by the last webhook', () => {
    const wrong = new Date('2026-11-26T11:00:00Z');
    expect(statuses({ ...connected, signatures: { ...connected.signatures, wrong } }).appSecret).toBe('failed');
    const earlier = new Date('2026-11-26T09:00:00Z');
    expect(statuses({ ...connected, signatures: { ...connected.signatures, wrong: earlier } }).appSecret).toBe('ok');
  });

  test('a webhook that goes elsewhere is told apart from one that has not come yet', () => {
    const signatures = { right: null, wrong: null };
    const elsewhere = { ...facts, webhookUrl: 'https://old.example.com/hook' };
    expect(statuses({ ...connected, signatures }).webhook).toBe('warning');
    expect(statuses({ ...connected, signatures, number: { ok: true, facts: elsewhere } }).webhook).toBe('failed');
  });

  test('low quality and a block are failures, a limit of 250 a warning', () => {
    const poor = { ...facts, quality: 'RED', health: 'BLOCKED', limit: 'TIER_250' };
    expect(statuses({ ...connected, number: { ok: true, facts: poor } })).toMatchObject({
      quality: 'failed',
      health: 'failed',
      limit: 'warning',
    });
  });

  test('every point that is not in order says what to do, or that nothing is known', () => {
    const bad = { ...facts, quality: 'RED', health: 'LIMITED', nameStatus: 'DECLINED' };
    const checks = judgeNumber({
      ...connected,
      number: { ok: true, facts: bad },
      subscription: { ok: true, isSubscribed: false },
    });
    for (const { status, advice } of checks) {
      if (status === 'failed' || status === 'warning') expect(advice).toBeTruthy();
    }
  });
});

test.each([
  ['TIER_250', 250],
  ['TIER_2K', 2_000],
  ['TIER_100K', 100_000],
  ['TIER_UNLIMITED', null],
  ['SOMETHING', undefined],
  [null, undefined],
] as const)('a limit of %s is %s people a day', (limit, people) => {
  expect(contactsPerDayOf({ ...facts, limit })).toBe(people);
});

test('a number that was raised sends a thousand messages a second', () => {
  expect(throughputOf({ ...facts, throughput: 'HIGH' })).toBe(1_000);
  expect(throughputOf(facts)).toBe(80);
});
