import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@/server/testing/database';
import { storedText } from '@/server/testing/stored-text';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  Object.assign(process.env, { DATABASE_URL: database.url, LOG_LEVEL: 'silent' });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  const { closePool } = await import('../../db/pool');
  await closePool();
  await database.drop();
});

const [first, second, third] = ['first', 'second', 'third'].map((name) => `the ${name} secret of this installation`);

/** The room as a process sees it that was started with these secrets. */
async function withSecrets(secret = '', previous = '') {
  const { closePool } = await import('../../db/pool');
  await closePool();
  vi.stubEnv('VAARTA_SECRET', secret);
  vi.stubEnv('VAARTA_PREVIOUS_SECRET', previous);
  vi.resetModules();
  const [reseal, prepare, pool, search, named] = await Promise.all([
    import('./reseal-columns'),
    import('./prepare-sealing'),
    import('../../db/pool'),
    import('../../leads/search/store'),
    import('../../contacts/store'),
  ]);
  return { ...reseal, ...prepare, ...pool, ...search, ...named };
}

const contact = randomUUID();
const phone = '+919845012345';

async function plantPlain(): Promise<void> {
  await storedText(
    database.url,
    `WITH made AS (INSERT INTO contacts (id, channel, phone, name, language, timezone)
       VALUES ($1, 'whatsapp', $2, 'Lakshmi Gowda', 'kn', 'Asia/Kolkata')),
     said AS (INSERT INTO messages (id, contact_id, direction, channel, content, text_keys, language, at)
       VALUES ($1, $1, 'in', 'whatsapp', '{"type":"text","text":"ನನಗೆ ಸಾಲ ಬೇಕು"}', '{}', 'kn', now())),
     lead AS (INSERT INTO leads (contact_id, score, reasons, interest, facts, flow_id, state_id, updated_at)
       VALUES ($1, 10, '[]', 0.5, '{"name":"Lakshmi","property_location":"Mysuru","loan_amount_needed":500000}', 'f', 's', now())),
     session AS (INSERT INTO flow_sessions (id, contact_id, flow_id, flow_version, status, state_id, state, version, started_at, updated_at)
       VALUES ($1, $1, 'f', 1, 'active', 's', '{"id":"x","slots":{"name":{"value":"Lakshmi"}}}', 1, now(), now()))
     INSERT INTO notes (id, contact_id, author_id, body) VALUES ($1, $1, 'ravi', 'Lakshmi has two shops.')`,
    [contact, phone],
  );
}

/** All that is stored of the contact, as one text. */
async function stored(): Promise<string> {
  const rows = await storedText(
    database.url,
    `SELECT to_jsonb(c)::text || to_jsonb(m)::text || to_jsonb(l)::text || to_jsonb(s)::text || to_jsonb(n)::text AS all
     FROM contacts c JOIN messages m ON m.contact_id = c.id JOIN leads l ON l.contact_id = c.id
     JOIN flow_sessions s ON s.contact_id = c.id JOIN notes n ON n.contact_id = c.id`,
  );
  return rows.map(({ all }) => all).join('');
}

test('what was written before is sealed and found; a new secret takes all of it over, and then the old one opens nothing', async () => {
  await plantPlain();
  const begun = await withSecrets(first);
  await begun.prepareSealing();
  expect(await begun.findContacts('9845012345', { role: 'viewer' })).toEqual([contact]);
  expect(await stored()).toContain('two shops');

  expect(await begun.resealColumns(60_000)).toMatchObject({ finishedAt: expect.any(String), lost: 0 });
  const sealed = await stored();
  for (const plain of ['Lakshmi', '98450', 'ಸಾಲ', 'shops']) expect(sealed).not.toContain(plain);
  for (const kept of ['Mysuru', '500000', '"type": "text"', '"id": "x"']) expect(sealed).toContain(kept);
  expect(await begun.findContacts('ಸಾಲ', { role: 'officer' })).toEqual([contact]);
  expect(await begun.findContacts('lakshmi', { role: 'officer' })).toEqual([contact]);
  await begun.resealColumns(60_000);
  expect(await stored()).toBe(sealed); // nothing is written twice

  const changed = await withSecrets(second, first);
  expect(await changed.readSealingState()).toMatchObject({ finishedAt: null });
  expect(await changed.resealColumns(0)).toMatchObject({ finishedAt: null, tablesDone: 1 });
  const tooEarly = await withSecrets(second);
  await expect(tooEarly.prepareSealing()).rejects.toMatchObject({ code: 'secret.unknown' });
  const again = await withSecrets(second, first);
  await again.insertStrangers([{ channel: 'whatsapp', phone }]); // known under the old hash: no stranger
  expect(await again.resealColumns(60_000)).toMatchObject({ finishedAt: expect.any(String), lost: 0 });
  expect(await again.readSealingState()).toMatchObject({ finishedAt: expect.any(String) });

  const after = await withSecrets(second);
  const { rows } = await after.getPool().query('SELECT name, phone FROM contacts');
  expect(rows).toEqual([{ name: 'Lakshmi Gowda', phone }]);
  expect(await after.findContacts('ಸಾಲ', { role: 'officer' })).toEqual([contact]);
  expect(await after.findContacts('2345', { role: 'viewer' })).toEqual([contact]);

  const stranger = await withSecrets(third);
  await expect(stranger.prepareSealing()).rejects.toMatchObject({ code: 'secret.unknown' });
  expect(await stranger.resealColumns(60_000)).toMatchObject({ lost: 5 });
  const found = await withSecrets(third, second);
  expect(await found.resealColumns(60_000)).toMatchObject({ finishedAt: expect.any(String), lost: 0 });
  expect((await found.getPool().query('SELECT body FROM notes')).rows).toEqual([{ body: 'Lakshmi has two shops.' }]);
});
