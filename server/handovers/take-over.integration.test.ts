import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { blindIndex } from '@/server/sealing/blind-index';
import { sealJson } from '@/server/sealing/seal-column';
import { tokensOfText } from '@/server/sealing/search-tokens';
import { type RuntimeFixture, startRuntime } from '@/server/testing/runtime-fixture';
import type { studioCaller } from '@/server/testing/studio-caller';
import { testActor } from '@/server/testing/test-actor';

let runtime: RuntimeFixture;
let slow: Server;
let letGo: (() => void) | undefined;
let call: typeof studioCaller;
let returnToBot: typeof import('./acts/return-to-bot').returnToBot;

/** Of a working day, long ago. */
const noonMs = Date.parse('2026-11-05T12:00:00+05:30');
const nightMs = Date.parse('2026-11-05T23:00:00+05:30');

beforeAll(async () => {
  runtime = await startRuntime();
  runtime.startWorker({ allowLoopback: true });
  runtime.startWorker({ allowLoopback: true });
  ({ studioCaller: call } = await import('@/server/testing/studio-caller'));
  ({ returnToBot } = await import('./acts/return-to-bot'));
  for (const [id, name] of [
    ['ravi', 'Ravi'],
    ['asha', 'Asha'],
  ]) {
    await runtime.db.query(
      `INSERT INTO users (id, name, email, role, is_available) VALUES ($1, $2, $1 || '@lender.test', 'officer', false)`,
      [id, name],
    );
  }
  slow = createServer((_request, response) => {
    letGo = () => response.writeHead(200, { 'content-type': 'application/json' }).end('{"rate": 9}');
  });
  await new Promise<void>((resolve) => slow.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  slow.closeAllConnections();
  slow.close();
  await runtime.close();
});

test('between take-over and return the bot says nothing, whatever the moment; then it answers again', async () => {
  const people = Array.from({ length: 12 }, (_, index) => ({
    phone: `+9198000110${String(index).padStart(2, '0')}`,
    waitMs: index * 8,
  }));
  for (const { phone } of people) await begin(phone);
  await Promise.all(
    people.map(async ({ phone, waitMs }) => {
      const contactId = await contactOf(phone);
      await runtime.say(phone, 'Two');
      await new Promise((resolve) => setTimeout(resolve, waitMs)); // each meets the turn at another place
      await officer('ravi').handovers.takeOver({ contactId });
      const left = await leftOf(contactId);
      await runtime.say(phone, 'Are you there?');
      await runtime.until(
        `SELECT 1 FROM inbox_entries i JOIN messages m ON m.inbox_entry_id = i.id
         WHERE i.contact_id = $1 AND i.status = 'handled' AND i.reason = 'officer.owns' AND m.tokens = $2::int[]`,
        [contactId, tokensOfText('Are you there?')],
      );
      await runtime.until(
        `SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM outbox_entries WHERE contact_id = $1 AND status IN ('queued', 'dispatching'))`,
        [contactId],
      );
      const leftSince = [...(await leftOf(contactId))].filter((id) => !left.has(id));
      expect(leftSince).toEqual([]);
      await officer('ravi').handovers.returnToBot({ contactId, stateId: 'asking', note: '' });
      await runtime.say(phone, 'Two');
      await runtime.until(
        `SELECT 1 FROM turns t JOIN outbox_entries o ON o.turn_id = t.id
         WHERE t.contact_id = $1 AND t.state_before = 'asking' AND o.status = 'accepted'
           AND t.at > (SELECT ended_at FROM handovers WHERE contact_id = $1)`,
        [contactId],
      );
    }),
  );
  const { rows } = await runtime.db.query(
    `SELECT count(*)::int AS lost FROM inbox_entries WHERE kind = 'message' AND status NOT IN ('handled')`,
  );
  expect(rows).toEqual([{ lost: 0 }]);
}, 60_000);

test('a turn that waits for a service when it is taken over is not committed, and what caused it is kept', async () => {
  const phone = '+919800012001';
  const contactId = await begin(phone);
  await setPort(contactId);
  await runtime.say(phone, 'Outside');
  await until(() => letGo !== undefined);
  const { rows: before } = await runtime.db.query('SELECT id FROM turns WHERE contact_id = $1', [contactId]);
  await officer('ravi').handovers.takeOver({ contactId });
  letGo?.();
  await runtime.until(
    `SELECT 1 FROM inbox_entries i JOIN messages m ON m.inbox_entry_id = i.id
     WHERE i.contact_id = $1 AND i.reason = 'officer.owns' AND m.tokens = $2::int[]`,
    [contactId, tokensOfText('Outside')],
  );
  const { rows: after } = await runtime.db.query('SELECT id FROM turns WHERE contact_id = $1', [contactId]);
  expect(after).toEqual(before);
});

test('of two officers one takes it; the other is told who, and can’t write', async () => {
  for (let index = 0; index < 12; index += 1) {
    const contactId = await begin(`+9198000130${String(index).padStart(2, '0')}`);
    const tries = await Promise.allSettled([
      officer('ravi').handovers.takeOver({ contactId }),
      officer('asha').handovers.takeOver({ contactId }),
    ]);
    const lost = tries.flatMap((tried) => (tried.status === 'rejected' ? [String(tried.reason.message)] : []));
    expect(lost).toEqual([expect.stringMatching(/^(Ravi|Asha) has taken this over\.$/)]);
    const winner = lost[0]?.startsWith('Ravi') ? 'ravi' : 'asha';
    const { rows } = await runtime.db.query(
      `SELECT h.assignee_id AS taker, c.status, l.assignee_id AS lead, (SELECT count(*)::int FROM audit_entries
         WHERE subject_id = $1::text AND act = 'handover.taken') AS audited
       FROM handovers h JOIN conversations c USING (contact_id) JOIN leads l USING (contact_id) WHERE h.contact_id = $1::uuid`,
      [contactId],
    );
    expect(rows).toEqual([{ taker: winner, status: 'taken', lead: winner, audited: 1 }]);
  }
}, 30_000);

test('who asks us to stop while an officer has them is told so, and nothing else leaves', async () => {
  const phone = '+919800014001';
  const contactId = await begin(phone);
  await officer('ravi').handovers.takeOver({ contactId });
  await runtime.say(phone, 'STOP');
  await runtime.until(`SELECT 1 FROM outbox_entries WHERE contact_id = $1 AND is_last_word AND status = 'accepted'`, [
    contactId,
  ]);
  await expect(
    officer('ravi').conversations.send({ contactId, clientId: randomUUID(), content: { type: 'text', text: 'Wait' } }),
  ).rejects.toThrow('has asked not to be written to');
});

test('a clock that runs out while an officer has them waits for the return', async () => {
  const phone = '+919800015001';
  const contactId = await begin(phone);
  await runtime.say(phone, 'Clock');
  await runtime.until(`SELECT 1 FROM flow_sessions WHERE contact_id = $1 AND wait_type = 'timer'`, [contactId]);
  await officer('ravi').handovers.takeOver({ contactId });
  await runtime.until(`SELECT 1 FROM flow_sessions WHERE contact_id = $1 AND wake_at > now() + interval '5 minutes'`, [
    contactId,
  ]);
  const { rows } = await runtime.db.query('SELECT max(position) AS last FROM messages WHERE contact_id = $1', [
    contactId,
  ]);
  const given = { contactId, stateId: 'asking', note: '', begins: 'now' } as const;
  const ravi = testActor('officer', { id: 'ravi', name: 'Ravi' });
  await expect(returnToBot(ravi, given, nightMs)).rejects.toThrow('Nobody is written to first at this hour');
  await returnToBot(ravi, given, noonMs);
  await runtime.until(
    `SELECT 1 FROM messages WHERE contact_id = $1 AND direction = 'out' AND tokens @> $3::int[]
       AND position > $2`,
    [contactId, rows[0]?.last, tokensOfText('What now?')],
  );
});

test.each([
  [
    '01',
    'a close takes the flow’s plan off',
    'flow',
    'notInterested',
    { status: 'cancelled', waits: false, clock: false },
  ],
  [
    '02',
    'a close leaves an officer’s plan',
    'officer',
    'notInterested',
    { status: 'planned', waits: true, clock: false },
  ],
  ['03', 'who wants a call back keeps the plan', 'flow', 'callBack', { status: 'planned', waits: true, clock: false }],
  ['04', 'a return leaves clock and plan', 'flow', null, { status: 'planned', waits: true, clock: true }],
] as const)(
  '%s: %s, and nothing that came due meanwhile is said at once',
  async (who, _what, origin, outcome, becomes) => {
    const contactId = await begin(`+9198000180${who}`);
    await runtime.db.query(
      `WITH clock AS (UPDATE flow_sessions SET wake_at = now() + interval '1 hour' WHERE contact_id = $2 AND status = 'active')
     INSERT INTO follow_ups (id, contact_id, origin, reason, summary, due_at) VALUES ($1, $2, $3, 'silent', '', now())`,
      [randomUUID(), contactId, origin],
    );
    await officer('ravi').handovers.takeOver({ contactId });
    if (outcome) await officer('ravi').handovers.close({ contactId, outcome, note: '' });
    else await officer('ravi').handovers.returnToBot({ contactId, stateId: null, note: '' });
    const { rows } = await runtime.db.query(
      `SELECT f.status, f.paused_at, f.due_at > now() + interval '50 minutes' AS waits, s.wake_at IS NOT NULL AS clock
     FROM follow_ups f JOIN flow_sessions s USING (contact_id) WHERE contact_id = $1`,
      [contactId],
    );
    expect(rows).toEqual([{ ...becomes, paused_at: null }]);
  },
);

test('somebody who is not understood twice in a row is shown to an officer, and once is not enough', async () => {
  const phone = '+919800017001';
  const contactId = await begin(phone);
  await runtime.say(phone, 'hmm maybe the thing over there');
  await runtime.until(`SELECT 1 FROM turns WHERE contact_id = $1 AND seq = 2`, [contactId]);
  expect((await runtime.db.query('SELECT FROM handovers WHERE contact_id = $1', [contactId])).rowCount).toBe(0);
  await runtime.say(phone, 'hmm maybe the thing over there');
  await runtime.until(
    `SELECT 1 FROM handovers h JOIN conversations c ON c.handover_id = h.id
     WHERE h.contact_id = $1 AND h.asked_by = 'unsure' AND c.status = 'requested'`,
    [contactId],
  );
});

test('closing says how it ended, once; the bot answers when they write again', async () => {
  const phone = '+919800016001';
  const contactId = await begin(phone);
  await officer('ravi').handovers.takeOver({ contactId });
  const close = () => officer('ravi').handovers.close({ contactId, outcome: 'notInterested', note: 'No need now' });
  const tries = await Promise.allSettled([close(), close()]);
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const { rows } = await runtime.db.query(
    `SELECT l.outcome, l.stage, c.status, (SELECT count(*)::int FROM lead_events WHERE contact_id = $1 AND kind = 'outcome') AS told
     FROM leads l JOIN conversations c USING (contact_id) WHERE l.contact_id = $1`,
    [contactId],
  );
  expect(rows).toEqual([{ outcome: 'notInterested', stage: 'not_interested', status: 'closed', told: 1 }]);
  await runtime.say(phone, 'Two');
  await runtime.until(`SELECT 1 FROM conversations WHERE contact_id = $1 AND status = 'bot'`, [contactId]);
});

function officer(id: 'ravi' | 'asha') {
  return call('officer', { id, name: id === 'ravi' ? 'Ravi' : 'Asha' });
}

/** Somebody who has said hello and was answered. */
async function begin(phone: string): Promise<string> {
  await runtime.say(phone, 'Hello');
  const { id } = await runtime.until<{ id: string }>(
    `SELECT c.id FROM contacts c JOIN outbox_entries o ON o.contact_id = c.id WHERE c.phone_hash = $1 AND o.status = 'accepted'`,
    [blindIndex('phone', phone)],
  );
  return id;
}

async function contactOf(phone: string): Promise<string> {
  const byNumber = [blindIndex('phone', phone)];
  return (await runtime.until<{ id: string }>('SELECT id FROM contacts WHERE phone_hash = $1', byNumber)).id;
}

/** What has left towards a contact, or may have. */
async function leftOf(contactId: string): Promise<ReadonlySet<string>> {
  const { rows } = await runtime.db.query<{ id: string }>(
    `SELECT id FROM outbox_entries WHERE contact_id = $1 AND status IN ('dispatching', 'accepted', 'unknown')`,
    [contactId],
  );
  return new Set(rows.map(({ id }) => id));
}

/** The flow's service is the slow one. */
async function setPort(contactId: string): Promise<void> {
  const address = slow.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const fact = { value: port, confidence: 1, messageId: null, span: null, source: 'flow', confirmed: false };
  const whole = { ...fact, at: new Date().toISOString(), language: null, history: [] };
  const { rows } = await runtime.db.query('SELECT state FROM flow_sessions WHERE contact_id = $1', [contactId]);
  const { state } = rows[0];
  const sealed = sealJson('flow_sessions.state', { ...state, slots: { ...state.slots, port: whole } });
  await runtime.db.query('UPDATE flow_sessions SET state = $2 WHERE contact_id = $1', [contactId, sealed]);
}

async function until(isTrue: () => boolean): Promise<void> {
  const deadline = performance.now() + 5_000;
  while (!isTrue()) {
    if (performance.now() > deadline) throw new Error('It never came true.');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
