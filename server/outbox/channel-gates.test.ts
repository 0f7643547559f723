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
  clock.ms = 15_000;
  gates.hear('whatsapp', { ok: true, externalId: 'wamid.1' });
  expect(gates.open(10, 0)).toEqual({ channels: ['whatsapp'], most: 10 });
});

test('each trial that is refused doubles the wait up to a minute, and getting through makes it short again', () => {
  const clock = { ms: 0 };
  const gates = createChannelGates(['whatsapp'], () => clock.ms);
  expect([1, 2, 3, 4, 5, 6].map(() => waitAfterRefusal())).toEqual([5_000, 10_000, 20_000, 40_000, 60_000, 60_000]);
  gates.hear('whatsapp', { ok: true, externalId: 'wamid.1' });
  gates.hear('whatsapp', locked);
  gates.hear('whatsapp', locked); // it was on its way too
  expect(waitUntilTrial()).toBe(5_000);

  function waitAfterRefusal(): number {
    gates.hear('whatsapp', locked);
    return waitUntilTrial();
  }

  function waitUntilTrial(): number {
    const from = clock.ms;
    while (gates.open(10, 0).channels.length === 0) clock.ms += 500;
    return clock.ms - from;
  }
});

test('a wait of more than a minute is kept as the channel asked for it', () => {
  const clock = { ms: 0 };
  const gates = createChannelGates(['whatsapp'], () => clock.ms);
  for (const until of [300_000, 600_000]) {
    gates.hear('whatsapp', { ...locked, retryAfterSeconds: 300 });
    clock.ms = until - 1;
    expect(gates.open(10, 0).channels).toEqual([]);
    clock.ms = until;
    expect(gates.open(10, 0).channels).toEqual(['whatsapp']);
  }
});
