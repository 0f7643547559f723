import { whatsAppLimits as limits } from '../schema/whatsapp-limits';
import type { ChannelPayload } from './channel-payload';
import { splitText } from './cut-text';
import { type ContentOf, envelope, textPayloads } from './text-payloads';

/** A file by its address, its caption with it where WhatsApp has a place for one, and what is left over after it. */
export function renderMedia({ kind, url: link, caption: words = '' }: ContentOf<'media'>): ChannelPayload[] {
  if (kind === 'audio') return [{ ...envelope, type: 'audio', audio: { link } }, ...textPayloads(words)];
  if (kind === 'voice') return [{ ...envelope, type: 'audio', audio: { link, voice: true } }, ...textPayloads(words)];
  const [caption, ...rest] = splitText(words, limits.mediaCaption);
  const captioned = { link, ...(caption === undefined ? {} : { caption }) };
  const after = textPayloads(rest.join('\n'));
  switch (kind) {
    case 'image':
      return [{ ...envelope, type: 'image', image: captioned }, ...after];
    case 'video':
      return [{ ...envelope, type: 'video', video: captioned }, ...after];
    case 'document':
      return [{ ...envelope, type: 'document', document: { ...captioned, ...filenameOf(link) } }, ...after];
    default:
      return kind satisfies never;
  }
}

/** The name under which a customer sees a document: the last part of its address, if that looks like a file. */
function filenameOf(link: string): { filename?: string } {
  const last = link.split(/[?#]/)[0]?.split('/').at(-1) ?? '';
  return /^[\w.% -]{1,200}\.\w{2,5}$/.test(last) ? { filename: last.replaceAll('%20', ' ') } : {};
}
