import { z } from 'zod';
import type { Answer } from './answer-types';

export const answerLanguages = ['en', 'hi', 'kn', 'ta', 'te'] as const;

/** An answer as it is typed. */
export const answerValues = z.object({
  shortcut: z.string(),
  title: z.string(),
  texts: z.record(z.string(), z.string()),
});
export type AnswerValues = Readonly<z.infer<typeof answerValues>>;

/** What the form begins with; null is a new one. */
export function valuesOf(answer: Answer | null): AnswerValues {
  const { shortcut = '', title = '', texts = {} } = answer ?? {};
  return { shortcut, title, texts: { ...texts } };
}

/** What the server keeps: empty texts are none. */
export function answerOf(id: string | null, { shortcut, title, texts }: AnswerValues) {
  const written = Object.entries(texts).filter(([, text]) => text.trim() !== '');
  return { id, shortcut, title, texts: Object.fromEntries(written) };
}

/** Whether it can be saved, as far as that is known here. */
export function isWritten({ shortcut, title, texts }: AnswerValues): boolean {
  return shortcut.trim() !== '' && title.trim() !== '' && Object.values(texts).some((text) => text.trim() !== '');
}

/** Whether a search finds it: by shortcut, title or words of any language. */
export function isFound({ shortcut, title, texts }: Answer, search: string): boolean {
  const wanted = search.trim().toLocaleLowerCase();
  return [shortcut, title, ...Object.values(texts)].some((text) => text.toLocaleLowerCase().includes(wanted));
}
