import { wordsOf } from '@/flows/schema/words-of';
import type { ChatMessage } from '../conversation-types';

/** What a customer wrote, tapped or said; undefined for what has no words, and for messages of ours. */
export function textOf(message: ChatMessage | undefined): string | undefined {
  if (message?.direction !== 'in') return undefined;
  return wordsOf(message.content) || undefined;
}
