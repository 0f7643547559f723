import { z } from 'zod';
import type { IncomingContent } from '@/flows/schema/message';
import { toPhone } from './read-sender';
import { anything, looseObject, looseText, looseWords, readList, withoutGaps } from './read-value';

/**
 * Contact cards that a customer sent. They are the customer's own, and their phone to be trusted, only if WhatsApp says
 * that they answer our request; sources differ on whether it says so beside the cards or in each.
 */
export function readCards(part: unknown, origin: string | undefined): IncomingContent | undefined {
  const cards = readList(waCard, part, mostCards);
  if (cards.length === 0) return undefined;
  const isOwn = cards.every((card) => (card.origin ?? origin) === 'contact_request');
  return { type: 'contacts', cards: cards.map(toCard), isOwn };
}

const mostCards = 257; // Cloud API reference, contacts in a message
const mostPhones = 20;

const waCard = z.object({
  origin: looseText,
  vcard: looseWords,
  name: looseObject({ formatted_name: looseText, first_name: looseText, last_name: looseText }),
  phones: anything,
});

const waPhone = z.object({ phone: looseText, wa_id: looseText });

function toCard({ name, phones, vcard = '' }: z.infer<typeof waCard>): { name?: string | undefined; phones: string[] } {
  const joined = [name?.first_name, name?.last_name].filter((part) => part !== undefined).join(' ');
  const listed = readList(waPhone, phones, mostPhones).flatMap(({ phone, wa_id }) => toNumber(phone, wa_id) ?? []);
  const written = [...vcard.matchAll(/^TEL[^:\r\n]*:(.+)$/gim)].flatMap(([, phone]) => toNumber(phone?.trim()) ?? []);
  return withoutGaps({
    name: name?.formatted_name ?? (joined === '' ? /^FN[^:\r\n]*:(.+)$/im.exec(vcard)?.[1]?.trim() : joined),
    phones: listed.length > 0 ? listed : written.slice(0, mostPhones),
  });
}

/** In international form where that is known; a number without its country stays as it was typed. */
function toNumber(phone: string | undefined, whatsAppId?: string | undefined): string | undefined {
  const known = whatsAppId === undefined ? undefined : toPhone(whatsAppId);
  return known ?? (phone?.startsWith('+') ? (toPhone(phone) ?? phone) : phone);
}
