import { type FilledAnswer, fillCanned } from '@/flows/canned/fill-canned';
import type { Actor } from '../../auth/actor';
import { knownOfContact } from '../known/known-of-contact';
import { type CannedAnswer, listCanned } from './store';

/** An answer as it can be sent to one customer. */
export type CannedForContact = Pick<CannedAnswer, 'id' | 'shortcut' | 'title'> & FilledAnswer;

/** All answers, filled for one customer and the officer who writes. */
export async function cannedFor(
  actor: Pick<Actor, 'name'>,
  contactId: string,
  nowMs: number,
): Promise<readonly CannedForContact[]> {
  const [answers, { known, language, world }] = await Promise.all([listCanned(), knownOfContact(contactId, nowMs)]);
  const all = new Map([...known, ['officer', actor.name] as const]);
  return answers.flatMap(({ id, shortcut, title, texts }) => {
    const filled = fillCanned(texts, all, { ...world, language, defaultLanguage: 'en' });
    return filled ? [{ id, shortcut, title, ...filled }] : [];
  });
}
