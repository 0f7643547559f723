import { expect, test } from 'vitest';
import { hiddenIds } from './message-id';

const { hide, show } = hiddenIds(Buffer.alloc(32, 7));
const number = '919800000001';
const wamid = `wamid.${Buffer.from(`\u0010\u0018${number}\u0015`).toString('base64')}`;

test('an id is hidden the same way each time, holds the number no longer, and is the channel’s again on its way out', () => {
  const own = hide(wamid);
  expect(hide(wamid)).toBe(own);
  expect(own).toMatch(/^m\.[\w-]+$/);
  expect(Buffer.from(own.slice(2), 'base64url').toString('latin1')).not.toContain(number);
  expect(own).not.toContain(wamid.slice(6));
  expect(show(own)).toBe(wamid);
  expect(hide(`${wamid}:read`)).not.toBe(own);
});

test('what was never hidden, was hidden with another key, or was changed goes out as it is', () => {
  const own = hide(wamid);
  const changed = `${own.slice(0, -1)}${own.endsWith('A') ? 'B' : 'A'}`;
  const others = hiddenIds(Buffer.alloc(32, 8)).hide(wamid);
  for (const id of [wamid, 'm.', 'm.short', changed, others]) expect(show(id)).toBe(id);
});
