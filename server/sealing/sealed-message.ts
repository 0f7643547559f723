import { sealJson } from './seal-column';
import { tokensOfText } from './search-tokens';

/** A message's content as its column keeps it, and what it is found by beside it. */
export function sealedMessage(content: unknown) {
  return { content: sealJson('messages.content', content), tokens: messageTokens(content) };
}

/** What a message is found by: keyed hashes of its words. */
export function messageTokens(content: unknown): number[] {
  return tokensOfText(messageWords(content));
}

/** The words that people see of a message, and what was said in a voice note. */
export function messageWords(content: unknown): string {
  if (typeof content !== 'object' || content === null) return '';
  const fields = new Map<string, unknown>(Object.entries(content));
  const words = ['text', 'title', 'caption', 'filename', 'variables'].map((key) => fields.get(key));
  const transcript = fields.get('transcript');
  const said = typeof transcript === 'object' && transcript !== null && 'text' in transcript ? transcript.text : '';
  return [...words, said].flatMap(textsOf).join(' ');
}

function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
