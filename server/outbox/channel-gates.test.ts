import { expect, test } from 'vitest';
import type { SendResult } from '../channels/channel';
import { createChannelGates } from './channel-gates';

const locked: SendResult = {
  ok: false,
  outcome: 'rejected',
  code: 'rate.tooFast',
  retryable: true,
  retryAfterSeconds: 5,
  scope: 'channel',
  detail: 'Slow down.',
};

test('a channel that asks us to wait is closed for that time, and the others stay open', () => {
  const clock = { ms: 0 };
  const gates = createChannelGates(['whatsapp', 'simulator'], () => clock.ms);
  gates.hear('whatsapp', locked);
  expect(gates.open(10, 0)).toEqual({ channels: ['simulator'], most: 10 });
  clock.ms = 4_999;
  gates.hear('whatsapp', { ok: true, externalId: 'was on its way' });
  expect(gates.open(10, 0)).toEqual({ channels: ['simulator'], most: 10 });
});

test('when the time is over a single message tries it, and only its success opens it', () => {
  const clock = { ms: 0 };
  const gates = createChannelGates(['whatsapp'], () => clock.ms);
  gates.hear('whatsapp', locked);
  clock.ms = 5_000;
  expect(gates.open(10, 0)).toEqual({ channels: ['whatsapp'], most: 1 });
  expect(gates.open(10, 1).channels).toEqual([]);
  gates.hear('whatsapp', locked);
  expect(gates.open(10, 0).channels).toEqual([]);
  clock.ms = 10_000;
  gates.hear('whatsapp', { ok: true, externalId: 'wamid.1' });
  expect(gates.open(10, 0)).toEqual({ channels: ['whatsapp'], most: 10 });
});
