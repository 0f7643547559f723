import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/database';
import { insertLead, type NewLead } from '../testing/lead-rows';

let database: TestDatabase;
let db: pg.Pool;
let studioCaller: typeof import('../testing/studio-caller').studioCaller;
let ids: Readonly<Record<string, string>>;

beforeAll(async () => {
  database = await createTestDatabase();
  process.env.DATABASE_URL = database.url;
  db = new pg.Pool({ connectionString: database.url, max: 2 });
  ({ studioCaller } = await import('../testing/studio-caller'));
  await db.query(`INSERT INTO users (id, name, email, role) VALUES ('test-officer', 'Ravi Kumar', 'ravi@lender.test', 'officer'),
    ('other', 'Sunita Rao', 'sunita@lender.test', 'officer')`);
  ids = Object.fromEntries(
    await Promise.all(people.map(async (person) => [person.name, await insertLead(db, person)])),
  );
});
afterAll(async () => {
  const { closeDatabase } = await import('../db/client');
  await closeDatabase();
  await db.end();
  await database.drop();
});

const people: readonly NewLead[] = [
  {
    name: 'Asha Kumar',
    phone: '+919845012345',
    language: 'en',
    score: 82,
    says: 'My house needs a new roof',
    city: 'Mysuru',
    loan: 900_000,
  },
  {
    name: 'रमेश शर्मा',
    phone: '+919845067890',
    language: 'hi',
    score: 55,
    says: 'मेरी दुकान पर लोन चाहिए',
    city: 'Bengaluru',
    loan: 400_000,
  },
  { name: 'ಲಕ್ಷ್ಮಿ ಗೌಡ', phone: '+919700011111', language: 'kn', score: 55, says: 'ಬಡ್ಡಿ ಎಷ್ಟು ಹೇಳಿ', city: 'Mysuru' },
  {
    name: 'முருகன்',
    phone: '+919700022222',
    language: 'ta',
    score: 20,
    says: 'வீட்டுக் கடன் வேண்டும்',
    city: 'Chennai',
    loan: 700_000,
    stage: 'closing',
  },
  {
    name: 'శ్రీనివాస్',
    phone: '+919700033333',
    language: 'te',
    score: 71,
    says: 'నాకు రుణం కావాలి',
    city: 'Hyderabad',
    assignee: 'other',
  },
];
const byScore = { by: 'score', order: 'descending' } as const;

test('words of names and of messages are found in five scripts, by their beginnings', async () => {
  const found = { 'asha kum': 0, दुकान: 1, रमेश: 1, ಲಕ್ಷ್ಮಿ: 2, 'ಬಡ್ಡಿ ಎಷ್ಟು': 2, முரு: 3, கடன்: 3, శ్రీని: 4, రుణం: 4 };
  for (const [search, place] of Object.entries(found)) expect(await names({ search })).toEqual([people[place]?.name]);
  expect(await names({ search: 'roof दुकान' })).toEqual([]);
  const { rows } = await studioCaller('owner').leads.list({ filter: { search: 'roof' }, sort: byScore, after: null });
  expect(rows[0]?.snippet).toBe('My house needs a new roof');
});

test('a number is found in any shape', async () => {
  for (const search of ['9845012345', '+91 98450-12345', '098450 12345', '2345', '919845012345', '98450 12'])
    expect(await names({ search })).toEqual(['Asha Kumar']);
});

test('pages follow each other without a gap in every order, those without the value last', async () => {
  const orders = {
    score: ['Asha Kumar', 'శ్రీనివాస్', 'ಲಕ್ಷ್ಮಿ ಗೌಡ,रमेश शर्मा', 'முருகன்'],
    loanAmount: ['Asha Kumar', 'முருகன்', 'रमेश शर्मा', 'ಲಕ್ಷ್ಮಿ ಗೌಡ,శ్రీనివాస్'],
  };
  for (const [by, expected] of Object.entries(orders)) {
    const paged = await readPages(by === 'score' ? 'score' : 'loanAmount');
    expect(paged).toHaveLength(5);
    expect([...paged].map(([, name]) => name).sort()).toEqual(people.map(({ name }) => name).sort());
    const place = (name: string) => expected.findIndex((group) => group.split(',').includes(name));
    expect(paged.map(([, name]) => place(name))).toEqual(paged.map(([, name]) => place(name)).sort());
  }
});

