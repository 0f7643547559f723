import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { changeIdentity } from '@/server/testing/contact-rows';
import { outboxRows } from '@/server/testing/outbox-rows';
import { type RuntimeFixture, startRuntime } from '@/server/testing/runtime-fixture';
import type { ColumnMeaning, ImportMapping, ImportProof } from './import-mapping';

let runtime: RuntimeFixture;

beforeAll(async () => {
  runtime = await startRuntime();
});
beforeEach(() => runtime.db.query('TRUNCATE consent_records; DELETE FROM contacts; DELETE FROM contact_imports'));
afterAll(() => runtime.close());

const mapping = mapped({ as: 'phone' }, { as: 'name' }, { as: 'language' }, { as: 'slot', slot: 'property_value' });
const proof: ImportProof = { how: 'Form at the branch', agreedOn: '2025-10-31', author: 'Meena' };
const header = 'Mobile,Name,Language,Property value,City';

test('a file is taken, its columns are guessed, and a dry run says what is wrong with which row', async () => {
  const importId = await bring(
    [
      header,
      '9845012345,Asha,kn,50 lakh,Hosur',
      '9.19E+11,Ravi,en,,',
      '98450 12345,Asha again,,,',
      '9845054321,Meena,Klingon,,',
      '9845054322,Kiran,,=1+1,',
      '+91 98450 54323,Latha,ta,,Madurai',
    ].join('\n'),
  );
  const { view, run, list } = await load();
  const seen = await view(importId);
  expect(seen.mapping.columns).toMatchObject([...mapping.columns, { as: 'slot', slot: 'property_location' }]);
  expect(seen.columns[4]).toEqual({ title: 'City', name: 'city' });
  await outboxRows(runtime.db).contact(); // +919800000001, who is in no row
  await changeIdentity(runtime.db, { phone: '+919845054323' });

  expect(await run(importId, mapped(...mapping.columns, { as: 'column' }))).toEqual({
    rows: 6,
    good: 2,
    known: 1,
    new: 1,
    problems: [
      { code: 'language.unknown', count: 1 },
      { code: 'phone.lossy', count: 1 },
      { code: 'row.duplicate', count: 1 },
      { code: 'slot.invalid', count: 1 },
    ],
  });
  expect((await list(importId, 0)).rows).toMatchObject([
    { row: 3, code: 'phone.lossy', column: 'Mobile', value: '9.19E+11' },
    { row: 4, code: 'row.duplicate', column: null, value: null },
    { row: 5, code: 'language.unknown', column: 'Language', value: 'Klingon' },
    { row: 6, code: 'slot.invalid', column: 'Property value', value: '=1+1' },
  ]);
  expect(await contacts()).toHaveLength(1);
});

