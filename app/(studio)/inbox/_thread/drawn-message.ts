import { type PhoneMessage, toPhoneMessage } from '@/flows/rendering/phone-message';
import type { OutgoingContent } from '@/flows/schema/message';
import type { ThreadMessage } from '../inbox-types';

type Incoming = Extract<ThreadMessage, { direction: 'in' }>;
type Outgoing = Extract<ThreadMessage, { direction: 'out' }>;
type SentBubble = PhoneMessage & Readonly<{ externalId: string | null }>;

/** A message with what the phone shows of it. */
export type DrawnMessage = Incoming | (Outgoing & Readonly<{ bubbles: readonly SentBubble[] }>);

/** What we sent as the customer's phone draws it; what never became a payload as its words alone. */
export function drawnMessage(message: ThreadMessage): DrawnMessage {
  if (message.direction === 'in') return message;
  const bubbles = message.payloads.flatMap((payload, index): SentBubble[] => {
    const bubble = toPhoneMessage(payload);
    return bubble === undefined
      ? []
      : [{ ...withLink(bubble, message), externalId: message.externalIds[index] ?? null }];
  });
  if (bubbles.length > 0) return { ...message, bubbles };
  const quotes = 'quotes' in message.content ? message.content.quotes : undefined;
  const answered = quotes === undefined ? {} : { quotes };
  return { ...message, bubbles: [{ type: 'text', text: wordsOfSent(message.content), ...answered, externalId: null }] };
}

/** What the channel holds has no address there: it is opened from our own storage. */
function withLink(bubble: PhoneMessage, { content }: Outgoing): PhoneMessage {
  if (bubble.type !== 'media' || bubble.url !== null || content.type !== 'media') return bubble;
  return { ...bubble, url: content.url.startsWith('/api/') ? content.url : null };
}

function wordsOfSent(content: OutgoingContent): string {
  switch (content.type) {
    case 'media':
      return content.caption ?? content.kind;
    case 'template':
      return [content.name, ...content.variables].join(' · ');
    case 'reaction':
      return content.emoji;
    default:
      return content.text;
  }
}
