import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/database';

let database: TestDatabase;
let db: pg.Pool;
let parts: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  database = await createTestDatabase();
  Object.assign(process.env, { DATABASE_URL: database.url, LOG_LEVEL: 'silent' });
  db = new pg.Pool({ connectionString: database.url, max: 2 });
  parts = await load();
  const flows = await parts.readFlowLibrary();
  for (const flow of flows) if (flow.id === 'loan-against-property') await parts.insertFlow(flow, 'test');
});
afterAll(async () => {
  const { closeDatabase } = await import('../db/client');
  await closeDatabase();
  await db.end();
  await database.drop();
});
beforeEach(() => db.query('TRUNCATE contacts, settings CASCADE'));

async function load() {
  const [audit, caller, library, flows] = await Promise.all([
    import('./records/audit-consents'),
    import('../testing/studio-caller'),
    import('../flows/flow-library'),
    import('../flows/store'),
  ]);
  return { ...audit, ...caller, ...library, ...flows };
}

test('who tells an officer to stop hears nothing more: as if they had written it', async () => {
  const contactId = await contact();
  await give(contactId, 'loan_enquiry');
  await queue(contactId, 1);
  await db.query(
    `INSERT INTO follow_ups (id, contact_id, reason, summary, due_at) VALUES ($1, $2, 'later', 'again', now() + interval '1 day')`,
    [randomUUID(), contactId],
  );
  await parts.studioCaller('officer').privacy.optOut({ contactId });
  const { rows } = await db.query(
    `SELECT c.opted_out_at IS NOT NULL AS "isOptedOut", o.status AS outbox, o.problem_code AS problem, f.status AS "followUp"
     FROM contacts c JOIN outbox_entries o ON o.contact_id = c.id JOIN follow_ups f ON f.contact_id = c.id`,
  );
  expect(rows).toEqual([{ isOptedOut: true, outbox: 'cancelled', problem: 'contact.optedOut', followUp: 'cancelled' }]);
  const { records } = await parts.studioCaller('officer').privacy.consents({ contactId });
  expect(records.map(({ purpose, status, proof }) => [purpose, status, proof])).toEqual([
    ['loan_enquiry', 'withdrawn', 'officer:test-officer'],
    ['loan_enquiry', 'given', null],
  ]);
});

test('who wants no marketing still gets answers', async () => {
  const contactId = await contact();
  await give(contactId, 'marketing');
  await queue(contactId, 2);
  await queue(contactId, 0);
  await parts.studioCaller('officer').privacy.withdraw({ contactId, purpose: 'marketing' });
  const { rows } = await db.query(
    `SELECT o.priority, o.status, c.opted_out_at AS at FROM outbox_entries o JOIN contacts c ON c.id = o.contact_id ORDER BY 1`,
  );
  expect(rows).toEqual([
    { priority: 0, status: 'queued', at: null },
    { priority: 2, status: 'cancelled', at: null },
  ]);
});

test('each consent is in the audit log once, whoever wrote it and however often the job runs', async () => {
  const [first, second] = [await contact(), await contact()];
  await give(first, 'loan_enquiry');
  await give(second, 'loan_enquiry');
  await parts.studioCaller('officer').privacy.optOut({ contactId: second });
  expect(await parts.auditConsents(1)).toBe(2);
  expect(await parts.auditConsents()).toBe(0);
  const { rows } = await db.query(
    `SELECT subject_id, act, actor_name FROM audit_entries WHERE subject_id = ANY($1) ORDER BY subject_id = $2, act`,
    [[first, second], second],
  );
  expect(rows).toEqual([
    { subject_id: first, act: 'consent.given', actor_name: '' },
    { subject_id: second, act: 'consent.given', actor_name: '' },
    { subject_id: second, act: 'consent.withdrawn', actor_name: 'Ravi Kumar' },
  ]);
});

test('a record is never changed, and taken away by an erasure only', async () => {
  const contactId = await contact();
  await give(contactId, 'loan_enquiry');
  await expect(db.query(`UPDATE consent_records SET status = 'withdrawn'`)).rejects.toThrow('never changed');
  await expect(db.query('DELETE FROM consent_records')).rejects.toThrow('never changed');
  await db.query(`UPDATE consent_records SET contact_id = $1`, [await contact()]);
});

