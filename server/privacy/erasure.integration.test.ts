import { randomUUID } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type RuntimeFixture, startRuntime } from '@/server/testing/runtime-fixture';
import type { Worker } from '../start/create-worker';
import { smallestPng } from '../testing/smallest-png';

// What the process logs, as it would be written.
const logged = vi.hoisted((): string[] => []);
vi.mock('../log', async (original) => {
  const { createLog } = await original<typeof import('../log')>();
  return { createLog, log: createLog({ write: (line) => void logged.push(line) }) };
});

const DAY_MS = 86_400_000;
const phone = '+919812345670';
/** Nothing else in the product has these in it. */
const planted = {
  number: '9812345670',
  userId: 'IN.076543218919',
  name: 'Kanarina',
  words: 'Quetzalcoatl',
  file: 'zanzibar-deed',
  note: 'Xylophone',
  slot: '4321000',
} as const;

let runtime: RuntimeFixture;
let worker: Worker;
let contactId: string;
let storageKey: string;

beforeAll(async () => {
  runtime = await startRuntime({ LOG_LEVEL: 'debug' });
  const [{ insertFlow }, { readFlowLibrary }] = await Promise.all([
    import('../flows/store'),
    import('../flows/flow-library'),
  ]);
  for (const flow of await readFlowLibrary()) await insertFlow(flow, 'test');
  worker = runtime.startWorker();
  await converse();
});
afterAll(() => runtime.close());

/** A conversation through everything, with a send that fails and a turn that does. */
async function converse(): Promise<void> {
  const from = { phone, name: `${planted.name} Testwala` };
  const { whatsapp, db } = runtime;
  await whatsapp.receiveFromCustomer({ from, text: `Hello, I want a loan on my house in ${planted.words}` });
  contactId = (await runtime.until<{ id: string }>('SELECT id FROM contacts WHERE phone = $1', [phone])).id;
  await turnsTaken(1);
  whatsapp.faults.add({ kind: 'error', code: 131026, times: 1 });
  await whatsapp.receiveFromCustomer({ from, text: 'My house is worth 43.21 lakh' });
  await turnsTaken(2);
  const file = {
    kind: 'document',
    bytes: smallestPng,
    mimeType: 'image/png',
    filename: `${planted.file}.png`,
  } as const;
  await whatsapp.receiveFromCustomer({ from, ...whatsapp.media.message(file) });
  storageKey = (
    await runtime.until<{ key: string }>(
      `SELECT storage_key AS key FROM media_files WHERE contact_id = $1 AND status = 'stored'`,
      [contactId],
    )
  ).key;
  await db.query('INSERT INTO notes (id, contact_id, author_id, body) VALUES ($1, $2, $3, $4)', [
    randomUUID(),
    contactId,
    'somebody',
    `${planted.note} player`,
  ]);
  await listImport();
  await db.query(
    `INSERT INTO consent_records (contact_id, purpose, status, language, channel, at)
     VALUES ($1, 'marketing', 'given', 'en', 'whatsapp', now())`,
    [contactId],
  );
  await runtime.until(
    `SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM inbox_entries WHERE contact_id = $1 AND status = 'pending')
       AND NOT EXISTS (SELECT 1 FROM turn_queue WHERE contact_id = $1 AND owner IS NOT NULL)`,
    [contactId],
  );
  await db.query(`UPDATE flow_sessions SET state = jsonb_build_object('broken', $2::text) WHERE contact_id = $1`, [
    contactId,
    planted.words,
  ]);
  await whatsapp.receiveFromCustomer({ from, text: `Are you there? ${planted.words}` });
  await runtime.until('SELECT 1 FROM turn_queue WHERE contact_id = $1 AND failures > 0', [contactId]);
}

function turnsTaken(count: number) {
  return runtime.until('SELECT 1 FROM turns WHERE contact_id = $1 HAVING count(*) >= $2', [contactId, count]);
}

/** A list that names them in a way of its own, and was never taken in. */
async function listImport(): Promise<void> {
  const id = randomUUID();
  await runtime.db.query(
    `INSERT INTO contact_imports (id, filename, columns, row_count) VALUES ($1, 'list.csv', '{phone}', 1)`,
    [id],
  );
  await runtime.db.query('INSERT INTO contact_import_rows (import_id, row, cells) VALUES ($1, 2, $2)', [
    id,
    [`0 98123-45670`, planted.name],
  ]);
}

