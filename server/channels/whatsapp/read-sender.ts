import { z } from 'zod';
import type { Sender } from '../channel';
import { cleanText, looseObject, looseText } from './read-value';

/** One of a webhook's `contacts`. */
export const waContact = z.object({
  wa_id: looseText,
  user_id: looseText,
  profile: looseObject({ name: looseText, username: looseText }),
});
export type WaContact = z.infer<typeof waContact>;

/**
 * Who wrote, from the ids on the message and the contact that they point to; undefined if nobody can be told. Ids are
 * told apart by their form, since either may stand in either field, and either may be missing.
 */
export function readSender(ids: readonly (string | undefined)[], contacts: readonly WaContact[]): Sender | undefined {
  const given = ids.filter((id) => id !== undefined);
  const contact = contacts.find(({ wa_id, user_id }) => given.some((id) => sameId(id, wa_id) || sameId(id, user_id)));
  // A batch matches contacts by id, never by place; a lone message without an id can only be from the lone contact.
  const owner = contact ?? (given.length === 0 && contacts.length === 1 ? contacts[0] : undefined);
  const all = [...given, owner?.wa_id, owner?.user_id].filter((id) => id !== undefined);
  const phone = all.map(toPhone).find((id) => id !== undefined);
  const bsuid = all.find((id) => bsuidForm.test(id));
  if (phone === undefined && bsuid === undefined) return undefined;
  const username = cleanText(owner?.profile?.username?.replace(/^@/, '').slice(0, longestName) ?? '');
  const profileName = cleanText(owner?.profile?.name?.trim().slice(0, longestName) ?? '');
  return {
    ...(phone ? { phone } : {}),
    ...(bsuid ? { bsuid } : {}),
    ...(username ? { username } : {}),
    ...(profileName ? { profileName } : {}),
  };
}

const bsuidForm = /^[A-Z]{2}\.(?:ENT\.)?[A-Za-z0-9]{1,128}$/; // Cloud API reference, business-scoped user ids
const longestName = 128; // WhatsApp allows 25; anything longer is not a name

function toPhone(id: string): string | undefined {
  const digits = id.replace(/[\s()+-]/g, '');
  return /^[1-9]\d{5,14}$/.test(digits) ? `+${digits}` : undefined;
}

function sameId(id: string, other: string | undefined): boolean {
  if (other === undefined) return false;
  return id === other || (toPhone(id) !== undefined && toPhone(id) === toPhone(other));
}
