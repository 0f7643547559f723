import type { PoolClient } from 'pg';
import { importContacts } from '../../contacts/import-contacts';
import { inTransaction } from '../../db/transaction';
import { KnownError } from '../../errors';
import { dryRunUnlessBegun } from './dry-run';
import { type ImportMapping, type ImportProof, proofText } from './import-mapping';
import type { ImportReport } from './import-report';
import { readPerson, readSlotDefinitions, type SlotDefinitions } from './read-person';
import {
  countProblems,
  finishImport,
  insertConsents,
  isLeftOut,
  lockImport,
  noteManyRows,
  type StoredImport,
  type StoredRow,
  selectRows,
  setContacts,
  setProof,
  setReport,
} from './store';

const pageSize = 1_000;

/**
 * Makes contacts of the good rows of a file, with the proof that they agreed to marketing where there is one; without it they
 * are contacts whom no marketing reaches. May be begun again at any time: what was done is not done twice, and a proof that
 * comes later is recorded for everybody who was taken in. Throws `record.notFound` and
 * `request.invalid`.
 */
export async function applyImport(
  importId: string,
  mapping: ImportMapping,
  proof: ImportProof | null,
): Promise<ImportReport> {
  await dryRunUnlessBegun(importId, mapping);
  const definitions = await readSlotDefinitions();
  for (let after = 1; ; ) {
    const last = await inTransaction((client) => applyPage(client, { importId, after, proof, definitions }));
    if (last === undefined) break;
    // Soon, since the next pages look for their people among those of the first ones.
    if (after === 1) await noteNewContacts();
    after = last;
  }
  await noteNewContacts();
  return inTransaction(async (client) => {
    await finishImport(client, importId);
    return updateReport(client, importId);
  });
}

async function noteNewContacts(): Promise<void> {
  for (const table of ['contact_import_rows', 'contacts', 'leads', 'consent_records'] as const)
    await noteManyRows(table);
}

type Page = {
  readonly importId: string;
  readonly after: number;
  readonly proof: ImportProof | null;
  readonly definitions: SlotDefinitions;
};

/** The number of the last row of the page; undefined when there are no more. */
async function applyPage(
  client: PoolClient,
  { importId, after, proof, definitions }: Page,
): Promise<number | undefined> {
  const file = await lockImport(client, importId);
  if (!file?.mapping) throw new KnownError('record.notFound', 'There is no such file.');
  const rows = await selectRows(client, importId, after, pageSize);
  const good = rows.filter(({ problem }) => !isLeftOut(problem));
  const missing = good.filter(({ contactId }) => contactId === null);
  if (missing.length > 0) await takeIn(client, file, missing, { mapping: file.mapping, definitions });
  if (proof) {
    await setProof(client, importId, proof);
    const numbers = good.map(({ row }) => row);
    await insertConsents(client, importId, numbers, {
      proof: proofText(proof, file.filename),
      agreedOn: proof.agreedOn,
    });
  }
  return rows.at(-1)?.row;
}

async function takeIn(
  client: PoolClient,
  file: StoredImport,
  rows: readonly StoredRow[],
  { mapping, definitions }: { readonly mapping: ImportMapping; readonly definitions: SlotDefinitions },
): Promise<void> {
  const people = rows.flatMap(({ row, cells }) => {
    const read = readPerson(cells, mapping, definitions);
    return read.ok ? [{ row, person: read.person }] : [];
  });
  const ids = await importContacts(
    client,
    file.channel,
    people.map(({ person }) => person),
  );
  const contacts = people.flatMap(({ row, person }) => {
    const contactId = ids.get(person.phone);
    return contactId === undefined ? [] : [{ row, contactId }];
  });
  await setContacts(client, file.id, contacts);
}

async function updateReport(client: PoolClient, importId: string): Promise<ImportReport> {
  const file = await lockImport(client, importId);
  if (!file?.report) throw new KnownError('record.notFound', 'There is no such file.');
  const report = { ...file.report, problems: await countProblems(client, importId) };
  await setReport(client, importId, report);
  return report;
}
