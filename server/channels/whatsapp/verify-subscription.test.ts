import { expect, test } from 'vitest';
import { verifySubscription } from './verify-subscription';

test('the right token gets the challenge back as it came', () => {
  const query = 'hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=our+token';
  expect(verifySubscription(new URLSearchParams(query), 'our token')).toBe('1158201444');
});

test.each([
  'hub.mode=subscribe&hub.challenge=1&hub.verify_token=wrong',
  'hub.mode=subscribe&hub.challenge=1&hub.verify_token=',
  'hub.mode=subscribe&hub.challenge=1',
  'hub.mode=unsubscribe&hub.challenge=1&hub.verify_token=token',
  'hub.challenge=1&hub.verify_token=token',
  'hub.mode=subscribe&hub.verify_token=token',
  'hub.mode=subscribe&hub.challenge=1&hub.verify_token=token&hub.verify_token=token',
  '',
])('%j is refused', (query) => {
  expect(verifySubscription(new URLSearchParams(query), 'token')).toBeUndefined();
});

test('an unset token accepts nobody', () => {
  const query = new URLSearchParams('hub.mode=subscribe&hub.challenge=1&hub.verify_token=');
  expect(verifySubscription(query, '')).toBeUndefined();
});
