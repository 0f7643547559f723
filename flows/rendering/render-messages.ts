import type { OutgoingContent } from '../schema/message';
import { isWebAddress } from '../schema/web-address';
import { whatsAppLimits as limits } from '../schema/whatsapp-limits';
import type { ChannelPayload, RenderWords } from './channel-payload';
import { fitText } from './cut-text';
import { renderButtons, renderList } from './render-choices';
import { renderMedia } from './render-media';
import { renderTemplate } from './render-template';
import { type ContentOf, envelope, footerOf, splitForBody, textPayloads } from './text-payloads';

/**
 * A content as WhatsApp messages, whatever its size: a long text becomes several messages, more than three buttons a list,
 * more than ten rows several lists; titles are shortened and ids kept. The check before publishing warns of all of these.
 * It is logic and no effect: WhatsApp, the simulator and the editor's preview draw the same.
 */
export function renderMessages(content: OutgoingContent, words: RenderWords = {}): ChannelPayload[] {
  const payloads = renderContent(content, words);
  const quotes = 'quotes' in content ? content.quotes : undefined;
  const [first, ...others] = payloads;
  // The rest of a long answer needs no second quotation.
  return quotes === undefined || !first ? payloads : [{ ...first, context: { message_id: quotes } }, ...others];
}

function renderContent(content: OutgoingContent, words: RenderWords): ChannelPayload[] {
  switch (content.type) {
    case 'text':
      return textPayloads(content.text);
    case 'buttons':
      return renderButtons(content, words);
    case 'list':
      return renderList(content);
    case 'link':
      return renderLink(content);
    case 'locationRequest':
      return renderLocationRequest(content);
    case 'media':
      return renderMedia(content);
    case 'reaction':
      return [{ ...envelope, type: 'reaction', reaction: { message_id: content.to, emoji: content.emoji } }];
    case 'template':
      return [renderTemplate(content)];
    default:
      return content satisfies never;
  }
}

/** A button needs an address that WhatsApp takes; without one, everything is said in words. */
function renderLink(content: ContentOf<'link'>): ChannelPayload[] {
  const url = content.url.trim();
  if (!isWebAddress(url) || url.length > limits.linkUrl) return textPayloads(linkInWords(content, url));
  const { before, body } = splitForBody(content.text, limits.linkBody);
  const label = fitText(content.label.trim(), limits.linkLabel) || fitText(hostOf(url), limits.linkLabel);
  return [
    ...before,
    {
      ...envelope,
      type: 'interactive',
      interactive: {
        type: 'cta_url',
        body: { text: body },
        ...footerOf(content),
        action: { name: 'cta_url', parameters: { display_text: label, url } },
      },
    },
  ];
}

function linkInWords({ text, label, footer = '' }: ContentOf<'link'>, url: string): string {
  const address = url === '' ? '' : `${label.trim()}: ${url}`.replace(/^: /, '');
  return [text, address, footer].filter((part) => part.trim() !== '').join('\n\n');
}

function hostOf(url: string): string {
  return url.replace(/^https?:\/\//i, '').split(/[/?#]/)[0] ?? url;
}

function renderLocationRequest({ text }: ContentOf<'locationRequest'>): ChannelPayload[] {
  const { before, body } = splitForBody(text, limits.locationRequestBody);
  return [
    ...before,
    {
      ...envelope,
      type: 'interactive',
      interactive: { type: 'location_request_message', body: { text: body }, action: { name: 'send_location' } },
    },
  ];
}
