import { intent } from '@/flows/schema/intents';
import type { Actor } from '../../auth/actor';
import { KnownError } from '../../errors';
import { selectExamples } from './store';

/**
 * What a customer asked in a turn, in their words, what it was read as, and what they are called. Throws `record.notFound`
 * where that is gone.
 */
export async function readQuestion(actor: Actor, turnId: string) {
  const [asked] = await selectExamples(actor, [turnId]);
  const read = intent.safeParse(asked?.intent);
  if (!asked || !read.success || asked.text === '') {
    throw new KnownError('record.notFound', 'The conversation in which this was asked has been forgotten.');
  }
  return { intent: read.data, text: asked.text, language: asked.language, names: asked.names };
}
