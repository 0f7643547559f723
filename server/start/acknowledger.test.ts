import { expect, test } from 'vitest';
import type { AcknowledgeResult, Channel } from '../channels/channel';
import { createAcknowledger } from './acknowledger';

type Acknowledge = Channel['acknowledge'];

test('sixteen are under way at most: what comes beside them is left out', async () => {
  const waiting: (() => void)[] = [];
  const channel = recording(
    () => new Promise<AcknowledgeResult>((resolve) => waiting.push(() => resolve({ ok: true }))),
  );
  const acknowledge = createAcknowledger({ whatsapp: channel, simulator: undefined });
  for (let index = 0; index < 20; index += 1) acknowledge(message(`wamid.${index}`));
  expect(channel.asked).toHaveLength(16);
  for (const answer of waiting) answer();
  await new Promise((resolve) => setImmediate(resolve));
  acknowledge(message('wamid.20'));
  expect(channel.asked.at(-1)).toEqual(['wamid.20', 'typing']);
});

test('a message is acknowledged once, however often its turn is looked at', async () => {
  const channel = recording(async () => ({ ok: true }));
  const acknowledge = createAcknowledger({ whatsapp: channel, simulator: undefined });
  for (let index = 0; index < 3; index += 1) acknowledge(message('wamid.1'));
  expect(channel.asked).toEqual([['wamid.1', 'typing']]);
});

test('a refusal and a failure are swallowed, and a simulated message needs none', async () => {
  const refusing = recording(async () => ({ ok: false, code: 'read.notMarked' }));
  const failing = recording(async () => Promise.reject(new Error('the line is cut')));
  const simulated = recording(async () => ({ ok: true }));
  createAcknowledger({ whatsapp: refusing, simulator: simulated })(message('wamid.1'));
  createAcknowledger({ whatsapp: failing, simulator: simulated })(message('wamid.2'));
  createAcknowledger({ whatsapp: refusing, simulator: simulated })({ ...message('local'), channel: 'simulator' });
  await new Promise((resolve) => setImmediate(resolve));
  expect([refusing.asked.length, failing.asked.length, simulated.asked.length]).toEqual([1, 1, 0]);
});

function recording(answer: () => Promise<AcknowledgeResult>) {
  const asked: [string, string][] = [];
  const acknowledge: Acknowledge = (externalId, sign) => {
    asked.push([externalId, sign]);
    return answer();
  };
  return { asked, acknowledge };
}

function message(externalId: string) {
  return { channel: 'whatsapp' as const, externalId, account: undefined };
}
