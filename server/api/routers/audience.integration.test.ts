import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RuntimeFixture, startRuntime } from '@/server/testing/runtime-fixture';

let runtime: RuntimeFixture;

beforeAll(async () => {
  runtime = await startRuntime();
});
afterAll(() => runtime.close());

test('a file goes from its columns to people who can be written to', async () => {
  const [audience, { takeImport }] = await Promise.all([callAudience(), import('../../campaigns/imports/take-import')]);
  const form = new FormData();
  form.set('file', new Blob(['Mobile,Name\n9845012345,Asha\n98450,Ravi\n']), 'october.csv');
  const host = { host: 'localhost' };
  const answer = await takeImport(
    new Request('http://localhost/api/imports', { method: 'POST', body: form, headers: host }),
  );
  const { importId }: { importId: string } = await answer.json();

  const { mapping, report } = await audience.import({ importId });
  expect(report).toBeNull();
  expect(await audience.dryRun({ importId, mapping })).toMatchObject({ rows: 2, good: 1, new: 1 });
  expect(await audience.badRows({ importId })).toMatchObject({ rows: [{ row: 3, value: '98450' }], next: null });
  expect((await audience.badRowsCsv({ importId })).csv).toContain('98450,Ravi');
  const proof = { how: 'Form at the branch', agreedOn: '2025-10-31' };
  await audience.applyImport({ importId, mapping, proof });
  expect(await audience.import({ importId })).toMatchObject({
    appliedAt: expect.any(Date),
    proof: { ...proof, author: 'Lakshmi Rao' },
  });
  expect(await audience.imports({ channel: 'whatsapp' })).toMatchObject([{ id: importId, filename: 'october.csv' }]);
  expect(await audience.segment({ filter: { rules: [] }, channel: 'whatsapp' })).toMatchObject({
    count: 1,
    sample: [{ name: 'Asha', language: 'en' }],
  });
});

test('a mapping without a phone number, or with two, is refused with a sentence', async () => {
  const audience = await callAudience();
  const importId = crypto.randomUUID();
  const run = (columns: readonly ('phone' | 'name')[]) =>
    audience.dryRun({ importId, mapping: { columns: columns.map((as) => ({ as })) } });
  await expect(run(['name'])).rejects.toThrow('Say which column is the phone number.');
  await expect(run(['phone', 'phone'])).rejects.toThrow('Say which column is the phone number.');
  await expect(run(['phone'])).rejects.toThrow('There is no such file.');
});

async function callAudience() {
  const { studioCaller } = await import('../../testing/studio-caller');
  return studioCaller().audience;
}
