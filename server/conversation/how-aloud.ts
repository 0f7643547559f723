import type { UnpreparedPayload } from '@/flows/rendering/channel-payload';
import type { OutgoingContent } from '@/flows/schema/message';
import { wordsToSpeak } from '../speech/words-to-speak';
import type { MessageEntry, TurnWorld } from './turn-work';

/** What of a turn's words goes out as a voice note too: nothing, what its author marked, or all that can be spoken. */
export type Aloud = 'nothing' | 'marked' | 'everything';

/** Who speaks is spoken to, unless the owner set it otherwise. */
export function howAloud({ speaks }: TurnWorld, inbound: readonly MessageEntry[]): Aloud {
  if (speaks === null || speaks === 'never') return 'nothing';
  const isSpokenTo = inbound.some(({ payload: { content } }) => content.type === 'media' && content.kind === 'voice');
  return isSpokenTo ? 'everything' : 'marked';
}

/** A message's words, to be spoken; nothing for a picture, a reaction or a template. */
export function speechOf(content: OutgoingContent, language: string): UnpreparedPayload[] {
  const text = wordsToSpeak(content, language);
  return text === '' ? [] : [{ type: 'speech', text, language }];
}
