import { blindIndex } from '../sealing/blind-index';
import { sealText } from '../sealing/seal-column';
import { tokensOfContact } from '../sealing/search-tokens';

/** Who somebody is, as they or the channel say. */
export type Identity = {
  readonly phone?: string | null | undefined;
  readonly bsuid?: string | null | undefined;
  readonly username?: string | null | undefined;
  readonly name?: string | null | undefined;
};

/** What the columns of a contact hold of who they are: sealed, with what they are looked up and found by. */
export function identityColumns({ phone, bsuid, username, name }: Identity) {
  const shownName = name?.trim() || null;
  return {
    phone: sealText('contacts.phone', phone),
    phone_hash: blindIndex('phone', phone),
    bsuid: sealText('contacts.bsuid', bsuid),
    bsuid_hash: blindIndex('bsuid', bsuid),
    username: sealText('contacts.username', username),
    name: sealText('contacts.name', shownName),
    tokens: tokensOfContact({ name: shownName, username, phone }),
  };
}
