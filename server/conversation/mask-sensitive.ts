import type { IncomingContent } from '@/flows/schema/message';
import type { Reply } from '@/flows/schema/turn-input';
import type { Understanding } from '@/flows/schema/understanding';
import { wordsOf } from '@/flows/schema/words-of';
import { maskSpans } from '@/flows/understanding/mask-spans';
import type { MessagePayload } from '../inbox/inbox-item';
import type { MessageEntry } from './turn-work';

/** An inbox entry's payload without the identity, card and account numbers that were read in it; the same when none were. */
export function maskEntry({ payload }: MessageEntry, reply: Reply | null): MessagePayload {
  const content = maskContent(payload.messageId, payload.content, reply?.understanding);
  return content === payload.content ? payload : { ...payload, content };
}

/** The same for a reply as a turn's record keeps it. */
export function maskReply(reply: Reply): Reply {
  if (reply.understanding.sensitive.length === 0) return reply;
  const messages = reply.messages.map((message) => ({
    ...message,
    content: maskContent(message.id, message.content, reply.understanding),
  }));
  return { ...reply, messages };
}

function maskContent(
  messageId: string,
  content: IncomingContent,
  understanding: Understanding | undefined,
): IncomingContent {
  const spans = understanding?.sensitive.filter((span) => span.messageId === messageId) ?? [];
  if (spans.length === 0) return content;
  return withWords(content, maskSpans(wordsOf(content), spans));
}

/** The content with other words in the place of those that `wordsOf` gives; values of a form are left out with them. */
function withWords(content: IncomingContent, words: string): IncomingContent {
  switch (content.type) {
    case 'text':
    case 'order':
      return { ...content, text: words };
    case 'form':
      return { ...content, text: words, values: {} };
    case 'media':
      if (content.caption !== undefined) return { ...content, caption: words };
      return content.transcript ? { ...content, transcript: { ...content.transcript, text: words } } : content;
    case 'location':
      return { ...content, name: '', address: words };
    case 'choice': // our own words
    case 'contacts':
    case 'reaction':
    case 'unsupported':
      return content;
    default:
      return content satisfies never;
  }
}
