import { z } from 'zod';

const word = z.string().nullish();
const worded = z.object({
  text: word,
  caption: word,
  title: word,
  transcript: z.object({ text: word }).nullish(),
  filename: word,
  emoji: word,
});

/** What there is to read of a stored message: its words, what was said in a voice note, or a file's name; '' where there is nothing. */
export function shownWords(content: unknown): string {
  const known = worded.safeParse(content).data;
  if (!known) return '';
  const { text, caption, title, transcript, filename, emoji } = known;
  return text ?? caption ?? title ?? transcript?.text ?? filename ?? emoji ?? '';
}

/** The beginning of a message, as lists show it. */
export function beginningOf(words: string): string {
  return [...words.trim()].slice(0, LONGEST).join('');
}

const LONGEST = 160;