test('the list of bad rows holds nothing that a spreadsheet would run', async () => {
  const importId = await bring('Mobile,Note\n=2+5,@SUM(1)\n+1 x,-1\n,"\t=1"\n');
  const { run, csv } = await load();
  await run(importId, mapped({ as: 'phone' }, { as: 'column' }));
  const { csv: text } = await csv(importId);
  const cells = text
    .split('\r\n')
    .slice(1)
    .flatMap((line) => line.split(','));
  expect(text).toContain("'=2+5");
  expect(cells.filter((cell) => /^["']?[=+@\t-]/.test(cell.replace(/^"?'/, 'safe ')))).toEqual([]);
});

test('good rows become contacts, with their proof, once however often it is done', async () => {
  const importId = await bring([header, '9845012345,Asha,kn,50 lakh,Hosur', '9845054321,Ravi,,,'].join('\n'));
  const { apply } = await load();
  await Promise.all([apply(importId, full(), proof), apply(importId, full(), proof)]);
  const report = await apply(importId, full(), proof);
  expect(report).toMatchObject({ good: 2, new: 2, problems: [] });
  expect(await contacts()).toMatchObject([
    { phone: '+919845012345', name: 'Asha', language: 'kn', facts: { property_value: 5_000_000 }, tags: ['october'] },
    { phone: '+919845054321', name: 'Ravi', language: 'en', facts: null, tags: ['october'] },
  ]);
  const { rows } = await runtime.db.query('SELECT purpose, status, proof, turn_id FROM consent_records');
  expect(rows).toEqual([agreed, agreed]);
  await expect(import('./dry-run').then(({ dryRun }) => dryRun(importId, full()))).rejects.toThrow('imported already');
});

const agreed = {
  purpose: 'marketing',
  status: 'given',
  proof: 'Form at the branch; agreed by 2025-10-31; entered by Meena from people.csv',
  turn_id: null,
};

test('an import that was cut off goes on', async () => {
  const importId = await bring([header, ...many(2_500)].join('\n'));
  const { run, apply } = await load();
  await run(importId, full());
  const { importContacts } = await import('../../contacts/import-contacts');
  const client = await runtime.db.connect();
  const made = await importContacts(client, 'whatsapp', [
    { phone: '+919000000000', name: 'First', language: null, tags: [], slots: {} },
  ]);
  client.release();
  await runtime.db.query('UPDATE contact_import_rows SET contact_id = $1 WHERE row = 2', [made.get('+919000000000')]);
  expect(await apply(importId, full(), null)).toMatchObject({ good: 2_500 });
  const { rows } = await runtime.db.query(
    `SELECT count(DISTINCT contact_id)::int AS contacts, count(*)::int AS rows FROM contact_import_rows`,
  );
  expect(rows).toEqual([{ contacts: 2_500, rows: 2_500 }]);
});

test('what the file leaves empty stays, and whoever writes to us keeps their language', async () => {
  await outboxRows(runtime.db).contact({ name: 'Asha', language: 'ta', wroteMinutesAgo: 9 });
  const id = await outboxRows(runtime.db)
    .contact({ wroteMinutesAgo: null })
    .catch(() => undefined);
  expect(id).toBeUndefined(); // the same number again: it is one contact
  await changeIdentity(runtime.db, { phone: '+919845012345' });
  await runtime.db.query(`UPDATE contacts SET tags = '{old}'`);
  const importId = await bring([header, '9845012345,,kn,,'].join('\n'));
  const { apply } = await load();
  await apply(importId, full(), null);
  expect(await contacts()).toMatchObject([{ name: 'Asha', language: 'ta', tags: ['old', 'october'] }]);
});

test('without a proof nobody is counted as having agreed, and it can be given later', async () => {
  const importId = await bring([header, '9845012345,Asha,,,'].join('\n'));
  const { apply, list } = await load();
  expect(await apply(importId, full(), null)).toMatchObject({ problems: [{ code: 'consent.missing', count: 1 }] });
  expect((await list(importId, 0)).rows).toMatchObject([{ row: 2, code: 'consent.missing' }]);
  expect(await apply(importId, full(), proof)).toMatchObject({ problems: [] });
  expect((await runtime.db.query('SELECT 1 FROM consent_records')).rowCount).toBe(1);
});

test('a proof never undoes what people have said since, and who opted out stays so', async () => {
  const importId = await bring([header, '9845012345,Asha,,,', '9845054321,Ravi,,,', '9845054322,Kiran,,,'].join('\n'));
  const { apply } = await load();
  await apply(importId, full(), null);
  const ids = new Map((await contacts()).map(({ name, id }) => [name, id]));
  await runtime.db.query('UPDATE contacts SET opted_out_at = now() WHERE id = $1', [ids.get('Asha')]);
  await runtime.db.query(
    `INSERT INTO consent_records (contact_id, purpose, status, language, channel, at)
     SELECT id, 'marketing', 'withdrawn', 'en', 'whatsapp', $1::timestamptz + (id = $2)::int * interval '2 days'
     FROM contacts WHERE id <> $3`,
    ['2025-10-31T00:00:00+05:30', ids.get('Ravi'), ids.get('Asha')],
  );
  expect(await apply(importId, full(), proof)).toMatchObject({
    problems: [
      { code: 'consent.withdrawn', count: 1 },
      { code: 'contact.optedOut', count: 1 },
    ],
  });
  const { rows } = await runtime.db.query(
    `SELECT c.name FROM consent_records k JOIN contacts c ON c.id = k.contact_id WHERE k.status = 'given'`,
  );
  expect(rows).toEqual([{ name: 'Kiran' }]);
});

test('the people of a file are its audience, in its order, with their columns, and go on after any of them', async () => {
  const importId = await bring([header, ...many(1_200)].join('\n'));
  const { apply } = await load();
  await apply(importId, full(), proof);
  const [{ selectAudience }, { getPool }] = await Promise.all([
    import('../audience/select-audience'),
    import('../../db/pool'),
  ]);
  const audience = { type: 'import', importId } as const;
  const all: string[] = [];
  for await (const page of selectAudience(getPool(), audience, 'whatsapp'))
    all.push(...page.map(({ name }) => name ?? ''));
  expect(all).toEqual(Array.from({ length: 1_200 }, (_, index) => `Person ${index}`));
  for await (const [next] of selectAudience(getPool(), audience, 'whatsapp', '1101')) {
    expect(next).toMatchObject({ name: 'Person 1100', columns: { city: 'Town 1100', name: 'Person 1100' } });
  }
});

test('a request of another site, a form without a file, and one that is too large are refused', async () => {
  const { takeImport } = await import('./take-import');
  const foreign = await takeImport(request(new Blob([header]), { origin: 'https://elsewhere.example' }));
  expect(foreign.status).toBe(403);
  const empty = await takeImport(request(new Blob([])));
  expect([empty.status, await empty.json()]).toEqual([400, { code: 'request.invalid', message: expect.any(String) }]);
  const large = await takeImport(request(new Blob([new Uint8Array(20 * 1024 * 1024 + 1)])));
  expect(large.status).toBe(413);
  const nobody = await takeImport(request(new Blob([`${header}\n`])));
  expect(await nobody.json()).toMatchObject({ message: expect.stringContaining('nobody in the file') });
  expect((await runtime.db.query('SELECT 1 FROM contact_imports')).rowCount).toBe(0);
});

function mapped(...columns: readonly ColumnMeaning[]): ImportMapping {
  return { columns: [...columns], country: 'IN', tags: [] };
}

function full(): ImportMapping {
  return { ...mapped(...mapping.columns, { as: 'column' }), tags: ['october'] };
}

function many(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${9_000_000_000 + index},Person ${index},,,Town ${index}`);
}

async function load() {
  const [{ viewImport, listProblemRows, problemRowsCsv }, { dryRun }, { applyImport }] = await Promise.all([
    import('./view-import'),
    import('./dry-run'),
    import('./apply-import'),
  ]);
  return { view: viewImport, list: listProblemRows, csv: problemRowsCsv, run: dryRun, apply: applyImport };
}

function request(file: Blob, headers: Readonly<Record<string, string>> = {}): Request {
  const form = new FormData();
  form.set('file', file, 'people.csv');
  const own = { host: 'localhost', 'sec-fetch-site': 'same-origin', ...headers };
  return new Request('http://localhost/api/imports', { method: 'POST', body: form, headers: own });
}

async function bring(text: string): Promise<string> {
  const { takeImport } = await import('./take-import');
  const answer: { importId: string } = await (await takeImport(request(new Blob([text])))).json();
  expect(answer.importId).toBeDefined();
  return answer.importId;
}

async function contacts() {
  const { rows } = await runtime.db.query(
    `SELECT c.id, c.phone, c.name, c.language, c.tags, l.facts FROM contacts c LEFT JOIN leads l ON l.contact_id = c.id
     `,
  );
  return rows.sort((one, other) => one.phone.localeCompare(other.phone));
}
