import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RuntimeFixture, startRuntime } from '@/server/testing/runtime-fixture';
import { blindIndex } from '../sealing/blind-index';

let runtime: RuntimeFixture;
const processes: ChildProcess[] = [];

beforeAll(async () => {
  runtime = await startRuntime();
  processes.push(await startProcess(), await startProcess());
});
afterAll(async () => {
  for (const child of processes) child.kill('SIGKILL');
  await runtime.close();
});

test('two processes share the work, and when one is killed the other finishes it: in order, and nothing twice', async () => {
  const people = Array.from({ length: 12 }, (_, index) => `+9198000060${String(index).padStart(2, '0')}`);
  const rounds = 8;
  for (let round = 0; round < rounds; round += 1) {
    await Promise.all(people.map((phone) => runtime.say(phone, textOf(round))));
    if (round === rounds / 2) {
      const { rows } = await runtime.db.query<{ owners: number }>(
        'SELECT count(*)::int AS owners FROM worker_processes',
      );
      expect(rows[0]?.owners).toBe(2);
      processes[0]?.kill('SIGKILL');
    }
  }
  await expect.poll(unfinished, { timeout: 25_000, interval: 100 }).toEqual({ pending: 0, open: 0 });
  expect(runtime.whatsapp.ledger.doubled()).toEqual([]);
  const { rows } = await runtime.db.query<{ turns: { reply: { messages: { content: { text: string } }[] } }[] }>(
    'SELECT jsonb_agg(input ORDER BY seq) AS turns FROM turns GROUP BY contact_id',
  );
  const texts = rows.map(({ turns }) =>
    turns.flatMap(({ reply }) => reply.messages.map(({ content }) => content.text)),
  );
  const wanted = Array.from({ length: rounds }, (_, round) => textOf(round));
  expect(texts).toEqual(people.map(() => wanted));
  const positions = await runtime.db.query<{ id: string }>(
    'SELECT id FROM outbox_entries ORDER BY contact_id, position',
  );
  const order = new Map(positions.rows.map(({ id }, index) => [id, index]));
  for (const phone of people) {
    const sent = runtime.whatsapp.accepted.filter((send) => send.customer.phone === phone);
    const places = sent.map((send) => order.get(send.outboxId ?? '') ?? -1);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
  }
});

test('what a killed process had claimed and surely not sent is sent by another; what may have left stays in doubt', async () => {
  const phone = '+919800006100';
  const hash = blindIndex('phone', phone);
  const victim = await startProcess();
  for (const child of processes) child.kill('SIGKILL'); // so that it is the victim who sends
  runtime.whatsapp.faults.add({ kind: 'acceptThenTimeout', times: 1, match: (send) => send.to === phone });
  runtime.whatsapp.setWeather({ statuses: [] });
  await runtime.say(phone, 'Hello');
  await runtime.whatsapp.ledger.waitFor((sends) => sends.some((send) => send.customer.phone === phone), 15_000);
  const { owner } = await runtime.until<{ owner: string }>(
    `SELECT o.owner FROM outbox_entries o JOIN contacts c ON c.id = o.contact_id WHERE c.phone_hash = $1 AND o.status = 'dispatching'`,
    [hash],
  );
  victim.kill('SIGKILL');
  const claimed = await runtime.until<{ id: string }>(
    `INSERT INTO outbox_entries (id, message_id, contact_id, turn_id, idx, channel, payload, status, owner, attempts, lease_until)
     SELECT gen_random_uuid(), message_id, contact_id, turn_id, 99, channel, payload, 'dispatching', $2, 1, now() + interval '15 seconds'
     FROM outbox_entries WHERE contact_id = (SELECT id FROM contacts WHERE phone_hash = $1) RETURNING id`,
    [hash, owner],
  );
  runtime.startWorker({ holdUnknownMs: 500 });
  await runtime.until(`SELECT 1 FROM outbox_entries WHERE id = $1 AND status = 'accepted' AND attempts = 2`, [
    claimed.id,
  ]);
  await runtime.until(
    `SELECT 1 FROM outbox_entries o JOIN contacts c ON c.id = o.contact_id WHERE c.phone_hash = $1 AND o.status = 'unknown'`,
    [hash],
  );
  expect(runtime.whatsapp.ledger.doubled()).toEqual([]);
});

async function unfinished() {
  const { rows } = await runtime.db.query<{ pending: number; open: number }>(
    `SELECT (SELECT count(*) FROM inbox_entries WHERE status = 'pending' AND kind = 'message')::int AS pending,
       (SELECT count(*) FROM outbox_entries WHERE status IN ('queued', 'dispatching'))::int AS open`,
  );
  return rows[0];
}

const program = `import('./server/start/create-worker.ts').then(({ createWorker }) => {
  createWorker();
  console.log('working');
})`;

async function startProcess(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_ENV: 'test', NODE_OPTIONS: '' },
  });
  await once(child.stdout, 'data');
  return child;
}

/** A question, which the flow answers wherever it stands and however many share a turn. */
function textOf(round: number): string {
  return `What is the rate of interest for ${10 + round} years?`;
}
