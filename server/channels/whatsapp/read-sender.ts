import { z } from 'zod';
import type { Sender } from '../channel';
import { cleanText, looseObject, looseText, readList } from './read-value';

/**
 * Who wrote, from the ids on the message and the contact that they point to; undefined if nobody can be told. Ids are
 * told apart by their form, since either may stand in either field, and either may be missing.
 */
export function readSender(ids: readonly (string | undefined)[], contacts: ContactBook): Sender | undefined {
  const given = ids.filter((id) => id !== undefined);
  const owner = contacts.ownerOf(given);
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

/** A webhook's `contacts`, found by their ids: a batch never matches them by place. */
export class ContactBook {
  private readonly all: readonly WaContact[];
  private readonly byId = new Map<string, WaContact>();

  constructor(contacts: unknown) {
    this.all = readList(waContact, contacts, mostContacts);
    for (const contact of this.all) {
      for (const key of [...keysOf(contact.wa_id), ...keysOf(contact.user_id)]) {
        if (!this.byId.has(key)) this.byId.set(key, contact);
      }
    }
  }

  /** The contact that one of the ids points to. A lone message without an id can only be from the lone contact. */
  ownerOf(ids: readonly string[]): WaContact | undefined {
    if (ids.length === 0) return this.all.length === 1 ? this.all[0] : undefined;
    for (const key of ids.flatMap(keysOf)) {
      const contact = this.byId.get(key);
      if (contact) return contact;
    }
    return undefined;
  }
}

/** An id as E.164 with +, if it can be a phone number in international form, however it is written. */
export function toPhone(id: string): string | undefined {
  const digits = id.replace(/[\s()+-]/g, '');
  return /^[1-9]\d{5,14}$/.test(digits) ? `+${digits}` : undefined;
}

const waContact = z.object({
  wa_id: looseText,
  user_id: looseText,
  profile: looseObject({ name: looseText, username: looseText }),
});
type WaContact = z.infer<typeof waContact>;

const mostContacts = 5_000; // a webhook has a thousand updates at most
const bsuidForm = /^[A-Z]{2}\.(?:ENT\.)?[A-Za-z0-9]{1,128}$/; // Cloud API reference, business-scoped user ids
const longestName = 128; // WhatsApp allows 25; anything longer is not a name

/** What an id is found by: itself, and the phone that it writes. */
function keysOf(id: string | undefined): string[] {
  if (id === undefined) return [];
  const phone = toPhone(id);
  return phone === undefined || phone === id ? [id] : [id, phone];
}