test('a notice has versions, and a record shows the words of the one that it names', async () => {
  const owner = parts.studioCaller('owner');
  const notice = { purpose: 'marketing', language: 'en' };
  expect(await owner.privacy.saveNotice({ ...notice, text: 'We use your answers to work out a loan.' })).toEqual({
    version: 1,
  });
  expect(await owner.privacy.saveNotice({ ...notice, text: 'We use your answers for this loan only.' })).toEqual({
    version: 2,
  });
  const contactId = await contact();
  await give(contactId, 'marketing', '1');
  const { records } = await owner.privacy.consents({ contactId });
  expect(records).toMatchObject([{ noticeVersion: '1', notice: 'We use your answers to work out a loan.' }]);
  const { notices } = await owner.privacy.notices();
  expect(notices.map(({ version }) => version)).toEqual([2, 1]);
});

test('the notice that a published flow tells is in force, and what was agreed to under it shows its words', async () => {
  const owner = parts.studioCaller('owner');
  const { uses } = await owner.privacy.notices();
  const shipped = uses.find(({ flowId }) => flowId === 'loan-against-property');
  expect(shipped).toMatchObject({ purpose: 'loan_enquiry', noticeVersion: '1', told: { stateId: 'initial' } });
  // A new text is not called as the flow's own.
  const text = { purpose: 'loan_enquiry', language: 'en', text: 'Only for this enquiry.' };
  expect(await owner.privacy.saveNotice(text)).toEqual({ version: 2 });

  const contactId = await contact();
  await give(contactId, 'loan_enquiry', '1', await turn(contactId, shipped?.flowVersion ?? 0));
  const { records } = await owner.privacy.consents({ contactId });
  expect(records).toMatchObject([{ notice: shipped?.told?.texts.en, noticeFlow: shipped?.flowName }]);
});

test('another officer’s contact is answered like one that is not there', async () => {
  const contactId = await contact();
  await db.query(`INSERT INTO users (id, name, email, role, updated_at) VALUES ('other', 'Other', 'o@l.test', 'officer', now())
    ON CONFLICT DO NOTHING`);
  await db.query(
    `INSERT INTO leads (contact_id, score, reasons, interest, facts, flow_id, state_id, assignee_id, updated_at)
     VALUES ($1, 0, '[]', 0, '{}', '', '', 'other', now())`,
    [contactId],
  );
  const { privacy } = parts.studioCaller('officer');
  for (const id of [contactId, randomUUID()]) {
    await expect(privacy.optOut({ contactId: id })).rejects.toThrow('There is no such contact');
    await expect(privacy.consents({ contactId: id })).rejects.toThrow('There is no such contact');
  }
});

async function contact(): Promise<string> {
  const id = randomUUID();
  await db.query(
    `INSERT INTO contacts (id, channel, bsuid, language, timezone) VALUES ($1, 'whatsapp', $2, 'en', 'Asia/Kolkata')`,
    [id, id],
  );
  return id;
}

function give(contactId: string, purpose: string, version: string | null = null, turnId: string | null = null) {
  return db.query(
    `INSERT INTO consent_records (contact_id, purpose, status, notice_version, language, channel, turn_id, at)
     VALUES ($1, $2, 'given', $3, 'en', 'whatsapp', $4, now())`,
    [contactId, purpose, version, turnId],
  );
}

async function turn(contactId: string, flowVersion: number): Promise<string> {
  const id = randomUUID();
  await db.query(
    `INSERT INTO flow_sessions (id, contact_id, flow_id, flow_version, state_id, status, state, version,
       started_at, updated_at)
     VALUES ($1, $2, 'loan-against-property', $3, 'introduction', 'active', '{}', 1, now(), now())`,
    [id, contactId, flowVersion],
  );
  await db.query(
    `INSERT INTO turns (id, session_id, contact_id, seq, flow_id, flow_version, state_after, input, events, timings, cost, at)
     VALUES ($1, $1, $2, 1, 'loan-against-property', $3, 'introduction', '{}', '[]', '{}', '{}', now())`,
    [id, contactId, flowVersion],
  );
  return id;
}

async function queue(contactId: string, priority: number): Promise<void> {
  const id = randomUUID();
  await db.query(
    `INSERT INTO messages (id, contact_id, direction, channel, content, text_keys, language, at)
     VALUES ($1, $2, 'out', 'whatsapp', '{}', '{}', 'en', now())`,
    [id, contactId],
  );
  await db.query(
    `INSERT INTO outbox_entries (id, message_id, contact_id, turn_id, idx, channel, payload, priority)
     VALUES ($1, $1, $2, $1, 0, 'whatsapp', '{}', $3)`,
    [id, contactId, priority],
  );
}