test('an owner gets everything about a contact, nobody else does, and it is written down', async () => {
  const [{ answerExport }, { signInAs }] = await Promise.all([import('./answer-export'), import('../testing/sign-in')]);
  const ask = async (cookie: string, id = contactId) => {
    const headers = { host: '127.0.0.1:3000', ...(cookie ? { cookie } : {}) };
    const answer = await answerExport(id, new Request('http://127.0.0.1:3000/x', { headers }), Date.now());
    return { status: answer.status, text: await answer.text() };
  };
  expect((await ask('')).status).toBe(401);
  expect((await ask((await signInAs('officer')).cookie)).status).toBe(403);
  const owner = await signInAs('owner');
  expect((await ask(owner.cookie, randomUUID())).status).toBe(404);
  const { status, text } = await ask(owner.cookie);
  expect(status).toBe(200);
  for (const value of Object.values(planted)) expect(text).toContain(value);
  const exported = JSON.parse(text);
  expect(exported.sharedWith).toEqual([expect.objectContaining({ name: 'Meta Platforms (WhatsApp)' })]);
  expect(exported.rows.files).toHaveLength(1);
  const { rows } = await runtime.db.query(
    `SELECT actor_id, subject_id FROM audit_entries WHERE act = 'contact.exported'`,
  );
  expect(rows).toEqual([{ actor_id: owner.userId, subject_id: contactId }]);
});

test('every table with a contact in it is exported and erased, or left alone for a reason', async () => {
  const { contactTables, leftAlone } = await import('./contact-data/contact-tables');
  const { rows } = await runtime.db.query<{ name: string }>(
    `SELECT DISTINCT table_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name = 'contact_id' ORDER BY 1`,
  );
  const known = new Set([...contactTables.map(({ table }) => table), ...Object.keys(leftAlone)]);
  expect(rows.length).toBeGreaterThan(15);
  expect(rows.map(({ name }) => name).filter((name) => !known.has(name))).toEqual([]);
});

test('after an erasure no table, no log and no file has anything of them, until the archive is opened', async () => {
  const { studioCaller } = await import('../testing/studio-caller');
  const { mediaStorage } = await import('../media/storage');
  const caller = studioCaller('owner');
  await expect(studioCaller('officer').privacy.erase({ contactId, reason: 'asked' })).rejects.toThrow('owner');
  const { erasureId, keepUntil } = await caller.privacy.erase({ contactId, reason: 'asked' });
  expect(keepUntil?.getTime()).toBeGreaterThan(Date.now() + 364 * DAY_MS);

  expect(await tablesWith(Object.values(planted))).toEqual([]);
  expect(await tablesWith([contactId])).toEqual(['audit_entries', 'erasures']);
  expect(logged.join('\n')).toContain('turn.failed');
  expect(Object.values(planted).filter((value) => logged.join('\n').includes(value))).toEqual([]);
  expect(await mediaStorage().get(storageKey)).toBeUndefined();
  const { rows } = await runtime.db.query<{ sealed: Buffer }>('SELECT sealed FROM erasures WHERE id = $1', [erasureId]);
  const sealed = rows[0]?.sealed ?? Buffer.alloc(0);
  expect(Object.values(planted).filter((value) => sealed.includes(value))).toEqual([]);
  expect(() => gunzipSync(sealed)).toThrow();

  const { json, files } = await caller.privacy.openArchive({ erasureId, reason: 'court' });
  for (const value of Object.values(planted)) expect(json).toContain(value);
  const fileId = files[0]?.id ?? '';
  const { base64 } = await caller.privacy.openArchivedFile({ erasureId, reason: 'court', fileId });
  expect(base64).toBe(smallestPng.toString('base64'));
  expect((await caller.privacy.erasures({ before: null })).rows).toMatchObject([{ contactId, archive: 'sealed' }]);
  const acts = await runtime.db.query(`SELECT act FROM audit_entries WHERE subject_id = $1 ORDER BY id`, [contactId]);
  expect(acts.rows.map(({ act }) => act).slice(-3)).toEqual(['contact.erased', 'archive.opened', 'archive.opened']);
});

