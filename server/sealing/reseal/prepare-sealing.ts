import { KnownError } from '../../errors';
import { hasUnopened } from '../sealed-types';
import { sealedTables } from './reseal-row';
import { resealTable } from './reseal-table';
import { hasContactsWithoutHash, readRows, readTable } from './store';

/** How many contacts are looked at before a start. */
const LOOKED_AT = 20;

/**
 * Before anything is served: makes contacts of before columns were sealed findable, and refuses with `secret.unknown` where
 * personal data is sealed with a secret that this installation does not have, since it would take everybody for a stranger.
 */
export async function prepareSealing(): Promise<void> {
  const contacts = await readTable('contacts', sealedTables.get('contacts') ?? []);
  const rows = await readRows(contacts, null, LOOKED_AT);
  const unread = rows.filter(({ columns }) => hasUnopened(JSON.stringify(columns)));
  if (unread.length > 0 && unread.length === rows.length) {
    throw new KnownError(
      'secret.unknown',
      'Personal data in this database is sealed with another secret. Start with the one it was written with: in VAARTA_SECRET, in VAARTA_PREVIOUS_SECRET after a change, or as the file “secret” of the data folder.',
    );
  }
  if (await hasContactsWithoutHash()) await resealTable(contacts);
}
