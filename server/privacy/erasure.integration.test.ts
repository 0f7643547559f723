import { randomUUID } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type RuntimeFixture, startRuntime } from '@/server/testing/runtime-fixture';
import type { Worker } from '../start/create-worker';
import { honestAnswer } from '../testing/fake-openai/honest-answer';
import { type FakeOpenAi, startFakeOpenAi } from '../testing/fake-openai/start-fake-openai';
import { plantedPhone as phone, plantContact, planted } from '../testing/plant-contact';
import { columnsWith, tablesWith } from '../testing/search-tables';
import { smallestPng } from '../testing/smallest-png';

// What the process logs, as it would be written.
const logged = vi.hoisted((): string[] => []);
vi.mock('../log', async (original) => {
  const { createLog } = await original<typeof import('../log')>();
  return { createLog, log: createLog({ write: (line) => void logged.push(line) }) };
});

const DAY_MS = 86_400_000;
let runtime: RuntimeFixture;
let openAi: FakeOpenAi;
let worker: Worker;
let contactId: string;
let storageKey: string;
let firstId: string;

beforeAll(async () => {
  openAi = await startFakeOpenAi({ apiKey: 'key', answer: () => honestAnswer });
  const model = { OPENAI_API_KEY: 'key', OPENAI_BASE_URL: openAi.baseUrl };
  runtime = await startRuntime({ LOG_LEVEL: 'debug', ...model });
  const [{ insertFlow }, { readFlowLibrary }] = await Promise.all([
    import('../flows/store'),
    import('../flows/flow-library'),
  ]);
  const flow = (await readFlowLibrary()).find(({ id }) => id === 'loan-against-property');
  if (flow) await insertFlow(flow, 'test');
  worker = runtime.startWorker();
  ({ contactId, storageKey, firstId } = await plantContact(runtime, openAi));
});
afterAll(async () => {
  await runtime.close();
  await openAi.close();
});

/** Columns in which something of them may stand as it is, and why. */
const plain: Readonly<Record<string, string>> = {
  'flow_scenarios.document': 'Authors make scenarios up; an erasure takes numbers and addresses out of them.',
  'leads.city': 'What was said when a city was asked for: leads are filtered by it.',
  'leads.facts': 'Places, amounts, choices and times, by which leads are filtered; all other facts in it are sealed.',
};

test('nothing of them stands in a table as it is, in base64 or in digits', async () => {
  const values = [...Object.values(planted), phone.replace('+', '')];
  // What may stand there is found: the search can tell.
  expect(await columnsWith(runtime.db, runtime.databaseUrl, values)).toEqual(Object.keys(plain));
});

test('an owner gets everything about a contact, nobody else does, and it is written down', async () => {
  const [{ answerExport }, { signInAs }] = await Promise.all([
    import('./export/answer-export'),
    import('../testing/sign-in'),
  ]);
  const ask = async (cookie: string, id = contactId) => {
    const headers = { host: '127.0.0.1:3000', ...(cookie ? { cookie } : {}) };
    const answer = await answerExport(id, new Request('http://127.0.0.1:3000/x', { headers }), Date.now());
    return { status: answer.status, bytes: new Uint8Array(await answer.arrayBuffer()) };
  };
  expect((await ask('')).status).toBe(401);
  expect((await ask((await signInAs('officer')).cookie)).status).toBe(403);
  const owner = await signInAs('owner');
  expect((await ask(owner.cookie, randomUUID())).status).toBe(404);
  const { status, bytes } = await ask(owner.cookie);
  expect(status).toBe(200);
  const { 'contact.json': json, 'README.txt': readme, ...files } = unzipSync(bytes);
  const text = strFromU8(json ?? new Uint8Array());
  for (const value of Object.values(planted)) expect(text).toContain(value);
  expect(files[`files/${planted.file}.png`]).toEqual(new Uint8Array(smallestPng));
  expect(Object.keys(files)).toHaveLength(2);
  expect(strFromU8(readme ?? new Uint8Array())).toContain(`- files/${planted.file}.png, of `);
  const exported = JSON.parse(text);
  expect(exported.files).toContainEqual({ id: expect.any(String), name: `files/${planted.file}.png` });
  expect(exported.sharedWith).toContainEqual(expect.objectContaining({ name: 'Meta Platforms (WhatsApp)' }));
  expect(exported.rows.files).toHaveLength(2);
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
  const describing = `UPDATE flow_versions SET document = jsonb_set(document, '{description}', to_jsonb($1::text))
    WHERE flow_id = 'loan-against-property'`;
  await runtime.db.query(describing, [`For ${planted.name} Testwala`]);
  const { erasureId, keepUntil, mentions } = await caller.privacy.erase({ contactId, reason: 'asked' });
  expect(keepUntil?.getTime()).toBeGreaterThan(Date.now() + 364 * DAY_MS);

  // Where only a name like theirs stands, an owner is told.
  expect(mentions.map(({ kind }) => kind)).toEqual(['view', 'scenario', 'flow']);
  await runtime.db.query(describing, ['']);
  expect(await tablesWith(runtime.db, Object.values(planted))).toEqual(['flow_scenarios', 'saved_views']);
  const views = await runtime.db.query('SELECT name FROM saved_views');
  expect(views.rows).toEqual([{ name: 'A namesake' }]);
  const scenarios = await runtime.db.query<{ document: { phone: unknown; steps: unknown } }>(
    'SELECT document FROM flow_scenarios',
  );
  expect(scenarios.rows[0]?.document).toMatchObject({
    phone: '[erased]',
    steps: [{ said: 'call [erased]' }, { said: `I am ${planted.name} Testwala` }],
  });
  expect(await tablesWith(runtime.db, [contactId])).toEqual(['audit_entries', 'erasures']);
  expect(logged.join('\n')).toContain('turn.failed');
  expect(Object.values(planted).filter((value) => logged.join('\n').includes(value))).toEqual([]);
  expect(await mediaStorage().get(storageKey)).toBeUndefined();
  const { rows } = await runtime.db.query<{ sealed: Buffer }>('SELECT sealed FROM erasures WHERE id = $1', [erasureId]);
  const sealed = rows[0]?.sealed ?? Buffer.alloc(0);
  expect(Object.values(planted).filter((value) => sealed.includes(value))).toEqual([]);
  expect(() => gunzipSync(sealed)).toThrow();

  const { json, files } = await caller.privacy.openArchive({ erasureId, reason: 'court' });
  for (const value of Object.values(planted)) expect(json).toContain(value);
  const fileId = files.find(({ mimeType }) => mimeType === 'image/png')?.id ?? '';
  const { base64 } = await caller.privacy.openArchivedFile({ erasureId, reason: 'court', fileId });
  expect(base64).toBe(smallestPng.toString('base64'));
  expect((await caller.privacy.erasures({ before: null })).rows).toMatchObject([
    {
      contactId,
      archive: 'sealed',
      counts: { accountEvents: 1, importedRows: 1, views: 1, scenarios: 1 },
      mentions: [
        { kind: 'flow', id: 'loan-against-property', flowId: 'loan-against-property' },
        { name: 'Recorded', flowId: expect.any(String) },
        { name: 'A namesake', flowId: null },
      ],
    },
  ]);
  const acts = await runtime.db.query(`SELECT act FROM audit_entries WHERE subject_id = $1 ORDER BY id`, [contactId]);
  expect(acts.rows.map(({ act }) => act).slice(-3)).toEqual(['contact.erased', 'archive.opened', 'archive.opened']);
});