test('who was erased is not written to from a list, and is answered as somebody new when they write', async () => {
  const { importContacts } = await import('../contacts/import-contacts');
  const { inTransaction } = await import('../db/transaction');
  const person = { phone, name: null, language: null, tags: [], slots: {} };
  await inTransaction((client) => importContacts(client, 'whatsapp', [person]));
  const { rows } = await runtime.db.query('SELECT id, opted_out_at AS at FROM contacts WHERE phone = $1', [phone]);
  expect(rows).toEqual([{ id: expect.not.stringMatching(contactId), at: expect.any(Date) }]);
  await runtime.db.query('DELETE FROM contacts WHERE phone = $1', [phone]);

  await runtime.say(phone, 'Hello, I want a loan');
  const anew = await runtime.until<{ id: string; optedOutAt: Date | null }>(
    `SELECT c.id, c.opted_out_at AS "optedOutAt" FROM contacts c JOIN turns t ON t.contact_id = c.id
     WHERE c.phone = $1 AND c.marketing_stopped_at IS NOT NULL`,
    [phone],
  );
  expect(anew.id).not.toBe(contactId);
  expect(anew.optedOutAt).toBeNull();
});

test('a turn under way writes nothing for somebody who is erased meanwhile', async () => {
  const { createInboundHandler } = await import('../conversation/handle-inbound');
  const { turnWorldNow } = await import('../conversation/turn-world-now');
  const { eraseContact } = await import('./erasures/erase-contact');
  const { testActor } = await import('../testing/test-actor');
  const { insertSimulatedContact } = await import('../conversation/simulation/store');
  const { acceptSimulated } = await import('../conversation/accept-simulated');
  await worker.stop();
  const id = await insertSimulatedContact('Somebody', 'en');
  const world = await turnWorldNow({ allowLoopback: false });
  const erasing = async () => {
    const { erasureId } = await eraseContact({ actor: testActor('owner'), contactId: id, reason: 'asked' }, Date.now());
    return erasureId;
  };
  let erasureId = '';
  const handler = createInboundHandler({
    owner: randomUUID(),
    world: async () => ({
      ...world,
      understand: async (turn) => {
        erasureId = await erasing();
        return world.understand(turn);
      },
    }),
  });
  await acceptSimulated({ contactId: id, clientId: randomUUID(), content: { type: 'text', text: 'Hello' } });
  await runtime.until(`SELECT 1 FROM turn_queue WHERE contact_id = $1 AND due_at <= now()`, [id]);
  await handler.takeDue();
  await handler.settled();
  expect(erasureId).not.toBe('');
  expect(await tablesWith([id])).toEqual(['audit_entries', 'erasures']);
});

test('when its time is over an archive is shredded: key, bytes and files', async () => {
  const { shredArchives } = await import('./erasures/shred-archives');
  const { studioCaller } = await import('../testing/studio-caller');
  const { rows } = await runtime.db.query<{ id: string; key: string }>(
    `SELECT id, sealed_files->0->>'key' AS key FROM erasures WHERE contact_id = $1`,
    [contactId],
  );
  const { id: erasureId, key } = rows[0] ?? { id: '', key: '' };
  const { mediaStorage } = await import('../media/storage');
  expect(await shredArchives(Date.now() + 364 * DAY_MS)).toMatchObject({ archives: 0, kept: 0 });
  expect(await mediaStorage().get(key)).toBeDefined();
  expect(await shredArchives(Date.now() + 366 * DAY_MS)).toMatchObject({ archives: 2, kept: 0, lostKeys: 0 });
  expect(await mediaStorage().get(key)).toBeUndefined();
  const caller = studioCaller('owner');
  await expect(caller.privacy.openArchive({ erasureId, reason: 'court' })).rejects.toThrow('its time is over');
  const keys = await runtime.db.query(`SELECT id FROM sealed_keys WHERE id LIKE 'archive:%'`);
  expect(keys.rows).toEqual([]);
  const left = await runtime.db.query('SELECT 1 FROM erasures WHERE sealed IS NOT NULL OR shredded_at IS NULL');
  expect(left.rowCount).toBe(0);
});

/** The tables in whose rows, as text, one of these stands. */
async function tablesWith(values: readonly string[]): Promise<readonly string[]> {
  const { rows } = await runtime.db.query<{ name: string }>(
    `SELECT quote_ident(table_name) AS name FROM information_schema.tables
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`,
  );
  const found: string[] = [];
  for (const { name } of rows) {
    const hit = await runtime.db.query(
      `SELECT 1 FROM ${name} t, unnest($1::text[]) AS sought WHERE position(sought IN t::text) > 0 LIMIT 1`,
      [values],
    );
    if (hit.rowCount) found.push(name);
  }
  return found;
}
