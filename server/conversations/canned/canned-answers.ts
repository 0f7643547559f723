import { z } from 'zod';
import { languageCode } from '@/flows/schema/language';
import type { Actor } from '../../auth/actor';
import { newId } from '../../conversation/ids';
import { KnownError } from '../../errors';
import { deleteCanned, saveCannedRow } from './store';

const LONGEST_TEXT = 4096; // text.body, Cloud API reference

/** An answer as an officer writes it; null for a new one. */
export const cannedTexts = z.object({
  id: z.uuid().nullable(),
  shortcut: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'A shortcut has small letters, digits and dashes.'),
  title: z.string().trim().min(1, 'Give it a title.').max(80),
  texts: z
    .record(languageCode, z.string().trim().max(LONGEST_TEXT, 'WhatsApp takes 4,096 characters.'))
    .refine((texts) => Object.values(texts).some((text) => text !== ''), 'Write it in at least one language.'),
});
export type CannedTexts = Readonly<z.infer<typeof cannedTexts>>;

/** Keeps an answer. A shortcut that another one has is a conflict. */
export async function saveCanned(
  actor: Pick<Actor, 'id'>,
  { id, ...answer }: CannedTexts,
): Promise<{ readonly id: string }> {
  const kept = { ...answer, id: id ?? newId(), authorId: actor.id };
  const fate = await saveCannedRow(kept);
  if (fate === 'taken')
    throw new KnownError('record.conflict', 'Another answer has this shortcut. Choose a different one.');
  return { id: kept.id };
}

export async function removeCanned(id: string): Promise<void> {
  if (!(await deleteCanned(id))) throw new KnownError('record.notFound', 'This answer is gone already.');
}
