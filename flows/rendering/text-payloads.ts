import type { OutgoingContent } from '../schema/message';
import { whatsAppLimits as limits } from '../schema/whatsapp-limits';
import type { ChannelPayload } from './channel-payload';
import { fitText, splitText } from './cut-text';

/** A text as messages, as many as it needs; none for a text with nothing in it. */
export function textPayloads(text: string): ChannelPayload[] {
  return splitText(text, limits.textBody).map((body) => ({
    ...envelope,
    type: 'text',
    text: { preview_url: false, body },
  }));
}

/** What every message on the wire begins with. */
export const envelope = { messaging_product: 'whatsapp', recipient_type: 'individual' } as const;

/** What of a text fits beside buttons (its end, where the question is), and messages for what must go before. */
export function splitForBody(text: string, limit: number): { before: ChannelPayload[]; body: string } {
  const whole = text.trim();
  const body = splitText(whole, limit).at(-1) ?? '…'; // WhatsApp refuses an empty body
  return { before: textPayloads(whole.slice(0, Math.max(0, whole.length - body.length))), body };
}

export function footerOf(content: { readonly footer?: string | undefined }): { footer?: { text: string } } {
  const text = fitText(content.footer?.trim() ?? '', limits.footer);
  return text === '' ? {} : { footer: { text } };
}

/** One kind of content. */
export type ContentOf<T extends OutgoingContent['type']> = Extract<OutgoingContent, { type: T }>;
