import type { ChannelPayload } from '@/flows/rendering/channel-payload';
import type { MediaKind } from '@/flows/schema/message';
import type { FileFields } from './store';

export type FileWords = {
  readonly kind: MediaKind;
  readonly caption?: string | undefined;
  readonly filename?: string | undefined;
  readonly quotes?: string | undefined;
};

/** The message that sends a file which the channel holds. Sound has no caption; only a document shows its name. */
export function payloadOfFile({ quotes, ...words }: FileWords, mimeType: string, fields: FileFields): ChannelPayload {
  const payload = withFile(words, mimeType, fields);
  return quotes === undefined ? payload : { ...payload, context: { message_id: quotes } };
}

function withFile({ kind, caption, filename }: FileWords, mimeType: string, fields: FileFields): ChannelPayload {
  const captioned = { ...fields, ...(caption === undefined ? {} : { caption }) };
  switch (kind) {
    case 'image':
      return { ...envelope, type: 'image', image: captioned };
    case 'video':
      return { ...envelope, type: 'video', video: captioned };
    case 'document':
      return {
        ...envelope,
        type: 'document',
        document: { ...captioned, ...(filename === undefined ? {} : { filename }) },
      };
    case 'audio':
      return { ...envelope, type: 'audio', audio: fields };
    case 'voice':
      // Only Ogg is played as a voice note; other sound is sent as a file.
      return { ...envelope, type: 'audio', audio: mimeType === 'audio/ogg' ? { ...fields, voice: true } : fields };
    default:
      return kind satisfies never;
  }
}

const envelope = { messaging_product: 'whatsapp', recipient_type: 'individual' } as const;