test('a message that was erased makes nobody when the channel tells of it again, also later in a new conversation', async () => {
  await runtime.db.query('DELETE FROM saved_views');
  await runtime.db.query('DELETE FROM flow_scenarios');
  const before = await runtime.db.query('SELECT 1 FROM inbox_entries');
  const again = { from: { phone, name: planted.name }, text: planted.words, id: firstId };
  expect(await runtime.whatsapp.receiveFromCustomer(again)).toMatchObject({ delivered: true, status: 200 });
  expect((await runtime.db.query('SELECT 1 FROM inbox_entries')).rowCount).toBe(before.rowCount);
  expect(await tablesWith(runtime.db, Object.values(planted))).toEqual([]);
  expect(logged.join('\n')).toContain('"reason":"contact.erased"');
});

test('who was erased is not written to from a list, and is answered as somebody new when they write', async () => {
  const { importContacts } = await import('../contacts/import-contacts');
  const { inTransaction } = await import('../db/transaction');
  const person = { phone, name: null, language: null, tags: [], slots: {} };
  await inTransaction((client) => importContacts(client, 'whatsapp', [person]));
  const { rows } = await runtime.db.query('SELECT id, phone, opted_out_at AS at FROM contacts');
  expect(rows).toEqual([{ id: expect.not.stringMatching(contactId), phone, at: expect.any(Date) }]);
  await runtime.db.query('DELETE FROM contacts');

  await runtime.say(phone, 'Hello, I want a loan');
  const anew = await runtime.until<{ id: string; optedOutAt: Date | null }>(
    `SELECT c.id, c.opted_out_at AS "optedOutAt" FROM contacts c JOIN turns t ON t.contact_id = c.id
     WHERE c.marketing_stopped_at IS NOT NULL`,
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
  expect(await tablesWith(runtime.db, [id])).toEqual(['audit_entries', 'erasures']);
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
  expect(await shredArchives(Date.now() + 366 * DAY_MS)).toMatchObject({ archives: 2, kept: 0 });
  expect(await mediaStorage().get(key)).toBeUndefined();
  const caller = studioCaller('owner');
  await expect(caller.privacy.openArchive({ erasureId, reason: 'court' })).rejects.toThrow('its time is over');
  const keys = await runtime.db.query(`SELECT id FROM sealed_keys WHERE id LIKE 'archive:%'`);
  expect(keys.rows).toEqual([]);
  expect((await runtime.db.query('SELECT 1 FROM erased_messages')).rowCount).toBe(0);
  const left = await runtime.db.query('SELECT 1 FROM erasures WHERE sealed IS NOT NULL OR shredded_at IS NULL');
  expect(left.rowCount).toBe(0);
});
