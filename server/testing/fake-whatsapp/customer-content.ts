import type { IncomingContent } from '@/flows/schema/message';

/**
 * What a customer does. `content` is any kind of message, named as the app names it; `raw` is the part of a message that says
 * its kind, for kinds that the app doesn't know.
 */
export type CustomerContent =
  | { readonly text: string }
  | {
      readonly tap: {
        readonly id: string;
        readonly title: string;
        readonly description?: string | undefined;
        readonly in: 'buttons' | 'list';
      };
    }
  | { readonly templateTap: { readonly text: string; readonly payload?: string } }
  | { readonly content: IncomingContent }
  | { readonly raw: { readonly type: string } & Readonly<Record<string, unknown>> };

/** The part of a message on the wire that says what is in it. */
export function wireContent(content: CustomerContent): object {
  if ('text' in content) return { type: 'text', text: { body: content.text } };
  if ('content' in content) return wireKind(content.content);
  if ('templateTap' in content) {
    const { text, payload } = content.templateTap;
    return { type: 'button', button: { payload: payload ?? text, text } };
  }
  if ('raw' in content) return content.raw;
  const { in: place, ...reply } = content.tap;
  const interactive =
    place === 'buttons'
      ? { type: 'button_reply', button_reply: { id: reply.id, title: reply.title } }
      : { type: 'list_reply', list_reply: reply };
  return { type: 'interactive', interactive };
}

function wireKind(content: IncomingContent): object {
  switch (content.type) {
    case 'text':
      return { type: 'text', text: { body: content.text } };
    case 'choice':
      return wireContent({ tap: { id: content.id, title: content.title, in: 'buttons' } });
    case 'media':
      return wireMedia(content);
    case 'location': {
      const { type, ...location } = content;
      return { type, location };
    }
    case 'contacts':
      return { type: 'contacts', contacts: content.cards.map((card) => wireCard(card, content.isOwn)) };
    case 'reaction':
      return { type: 'reaction', reaction: { message_id: content.to, ...(content.emoji && { emoji: content.emoji }) } };
    case 'form': {
      const { name, text, values } = content;
      const body = name === 'flow' ? 'Sent' : text;
      const reply = { name, body, response_json: JSON.stringify(values) };
      return { type: 'interactive', interactive: { type: 'nfm_reply', nfm_reply: reply } };
    }
    case 'order':
      return { type: 'order', order: wireOrder(content) };
    case 'unsupported': {
      const errors = [{ code: 131051, title: 'Message type unknown', message: 'Message type unknown' }];
      return { type: 'unsupported', unsupported: { type: content.kind.replace(/^unsupported\./, '') }, errors };
    }
    default:
      return content satisfies never;
  }
}

type Kind<Type extends IncomingContent['type']> = Extract<IncomingContent, { type: Type }>;

function wireMedia({ kind, mediaId, mimeType, sha256, filename, caption }: Kind<'media'>): object {
  const type = kind === 'voice' ? 'audio' : kind;
  const named = { ...(filename ? { filename } : {}), ...(caption ? { caption } : {}) };
  const sound = type === 'audio' ? { voice: kind === 'voice' } : {};
  return { type, [type]: { ...named, mime_type: mimeType, sha256, id: mediaId, ...sound } };
}

function wireCard({ name, phones }: Kind<'contacts'>['cards'][number], isOwn: boolean): object {
  return {
    origin: isOwn ? 'contact_request' : 'other',
    ...(name ? { name: { formatted_name: name } } : {}),
    phones: phones.map((phone) => ({ phone, type: 'CELL' })),
  };
}

function wireOrder({ text, items }: Kind<'order'>): object {
  const products = items.map(({ id, quantity, price }) => {
    return { product_retailer_id: id, quantity, item_price: price, currency: 'INR' };
  });
  return { catalog_id: '194836987003835', ...(text ? { text } : {}), product_items: products };
}
