import { words } from '@/app/_words/en';
import type { IncomingContent } from '@/flows/schema/message';
import { wordsOf } from '@/flows/schema/words-of';
import type { PhoneContent, PhoneFile } from './phone-content';

/** A customer's message as the phone draws it. */
export function shownContent(content: IncomingContent, file: PhoneFile | null): PhoneContent {
  switch (content.type) {
    case 'text':
    case 'choice':
      return { type: 'text', text: wordsOf(content) };
    case 'media': {
      const { kind, filename = null, caption = null, transcript = null } = content;
      return { type: 'file', kind, file, filename, caption, transcript };
    }
    case 'reaction':
      return content.emoji === null
        ? { type: 'text', text: words.phone.tookBack }
        : { type: 'reaction', to: content.to, emoji: content.emoji };
    case 'location':
    case 'contacts':
    case 'form':
    case 'order':
    case 'unsupported':
      return content;
    default:
      return content satisfies never;
  }
}

/** What a quotation shows of a message: its words, or what kind of message it is. */
export function wordsOfBubble(content: PhoneContent): string {
  return writtenIn(content) ?? nameOfKind(content);
}

/** The words that somebody wrote or said in a message; null where a quotation shows our name for its kind. */
export function writtenIn(content: PhoneContent): string | null {
  switch (content.type) {
    case 'file':
      return content.caption ?? content.transcript?.text ?? content.filename;
    case 'media':
      return content.caption ?? content.filename ?? null;
    case 'location':
    case 'template':
      return content.name ?? null;
    case 'contacts':
    case 'unsupported':
      return null;
    case 'order':
      return content.text ?? null;
    case 'reaction':
      return content.emoji;
    default:
      return content.text;
  }
}

function nameOfKind(content: PhoneContent): string {
  switch (content.type) {
    case 'file':
      return words.phone.kinds[content.kind];
    case 'media':
      return words.simulator.file[content.kind];
    case 'location':
      return words.phone.place;
    case 'contacts':
      return words.phone.contactCard;
    case 'order':
      return words.phone.order(content.items.length);
    case 'unsupported':
      return words.simulator.unsupported(content.kind);
    default:
      return '';
  }
}
