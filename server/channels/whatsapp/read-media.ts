import { z } from 'zod';
import type { IncomingContent, IncomingMediaKind } from '@/flows/schema/message';
import { looseText, looseWords, withoutGaps } from './read-value';

/**
 * A customer's file as WhatsApp describes it; undefined if it names none, or if WhatsApp could not take the file in
 * (`errors` beside it): then there is nothing to fetch.
 */
export function readMedia(type: WaMediaType, part: unknown, errors: unknown): IncomingContent | undefined {
  const media = waMedia.safeParse(part).data;
  if (!media || (Array.isArray(errors) && errors.length > 0)) return undefined;
  const { id: mediaId, mime_type: mimeType, sha256, filename, caption } = media;
  const kind = kindOf(type, media.voice);
  const content: IncomingContent = { type: 'media', kind, mediaId, mimeType, sha256, filename, caption };
  return withoutGaps(content);
}

export type WaMediaType = IncomingMediaKind; // WhatsApp's names; "voice" is left from older days

/** `voice` is a recording made in the chat; without it the audio was shared as a file. */
function kindOf(type: WaMediaType, isVoice: unknown): IncomingMediaKind {
  return type === 'audio' && isVoice === true ? 'voice' : type;
}

const waMedia = z.object({
  // The id becomes part of an address that is fetched with our token, so it must not be able to be another one.
  id: z.union([z.string(), z.number().transform(String)]).refine((id) => /^[\w-]{1,256}$/.test(id)),
  mime_type: looseText,
  sha256: looseText,
  filename: looseText,
  caption: looseWords,
  voice: z.unknown().optional(),
});
