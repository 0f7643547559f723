import { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { noteAddress } from './note-address';

function noted(said: string | undefined, isBehindProxies: boolean): unknown {
  const socket = Object.defineProperty(new Socket(), 'remoteAddress', { value: '203.0.113.9' });
  const request = { socket, headers: said === undefined ? {} : { 'x-forwarded-for': said } };
  noteAddress(request, isBehindProxies);
  return request.headers['x-forwarded-for'];
}

test('a client can’t choose the address by which its tries are counted', () => {
  expect(noted('198.51.100.1', false)).toBe('203.0.113.9');
  expect(noted(undefined, false)).toBe('203.0.113.9');
});

test('behind proxies their word comes before the connection’s own end', () => {
  expect(noted('198.51.100.1', true)).toBe('198.51.100.1, 203.0.113.9');
  expect(noted(undefined, true)).toBe('203.0.113.9');
});
