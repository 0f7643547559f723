import type { Choice, IncomingContent } from '../schema/message';
import { wordsOf } from '../schema/words-of';
import { plainWords } from '../states/plain-words';

/** No title is longer; a longer text is read as a text. */
const LONGEST_CHOICE = 100;

/**
 * The id of the choice that a message takes; null for none. The words on an offered choice, or its number, are as good as a tap,
 * written or spoken; a tap may be on a choice that was offered long ago.
 */
export function choiceIn(content: IncomingContent, offered: readonly Choice[]): string | null {
  if (content.type === 'choice') return content.id;
  if (content.type !== 'text' && content.type !== 'media') return null;
  const text = wordsOf(content);
  if (text === '' || offered.length === 0 || text.length > LONGEST_CHOICE) return null;
  const words = plainWords(text);
  const byNumber = /^\d{1,2}$/.test(words) ? offered[Number(words) - 1] : undefined;
  return (byNumber ?? offered.find((choice) => plainWords(choice.title) === words))?.id ?? null;
}
