import { expect, test } from 'vitest';
import { errorCodes, KnownError, toPublicError } from './errors';

test.each(errorCodes)('%s keeps its sentence and its code on the way out', (code) => {
  const { status, ...shown } = toPublicError(new KnownError(code, 'A sentence.'));
  expect(shown).toMatchObject({ code, message: 'A sentence.' });
  expect(status).toBeGreaterThanOrEqual(400);
});

test('an unexpected failure says nothing of itself', () => {
  const shown = toPublicError(new Error('duplicate key (phone)=(+919876543210)'));
  expect(shown).toMatchObject({ code: 'server.failed', status: 500 });
  expect(shown.message).not.toContain('9876543210');
});

test.each([
  ['directly', Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })],
  ['as a cause', new Error('query failed', { cause: Object.assign(new Error('bye'), { code: '57P01' }) })],
  ['for every address', new AggregateError([Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })])],
  ['by a message only', new Error('Connection terminated unexpectedly')],
])('a database that is away is a 503 to be tried again, found %s', (_, error) => {
  expect(toPublicError(error)).toMatchObject({ code: 'database.unavailable', status: 503, retryable: true });
});
