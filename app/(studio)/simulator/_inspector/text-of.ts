import type { ChatMessage } from '../conversation-types';

/** What a customer wrote or tapped; undefined for what has no words, and for messages of ours. */
export function textOf(message: ChatMessage | undefined): string | undefined {
  if (message?.direction !== 'in') return undefined;
  if (message.content.type === 'text') return message.content.text;
  return message.content.type === 'choice' ? message.content.title : undefined;
}
