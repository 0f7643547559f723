import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FakeWhatsApp, startFakeWhatsApp } from '@/server/testing/fake-whatsapp/start-fake-whatsapp';
import { type RuntimeFixture, startRuntime } from '@/server/testing/runtime-fixture';
import { blindIndex } from '../sealing/blind-index';

let runtime: RuntimeFixture;
const processes: ChildProcess[] = [];
/** Meta reaches each process by itself: what one of them is told, the other is not. */
const edges: FakeWhatsApp[] = [];

beforeAll(async () => {
  runtime = await startRuntime({ BURST_WINDOW_MS: '300' });
  for (const place of [0, 1]) {
    const { child, port } = await startProcess();
    processes.push(child);
    const webhookUrl = `http://127.0.0.1:${port}/api/webhooks/whatsapp`;
    const edge = await startFakeWhatsApp({ seed: 1, webhookUrl, ...secrets, idPrefix: `edge${place}` });
    edges.push(edge);
    await edge.receiveFromCustomer({ from: `+91980000610${place}`, text: 'What is the rate of interest?' });
  }
  // Both are warm then.
  await runtime.until(`SELECT 1 FROM outbox_entries WHERE status = 'accepted' HAVING count(*) = 2`);
});
afterAll(async () => {
  for (const child of processes) child.kill('SIGKILL');
  for (const edge of edges) await edge.close();
  await runtime.close();
});

const secrets = { appSecret: 'app-secret', accessToken: 'access-token', phoneNumberId: '1555000111' };

test('ten messages in a moment, five to each of two processes, are one conversation and one turn, in order', async () => {
  const phone = '+919800006110';
  const hash = blindIndex('phone', phone);
  const at = Date.now();
  await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      // WhatsApp's clock counts seconds: as far apart as its order can be seen.
      edges[index % 2]?.receiveFromCustomer({ from: phone, text: `message ${index}`, at: at - (9 - index) * 1000 }),
    ),
  );
  await runtime.until(
    `SELECT 1 FROM inbox_entries i JOIN contacts c ON c.id = i.contact_id WHERE c.phone_hash = $1
     HAVING count(*) FILTER (WHERE i.status = 'handled') = 10`,
    [hash],
  );
  const { rows } = await runtime.db.query(
    `SELECT t.input,
       (SELECT count(*) FROM flow_sessions s WHERE s.contact_id = c.id)::int AS sessions
     FROM turns t JOIN contacts c ON c.id = t.contact_id WHERE c.phone_hash = $1 ORDER BY t.seq`,
    [hash],
  );
  const messages = Array.from({ length: 10 }, (_, index) => ({ content: { type: 'text', text: `message ${index}` } }));
  expect(rows).toMatchObject([{ input: { reply: { messages } }, sessions: 1 }]);
  const { rows: contacts } = await runtime.db.query<{ phone: string }>('SELECT phone FROM contacts');
  expect(contacts.filter((contact) => contact.phone === phone)).toHaveLength(1);
  await runtime.until(
    `SELECT 1 FROM outbox_entries o JOIN contacts c ON c.id = o.contact_id WHERE c.phone_hash = $1
     HAVING count(*) = 1 AND bool_and(o.status = 'accepted')`,
    [hash],
  );
  expect(runtime.whatsapp.ledger.doubled()).toEqual([]);
});

/** An app process: it takes webhooks, and it works. */
const program = `Promise.all([import('./server/start/create-worker.ts'), import('./server/inbox/answer-webhook.ts')]).then(
  ([{ createWorker }, { answerWebhook }]) => {
    const server = require('node:http').createServer(async (request, response) => {
      const chunks = [];
      for await (const chunk of request) chunks.push(chunk);
      const answer = await answerWebhook('whatsapp', new Request('http://127.0.0.1' + request.url, {
        method: 'POST', headers: Object.entries(request.headers), body: Buffer.concat(chunks) }));
      response.writeHead(answer.status).end(await answer.text());
    });
    server.listen(0, '127.0.0.1', () => {
      createWorker();
      console.log(server.address().port);
    });
  })`;

async function startProcess(): Promise<{ child: ChildProcess; port: number }> {
  const child = spawn(process.execPath, ['--import', 'tsx', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_ENV: 'test', NODE_OPTIONS: '' },
  });
  const [printed] = await once(child.stdout, 'data');
  return { child, port: Number(String(printed)) };
}
