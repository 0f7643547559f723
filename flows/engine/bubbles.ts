import type { TurnEvent } from '../schema/events';
import type { OutgoingContent } from '../schema/message';

/** One message as it goes out, which of the flow's texts it is made of, and whether one of them is to be said aloud too. */
export type Bubble = Readonly<{ content: OutgoingContent; textKeys: readonly string[]; isSpoken: boolean }>;

/** Bodies up to this many characters are joined; a longer one would be cut by WhatsApp (interactive body, 1,024). */
const LONGEST_JOINED = 1_000;

/**
 * What a turn said, as few messages as it fits in: every message costs money and attention. A text joins the text
 * that follows it, also one with buttons, a list, a link or a request for a place.
 */
export function toBubbles(events: readonly TurnEvent[]): Bubble[] {
  const bubbles: Bubble[] = [];
  for (const event of events) {
    if (event.type !== 'message.said') continue;
    const { content, textKey, isSpoken = false } = event;
    const last = bubbles.at(-1);
    const joined = last ? join(last.content, content) : null;
    if (last && joined) {
      const textKeys = [...last.textKeys, textKey];
      bubbles.splice(-1, 1, { content: joined, textKeys, isSpoken: last.isSpoken || isSpoken });
      continue;
    }
    bubbles.push({ content, textKeys: [textKey], isSpoken });
  }
  return bubbles;
}

function join(first: OutgoingContent, second: OutgoingContent): OutgoingContent | null {
  if (first.type !== 'text') return null;
  if (second.type === 'media' || second.type === 'reaction' || second.type === 'template') return null;
  const text = `${first.text}\n\n${second.text}`;
  if (text.length > LONGEST_JOINED) return null;
  const quotes = first.quotes ?? second.quotes;
  return { ...second, text, ...(quotes === undefined ? {} : { quotes }) };
}
