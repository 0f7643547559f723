import { KnownError } from '../../errors';
import { columnKeys } from '../keys';
import { hasUnopened } from '../sealed-types';
import { sealedTables } from './reseal-row';
import { resealTable } from './reseal-table';
import { hasContactsWithoutHash, readProgress, readRows, readTable, type Table } from './store';

/** How many contacts are looked at before a start. */
const LOOKED_AT = 20;

/**
 * Before anything is served: refuses with `secret.unknown` where personal data is sealed with a secret that this installation does
 * not have, since it would take everybody for a stranger and send on what it can't read; and makes contacts and lists of before
 * columns were sealed findable.
 */
export async function prepareSealing(): Promise<void> {
  if ((await isUnreadable()) || (await isHalfWay())) {
    throw new KnownError(
      'secret.unknown',
      'Personal data in this database is sealed with another secret. Start with the one it was written with: in VAARTA_SECRET, in VAARTA_PREVIOUS_SECRET after a change, or as the file “secret” of the data folder.',
    );
  }
  if (!(await hasContactsWithoutHash())) return;
  for (const name of ['contacts', 'contact_import_rows']) await resealTable(await tableOf(name));
}

/** Whether nothing of the first contacts can be read. */
async function isUnreadable(): Promise<boolean> {
  const rows = await readRows(await tableOf('contacts'), null, LOOKED_AT);
  return rows.length > 0 && rows.every(({ columns }) => hasUnopened(JSON.stringify(columns)));
}

/** Whether a change of the secret has not gone through, and the one before is not given any more. */
async function isHalfWay(): Promise<boolean> {
  const progress = await readProgress();
  if (!progress || progress.finishedAt !== null) return false;
  const known = columnKeys().known.map(({ id }) => id);
  return progress.known.some((id) => !known.includes(id));
}

function tableOf(name: string): Promise<Table> {
  return readTable(name, sealedTables.get(name) ?? []);
}
