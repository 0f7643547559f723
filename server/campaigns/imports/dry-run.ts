import type { PoolClient } from 'pg';
import { inTransaction } from '../../db/transaction';
import { KnownError } from '../../errors';
import type { ImportMapping } from './import-mapping';
import { type ImportProblem, structuralProblems } from './import-problem';
import type { ImportReport } from './import-report';
import { readPerson, readSlotDefinitions, type SlotDefinitions } from './read-person';
import {
  countProblems,
  isBegun,
  lockImport,
  type StoredImport,
  type StoredRow,
  selectKnownPhones,
  selectRows,
  setMapping,
  setProblems,
  setReport,
} from './store';

const pageSize = 1_000;

/**
 * Reads every row of a file as its mapping says, and reports what an import would do; no contact is changed. Rows that are
 * wrong are marked, the first of two with one number counts. Throws `record.notFound`, `request.invalid` and, once contacts
 * are made of it, `record.conflict`.
 */
export async function dryRun(importId: string, mapping: ImportMapping): Promise<ImportReport> {
  const report = await dryRunUnlessBegun(importId, mapping);
  if (!report) throw new KnownError('record.conflict', 'This file is imported already. Bring it in once more.');
  return report;
}

/** The same; undefined, and without effect, once contacts are made of the file. */
export async function dryRunUnlessBegun(importId: string, mapping: ImportMapping): Promise<ImportReport | undefined> {
  const definitions = await readSlotDefinitions();
  return inTransaction(async (client) => {
    const file = await lockImport(client, importId);
    if (!file) throw new KnownError('record.notFound', 'There is no such file.');
    if (await isBegun(client, importId)) return undefined;
    if (mapping.columns.length !== file.columns.length) {
      throw new KnownError('request.invalid', 'The file has another number of columns.');
    }
    await setMapping(client, importId, mapping);
    const report = await lookThrough(client, { ...file, mapping }, definitions);
    await setReport(client, importId, report);
    return report;
  });
}

async function lookThrough(
  client: PoolClient,
  file: StoredImport & { readonly mapping: ImportMapping },
  definitions: SlotDefinitions,
): Promise<ImportReport> {
  const seen = new Set<string>();
  let [good, known] = [0, 0];
  for (let after = 1; ; ) {
    const rows = await selectRows(client, file.id, after, pageSize);
    const looked = rows.map((row) => look(row, file.mapping, definitions, seen));
    const phones = looked.flatMap(({ phone }) => phone ?? []);
    const contacts = await selectKnownPhones(client, file.channel, phones);
    const optedOut = new Set(contacts.flatMap(({ phone, isOptedOut }) => (isOptedOut ? [phone] : [])));
    await setProblems(
      client,
      file.id,
      looked.map(({ row, problem, phone }) => {
        return { row, problem: phone !== undefined && optedOut.has(phone) ? 'contact.optedOut' : problem };
      }),
    );
    good += phones.length;
    known += contacts.length;
    after = rows.at(-1)?.row ?? after;
    if (rows.length < pageSize) break;
  }
  const problems = await countProblems(client, file.id);
  return { rows: file.rowCount, good, known, new: good - known, problems };
}

type Looked = { readonly row: number; readonly problem: ImportProblem | null; readonly phone?: string };

function look(
  { row, cells, problem }: StoredRow,
  mapping: ImportMapping,
  definitions: SlotDefinitions,
  seen: Set<string>,
): Looked {
  if (problem !== null && structuralProblems.includes(problem)) return { row, problem };
  const read = readPerson(cells, mapping, definitions);
  if (!read.ok) return { row, problem: read.code };
  const { phone } = read.person;
  if (seen.has(phone)) return { row, problem: 'row.duplicate' };
  seen.add(phone);
  return { row, problem: null, phone };
}
