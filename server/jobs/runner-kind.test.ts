import { expect, test } from 'vitest';
import { runnerKind } from './runner-kind';

test.each([
  [{}, 'embedded'],
  [{ INNGEST_DEV: '' }, 'embedded'],
  [{ INNGEST_DEV: '0', INNGEST_SIGNING_KEY: '' }, 'embedded'],
  [{ INNGEST_DEV: '1' }, 'dev'],
  [{ INNGEST_DEV: 'http://localhost:8288' }, 'dev'],
  [{ INNGEST_SIGNING_KEY: 'signkey-prod-00', INNGEST_EVENT_KEY: 'key' }, 'inngest'],
  [{ INNGEST_DEV: 'false', INNGEST_SIGNING_KEY: 'signkey-prod-00' }, 'inngest'],
])('%o is run by: %s', (env, kind) => {
  expect(runnerKind(env)).toBe(kind);
});
