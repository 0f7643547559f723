import { expect, test } from 'vitest';
import { windowOf } from './window';

const now = Date.parse('2026-11-24T10:00:00Z');
const minute = 60_000;

test('free-form messages may be sent for a day after the customer wrote, less a minute for the way', () => {
  expect(windowOf({ lastInboundAt: new Date(now), adEntryAt: null }, now)).toEqual({
    freeFormUntil: now + 24 * 60 * minute - minute,
    freeOfChargeUntil: null,
  });
  expect(
    windowOf({ lastInboundAt: new Date(now - 24 * 60 * minute + minute), adEntryAt: null }, now).freeFormUntil,
  ).toBe(null);
});

test('who came by an ad costs nothing for three days, which does not open the window for free-form messages', () => {
  const adEntryAt = new Date(now - 48 * 60 * minute);
  expect(windowOf({ lastInboundAt: adEntryAt, adEntryAt }, now)).toEqual({
    freeFormUntil: null,
    freeOfChargeUntil: now + 24 * 60 * minute,
  });
});

test('nothing is open for somebody who has never written', () => {
  expect(windowOf({ lastInboundAt: null, adEntryAt: null }, now)).toEqual({
    freeFormUntil: null,
    freeOfChargeUntil: null,
  });
});
