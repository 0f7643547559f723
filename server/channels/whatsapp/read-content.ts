import { z } from 'zod';
import type { IncomingContent } from '@/flows/schema/message';
import { readCards } from './read-cards';
import { readForm } from './read-form';
import { readMedia } from './read-media';
import {
  anything,
  cleanText,
  looseNumber,
  looseObject,
  looseText,
  looseUrl,
  looseWords,
  messageId,
  readList,
  shortName,
  withoutGaps,
} from './read-value';

/** What a message of WhatsApp says. A kind that is new, or that lacks what it is about, keeps WhatsApp's name of it. */
export function readContent(message: WaContent): IncomingContent {
  return readKnown(message) ?? { type: 'unsupported', kind: kindOf(message) };
}

const tapped = looseObject({ id: looseText, title: looseText });

/** The keys of a message that say what is in it, each under its kind's name. */
export const waContent = {
  type: looseText,
  errors: anything,
  origin: looseText,
  text: anything,
  image: anything,
  audio: anything,
  voice: anything,
  video: anything,
  document: anything,
  sticker: anything,
  location: anything,
  contacts: anything,
  reaction: anything,
  order: anything,
  button: looseObject({ payload: looseText, text: looseText }),
  interactive: looseObject({ type: looseText, button_reply: tapped, list_reply: tapped, nfm_reply: anything }),
  unsupported: looseObject({ type: looseText }),
};
const _waContent = z.object(waContent);
type WaContent = z.infer<typeof _waContent>;

function readKnown(message: WaContent): IncomingContent | undefined {
  switch (message.type) {
    case 'text': {
      const read = waText.safeParse(message.text);
      return read.success ? { type: 'text', text: cleanText(read.data.body) } : undefined;
    }
    case 'image':
    case 'audio':
    case 'voice':
    case 'video':
    case 'document':
    case 'sticker':
      return readMedia(message.type, message[message.type], message.errors);
    case 'location':
      return readLocation(message.location);
    case 'contacts':
      return readCards(message.contacts, message.origin);
    case 'reaction':
      return readReaction(message.reaction);
    case 'order':
      return readOrder(message.order);
    case 'button':
      return choiceOf(message.button?.payload, message.button?.text);
    case 'interactive': {
      const { button_reply, list_reply, nfm_reply } = message.interactive ?? {};
      const reply = button_reply ?? list_reply;
      return choiceOf(reply?.id, reply?.title) ?? readForm(nfm_reply);
    }
    default:
      return undefined;
  }
}

/** What was tapped; an id without words, or words without an id, still tell it. */
function choiceOf(id: string | undefined, title: string | undefined): IncomingContent | undefined {
  const either = id ?? title;
  return either === undefined ? undefined : { type: 'choice', id: either, title: title ?? either };
}

function readLocation(part: unknown): IncomingContent | undefined {
  const { latitude, longitude, ...place } = waLocation.safeParse(part).data ?? {};
  if (latitude === undefined || longitude === undefined) return undefined;
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return undefined;
  const content: IncomingContent = { type: 'location', latitude, longitude, ...place };
  return withoutGaps(content);
}

/** A reaction that was taken away comes without an emoji, or with an empty one. */
function readReaction(part: unknown): IncomingContent | undefined {
  const read = waReaction.safeParse(part);
  if (!read.success) return undefined;
  return { type: 'reaction', to: read.data.message_id, emoji: read.data.emoji ?? null };
}

function readOrder(part: unknown): IncomingContent | undefined {
  const order = waOrder.safeParse(part).data;
  if (!order) return undefined;
  const items = readList(waItem, order.product_items, mostItems).map(({ product_retailer_id: id, ...item }) => {
    return withoutGaps({ id, quantity: item.quantity ?? 1, price: item.item_price });
  });
  const content: IncomingContent = { type: 'order', text: order.text, items };
  return withoutGaps(content);
}

const mostItems = 500;

const waText = z.object({ body: z.string() });
const waLocation = z.object({
  latitude: looseNumber,
  longitude: looseNumber,
  name: looseText,
  address: looseText,
  url: looseUrl,
});
const waReaction = z.object({ message_id: messageId, emoji: looseText });
const waOrder = z.object({ text: looseWords, product_items: anything });
const waItem = z.object({
  product_retailer_id: looseText.pipe(z.string()),
  quantity: looseNumber,
  item_price: looseNumber,
});

/** The channel's own name of a kind, with its sub-kind where one type covers several ("interactive.product"). */
function kindOf(message: WaContent): string {
  const type = message.type ?? 'unknown';
  const subtype =
    type === 'interactive' ? message.interactive?.type : type === 'unsupported' ? message.unsupported?.type : undefined;
  return shortName(subtype === undefined ? type : `${type}.${subtype}`);
}
