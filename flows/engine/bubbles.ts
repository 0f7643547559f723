import type { TurnEvent } from '../schema/events';
import type { OutgoingContent } from '../schema/message';

/** One message as it goes out, and which of the flow's texts it is made of. */
export type Bubble = Readonly<{ content: OutgoingContent; textKeys: readonly string[] }>;

/** Bodies up to this many characters are joined; a longer one would be cut by WhatsApp (interactive body, 1,024). */
const LONGEST_JOINED = 1_000;

/**
 * What a turn said, as few messages as it fits in: every message costs money and attention. A text joins the text or
 * the body of the buttons or list that follows it.
 */
export function toBubbles(events: readonly TurnEvent[]): Bubble[] {
  const bubbles: Bubble[] = [];
  for (const event of events) {
    if (event.type !== 'message.said') continue;
    const last = bubbles.at(-1);
    const joined = last ? join(last.content, event.content) : null;
    if (last && joined) bubbles.splice(-1, 1, { content: joined, textKeys: [...last.textKeys, event.textKey] });
    else bubbles.push({ content: event.content, textKeys: [event.textKey] });
  }
  return bubbles;
}

function join(first: OutgoingContent, second: OutgoingContent): OutgoingContent | null {
  if (first.type !== 'text') return null;
  if (second.type !== 'text' && second.type !== 'buttons' && second.type !== 'list') return null;
  const text = `${first.text}\n\n${second.text}`;
  return text.length <= LONGEST_JOINED ? { ...second, text } : null;
}
