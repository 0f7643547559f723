import type { FaultKind } from '../fake-whatsapp/faults';
import type { Random } from '../fake-whatsapp/random';
import type { FakeWhatsApp } from '../fake-whatsapp/start-fake-whatsapp';

/**
 * Makes everything go wrong that may go wrong between WhatsApp and the app, each by its own chance, `severity` times as often
 * as usual. Refusals that concern the whole number are rare, because each makes all customers wait.
 */
export function raiseStorm(fake: FakeWhatsApp, random: Random, severity: number): void {
  for (const [chance, fault] of strikes) {
    fake.faults.add({ ...fault, times: 100_000, match: () => random.happens(chance * severity) });
  }
  fake.setWeather({ delayMs: [0, 3000], lost: 0.3, duplicates: 0.05, reorders: 0.1, escapes: 0.1 });
}

/** From now on everything goes well. */
export function endStorm(fake: FakeWhatsApp): void {
  fake.faults.clear();
  fake.setWeather({ delayMs: [0, 0], lost: 0, duplicates: 0, reorders: 0, escapes: 0 });
}

const strikes: readonly (readonly [chance: number, fault: FaultKind])[] = [
  [0.002, { kind: 'acceptThenTimeout' }],
  [0.005, { kind: 'acceptThenReset' }],
  [0.005, { kind: 'acceptThenHttp', status: 502 }],
  [0.003, { kind: 'acceptThenBrokenBody' }],
  [0.005, { kind: 'reset' }],
  [0.005, { kind: 'http', status: 503 }],
  [0.01, { kind: 'error', code: 131056 }],
  [0.01, { kind: 'error', code: 131000 }],
  [0.002, { kind: 'error', code: 2 }],
  [0.001, { kind: 'error', code: 130429, retryAfterSeconds: 1 }],
  [0.0005, { kind: 'http', status: 429 }],
  [0.01, { kind: 'failLater', code: 131026 }],
  [0.02, { kind: 'delay', ms: 500 }],
];
