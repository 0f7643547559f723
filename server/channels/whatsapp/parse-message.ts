import { z } from 'zod';
import type { IncomingContent } from '@/flows/schema/message';
import type { InboundEvent } from '../channel';
import { readSender, type WaContact } from './read-sender';
import { anything, cleanText, isoTime, looseObject, looseText, messageId, shortName } from './read-value';

/** One of a webhook's `messages` as an event, or the reason why it makes none. */
export function parseMessage(element: unknown, contacts: readonly WaContact[], receivedAt: string): Parsed {
  const read = waMessage.safeParse(element);
  if (!read.success) return { ok: false, reason: 'message.malformed' };
  const message = read.data;
  if (message.group_id !== undefined) return { ok: false, reason: 'message.ofGroup' };
  const at = isoTime(message.timestamp, receivedAt);
  if (message.type === 'system') {
    // Not something a customer said: WhatsApp tells that a number or a user id has changed.
    const field = shortName(`messages.system.${message.system?.type ?? 'unknown'}`);
    return { ok: true, event: { type: 'account', dedupeKey: message.id, field, at } };
  }
  if (message.type === 'request_welcome') return { ok: false, reason: 'message.withoutContent' };
  const sender = readSender([message.from, message.from_user_id], contacts);
  if (!sender) return { ok: false, reason: 'message.withoutSender' };
  return {
    ok: true,
    event: {
      type: 'message',
      dedupeKey: message.id,
      externalId: message.id,
      sender,
      at,
      content: readContent(message),
      ...(message.context?.id ? { contextExternalId: message.context.id } : {}),
    },
  };
}

export type Parsed = { ok: true; event: InboundEvent } | { ok: false; reason: string };

const tapped = looseObject({ id: looseText, title: looseText });

const waMessage = z.object({
  id: messageId,
  type: looseText,
  timestamp: anything,
  from: looseText,
  from_user_id: looseText,
  group_id: looseText,
  context: looseObject({ id: looseText }),
  text: z.object({ body: z.string() }).optional().catch(undefined),
  button: looseObject({ payload: looseText, text: looseText }),
  interactive: looseObject({ type: looseText, button_reply: tapped, list_reply: tapped }),
  system: looseObject({ type: looseText }),
  unsupported: looseObject({ type: looseText }),
});

function readContent(message: z.infer<typeof waMessage>): IncomingContent {
  switch (message.type) {
    case 'text':
      if (message.text) return { type: 'text', text: cleanText(message.text.body) };
      break;
    case 'interactive': {
      const reply = message.interactive?.button_reply ?? message.interactive?.list_reply;
      const content = choiceOf(reply?.id, reply?.title);
      if (content) return content;
      break;
    }
    case 'button': {
      const content = choiceOf(message.button?.payload, message.button?.text);
      if (content) return content;
      break;
    }
  }
  return { type: 'unsupported', kind: kindOf(message) };
}

/** What was tapped; an id without words, or words without an id, still tell it. */
function choiceOf(id: string | undefined, title: string | undefined): IncomingContent | undefined {
  const either = id ?? title;
  return either === undefined ? undefined : { type: 'choice', id: either, title: title ?? either };
}

/** The channel's own name of a kind, with its sub-kind where one type covers several ("interactive.nfm_reply"). */
function kindOf(message: z.infer<typeof waMessage>): string {
  const type = message.type ?? 'unknown';
  const subtype =
    type === 'interactive' ? message.interactive?.type : type === 'unsupported' ? message.unsupported?.type : undefined;
  return shortName(subtype === undefined ? type : `${type}.${subtype}`);
}