test('an officer sees their own leads and those that are nobody’s; a viewer sees them masked, and no words', async () => {
  const officer = studioCaller('officer').leads;
  expect((await officer.list({ filter: {}, sort: byScore, after: null })).total.count).toBe(4);
  const sunitas = { contactId: idOf('శ్రీనివాస్') };
  await expect(officer.read(sunitas)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(officer.showPhone(sunitas)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(await officer.assign({ contactIds: [sunitas.contactId], userId: 'test-officer' })).toMatchObject({
    changed: 0,
  });
  const viewer = studioCaller('viewer').leads;
  const { rows } = await viewer.list({ filter: { search: '+919845012345' }, sort: byScore, after: null });
  expect(rows).toMatchObject([{ name: 'A•••', phone: '+91••••••2345', snippet: null }]);
  for (const search of ['Asha', 'roof', '98450', '984501234'])
    expect((await viewer.list({ filter: { search }, sort: byScore, after: null })).rows).toEqual([]);
  const page = await viewer.read({ contactId: idOf('Asha Kumar') });
  const timeline = await viewer.timeline({ contactId: idOf('Asha Kumar'), before: null });
  for (const secret of ['Kumar', '98450', 'roof']) expect(JSON.stringify([page, timeline])).not.toContain(secret);
  await expect(viewer.showPhone({ contactId: idOf('Asha Kumar') })).rejects.toMatchObject({ code: 'FORBIDDEN' });
});

test('a lead is moved from where it was seen to be, and a number that is shown is written down', async () => {
  const officer = studioCaller('officer').leads;
  const contactId = idOf('முருகன்');
  await officer.move({ contactId, stage: 'completed', from: 'closing' });
  await expect(officer.move({ contactId, stage: 'loan_details', from: 'closing' })).rejects.toMatchObject({
    code: 'CONFLICT',
  });
  const { lead } = await officer.read({ contactId });
  expect(lead).toMatchObject({ stage: 'completed', stageBy: { id: 'test-officer', name: 'Ravi Kumar' } });
  const { entries } = await officer.timeline({ contactId, before: null });
  expect(entries).toContainEqual(expect.objectContaining({ kind: 'stage', from: 'closing', to: 'completed' }));
  expect(await officer.showPhone({ contactId })).toEqual({ phone: '+919700022222' });
  const { rows } = await db.query(`SELECT subject_id FROM audit_entries WHERE act = 'lead.phoneShown'`);
  expect(rows).toEqual([{ subject_id: contactId }]);
  await officer.move({ contactId, stage: 'closing', from: 'completed' });
});

test('many are changed at once: those that are meant, and those that it changes', async () => {
  const owner = studioCaller('owner').leads;
  const target = { filter: { cities: ['Mysuru'] } };
  await db.query(
    `INSERT INTO handovers (id, contact_id, reason, summary, status, assignee_id) VALUES (gen_random_uuid(), $1, '', '', 'taken', 'test-officer')`,
    [idOf('Asha Kumar')],
  );
  expect(await owner.bulk({ target, act: { type: 'tag', add: ['vip'] } })).toMatchObject({ changed: 2 });
  expect(await owner.bulk({ target, act: { type: 'tag', add: ['vip'] } })).toMatchObject({ changed: 0 });
  expect(await owner.bulk({ target, act: { type: 'assign', userId: 'other' } })).toMatchObject({ changed: 2 });
  expect(await names({ tags: ['vip'], assignee: 'other', bands: ['hot'] })).toEqual(['Asha Kumar']);
  const { rows } = await db.query(`SELECT assignee_id FROM conversations WHERE status = 'taken'`);
  expect(rows).toEqual([{ assignee_id: 'other' }]); // with the lead goes the conversation
  const officer = studioCaller('officer').leads;
  expect(await officer.bulk({ target, act: { type: 'assign', userId: null } })).toMatchObject({ changed: 0 });
  await expect(officer.bulk({ target, act: { type: 'assign', userId: 'other' } })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
  await owner.bulk({ target, act: { type: 'assign', userId: null } });
});

test('the board counts and sums each stage', async () => {
  const board = await studioCaller('owner').leads.board({ filter: {} });
  expect(board.find(({ stage }) => stage === 'qualifying')).toMatchObject({
    count: { count: 4, isMore: false },
    sumLoanInr: 1_300_000,
    medianDays: 0,
    next: null,
  });
  expect(board.find(({ stage }) => stage === 'closing')?.rows.map(({ name }) => name)).toEqual(['முருகன்']);
  expect(board.find(({ stage }) => stage === 'completed')).toMatchObject({ rows: [], medianDays: null });
});

test('a file of leads holds no formula, whole numbers only for who may have them, and is written down', async () => {
  const { exportLeads } = await import('./export/export-leads');
  const { testActor } = await import('../testing/test-actor');
  await db.query(`UPDATE contacts SET name = '=HYPERLINK("http://evil.test")' WHERE id = $1`, [idOf('ಲಕ್ಷ್ಮಿ ಗೌಡ')]);
  const read = async (numbers: 'masked' | 'whole', actor: ReturnType<typeof testActor>) => {
    const { body } = await exportLeads({ filter: { cities: ['Mysuru'] }, numbers }, actor, Date.now());
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await new Response(body).arrayBuffer());
  };
  const masked = await read('masked', testActor('officer'));
  expect(masked.startsWith('\uFEFFName,Phone')).toBe(true);
  expect(masked).toContain(`"'=HYPERLINK(""http://evil.test"")"`);
  expect(masked).toContain(`'+91••••••2345`);
  expect(masked.trim().split('\r\n')).toHaveLength(3);
  expect(await read('whole', testActor('owner'))).toContain(`'+919845012345`);
  await expect(read('whole', testActor('officer', { mayExport: false }))).rejects.toMatchObject({
    code: 'right.missing',
  });
  await expect(read('masked', testActor('viewer'))).rejects.toMatchObject({ code: 'right.missing' });
  const { rows } = await db.query(`SELECT actor_id, detail FROM audit_entries WHERE act = 'lead.exported' ORDER BY id`);
  expect(rows).toEqual([
    { actor_id: 'test-officer', detail: { numbers: 'masked', count: 2 } },
    { actor_id: 'test-owner', detail: { numbers: 'whole', count: 2 } },
  ]);
  await db.query('UPDATE contacts SET name = $2 WHERE id = $1', [idOf('ಲಕ್ಷ್ಮಿ ಗೌಡ'), 'ಲಕ್ಷ್ಮಿ ಗೌಡ']);
});

test('everything that happened with a lead is in its timeline, once', async () => {
  const contactId = idOf('रमेश शर्मा');
  const owner = studioCaller('owner');
  await owner.notes.add({ contactId, body: 'Call after six', mentions: ['other'] });
  await owner.tasks.add({ contactId, title: 'Ask for papers', dueAt: null, assigneeId: null });
  await owner.leads.tag({ contactIds: [contactId], add: ['branch'], remove: [] });
  await owner.leads.assign({ contactIds: [contactId], userId: 'other' });
  await db.query(
    `WITH k AS (INSERT INTO campaigns (id, name, plan) VALUES (gen_random_uuid(), 'Diwali', '{}') RETURNING id),
     r AS (INSERT INTO campaign_recipients (campaign_id, contact_id, position, variant, language, due_at, queued_at)
       SELECT id, $1, 1, '', 'hi', now(), now() FROM k),
     f AS (INSERT INTO follow_ups (id, contact_id, reason, summary, due_at) VALUES (gen_random_uuid(), $1, 'later', '', now())),
     h AS (INSERT INTO handovers (id, contact_id, reason, summary, status, taken_at, ended_at, outcome)
       VALUES (gen_random_uuid(), $1, 'customer', '', 'closed', now(), now(), 'callBack')),
     d AS (INSERT INTO media_files (id, contact_id, channel, kind, filename) VALUES (gen_random_uuid(), $1, 'whatsapp', 'document', 'deed.pdf'))
     INSERT INTO consent_records (contact_id, purpose, status, language, channel, at) VALUES ($1, 'loan_enquiry', 'given', 'hi', 'whatsapp', now())`,
    [contactId],
  );
  const { entries } = await owner.leads.timeline({ contactId, before: null, limit: 100 });
  const kinds = entries.map((entry) => (entry.kind === 'handover' ? `handover.${entry.step}` : entry.kind)).sort();
  const handover = ['handover.ended', 'handover.requested', 'handover.taken'];
  const others = ['assigned', 'campaign', 'consent', 'document', 'followUp', 'message', 'note', 'tags', 'task'];
  expect(kinds).toEqual([...others, ...handover].sort());
  expect(entries.find(({ kind }) => kind === 'assigned')).toMatchObject({ to: { id: 'other', name: 'Sunita Rao' } });
  const page = await owner.leads.read({ contactId });
  expect(page.handovers).toMatchObject([{ status: 'closed', outcome: 'callBack' }]);
  expect(page.documents).toMatchObject([{ filename: 'deed.pdf', status: 'waiting', url: null }]);
  expect(page.lead.nextActionAt).not.toBeNull();
  const seen = await studioCaller('viewer').leads.timeline({ contactId, before: null, limit: 100 });
  expect(seen.entries.map(({ kind }) => kind)).not.toEqual(expect.arrayContaining(['note']));
  await expect(studioCaller('officer').notes.list({ contactId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await owner.leads.assign({ contactIds: [contactId], userId: null });
});

function idOf(name: string): string {
  const id = ids[name];
  if (id === undefined) throw new Error(`Nobody is called ${name}.`);
  return id;
}

async function readPages(by: 'score' | 'loanAmount'): Promise<(readonly [string, string])[]> {
  const all: (readonly [string, string])[] = [];
  for (let after: Parameters<ReturnType<typeof studioCaller>['leads']['list']>[0]['after'] = null; ; ) {
    const page = await studioCaller().leads.list({ filter: {}, sort: { by, order: 'descending' }, after, limit: 2 });
    expect(page.total).toEqual({ count: 5, isMore: false });
    all.push(...page.rows.map((row) => [row.contactId, row.name ?? ''] as const));
    if (!page.next) return all;
    after = page.next;
  }
}

async function names(filter: object): Promise<readonly (string | null)[]> {
  const { rows } = await studioCaller('owner').leads.list({ filter, sort: byScore, after: null });
  return rows.map(({ name }) => name);
}
