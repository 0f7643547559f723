import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { readDeadJournals, removeJournal } from './journal-files';
import { openSendJournal } from './send-journal';

const worker = '01a20b0c-5474-77c3-bb69-5bc83ee622ce';
let folder: string;
let far: Server;
let url: string;

beforeAll(async () => {
  far = createServer((request, response) => request.resume().on('end', () => response.end('ok')));
  await new Promise<void>((resolve) => far.listen(0, '127.0.0.1', resolve));
  const address = far.address();
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`;
});
afterAll(() => {
  far.closeAllConnections();
  far.close();
});
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'vaarta-journal-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('an attempt is written down when its request leaves; one that never reaches the network is not', async () => {
  const journal = openSendJournal(folder, worker);
  const post = async () => ({ ok: (await fetch(url, { method: 'POST', body: '{}' })).ok });
  await journal.record({ key: 'first.1', channel: 'whatsapp' }, post);
  await Promise.all(['a.1', 'b.1', 'c.1'].map((key) => journal.record({ key, channel: 'whatsapp' }, post)));
  await journal.record({ key: 'stuck.1', channel: 'whatsapp' }, async () => ({ ok: false }));
  expect(lines().toSorted()).toEqual(['a.1', 'b.1', 'c.1', 'first.1']);
  journal.close();
  expect(readdirSync(folder)).toEqual([]);
});

test('where requests cannot be seen leaving, every attempt counts as left', async () => {
  const journal = openSendJournal(folder, worker);
  for (const key of ['a.1', 'b.1']) await journal.record({ key, channel: 'simulator' }, async () => ({ ok: true }));
  expect(lines()).toEqual(['a.1', 'b.1']);
  journal.close();
});

test('only the last attempts are kept, however many there were', async () => {
  const journal = openSendJournal(folder, worker);
  for (let n = 0; n < 25_000; n += 1) {
    await journal.record({ key: `${n}.1`, channel: 'simulator' }, async () => ({ ok: true }));
  }
  expect(lines()).toHaveLength(5_000);
  expect(readdirSync(folder)).toHaveLength(2);
  journal.close();
});

test('the journal of a process that was killed tells what had left it, and that of a living one tells nothing', async () => {
  const living = openSendJournal(folder, worker);
  expect(readDeadJournals(folder)).toEqual([]);
  living.close();
  const program = `import('./server/outbox/journal/send-journal.ts').then(async ({ openSendJournal }) => {
    const journal = openSendJournal(${JSON.stringify(folder)}, '${worker}');
    await journal.record({ key: 'left.1', channel: 'any' }, async () => ({ ok: true }));
    console.log('written');
    setInterval(() => undefined, 1000);
  })`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  expect(readDeadJournals(folder)).toEqual([]);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(readDeadJournals(folder)).toEqual([{ workerId: worker, left: ['left.1'] }]);
  removeJournal(folder, worker);
  expect(readDeadJournals(folder)).toEqual([]);
});

test('nothing is concluded from the journal of another machine or another boot, or from a broken one', () => {
  const header = { workerId: worker, pid: 999_999_999, began: 'never', host: 'elsewhere', boot: 'other' };
  writeFileSync(path.join(folder, `${worker}.sent`), `${JSON.stringify(header)}\n`);
  expect(readDeadJournals(folder)).toEqual([]);
  writeFileSync(path.join(folder, `${worker}.sent`), '{"workerId": "01a2');
  expect(readDeadJournals(folder)).toEqual([]);
});

function lines(): string[] {
  return readFileSync(path.join(folder, `${worker}.sent`), 'utf8')
    .split('\n')
    .slice(1)
    .filter(Boolean);
}
