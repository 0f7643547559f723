import { expect, test } from 'vitest';
import { createLog } from './log';

function written(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  write(createLog({ write: (line) => lines.push(line) }));
  return lines.join('');
}

test('a line is JSON with level, time and what happened', () => {
  const line = written((log) => log.info({ turnId: 't1', tookMs: 4 }, 'turn taken'));
  expect(JSON.parse(line)).toMatchObject({ level: 'info', turnId: 't1', tookMs: 4, msg: 'turn taken' });
});

test('what a person said or who they are does not reach a line, however deep it lies', () => {
  const line = written((log) =>
    log.info({ contact: { phone: '+919876543210', name: 'Asha' }, turn: { message: { text: 'मेरा नाम आशा है' } } }),
  );
  expect(line).not.toMatch(/9876543210|Asha|आशा/);
});

test('an error is logged by kind, code and place, without the words that may quote a customer', () => {
  const cause = Object.assign(new Error('Key (phone)=(+919876543210) exists'), {
    code: '23505',
    constraint: 'contact_phone',
  });
  const line = written((log) => log.error({ err: new TypeError('for +919876543210', { cause }) }, 'turn failed'));
  expect(line).not.toContain('9876543210');
  expect(JSON.parse(line).err).toMatchObject({
    kind: 'TypeError',
    at: expect.arrayContaining([expect.stringContaining('log.test.ts')]),
    cause: { code: '23505', constraint: 'contact_phone' },
  });
});
