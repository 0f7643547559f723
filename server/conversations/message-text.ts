import { textOfContent, textOfIncoming } from '@/flows/rendering/text-of-content';
import { incomingContent, outgoingContent } from '@/flows/schema/message';

/** A stored message as plain text; what has no words is named in square brackets. Empty for what can't be read. */
export function messageText(direction: 'in' | 'out', content: unknown): string {
  if (direction === 'in') {
    const heard = incomingContent.safeParse(content);
    return heard.success ? textOfIncoming(heard.data) : '';
  }
  const said = outgoingContent.safeParse(content);
  if (!said.success) return '';
  return said.data.type === 'media' ? said.data.caption || `[${said.data.kind}]` : textOfContent(said.data);
}
