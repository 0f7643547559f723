import { textOfContent } from '@/flows/rendering/text-of-content';
import type { TurnEvent } from '@/flows/schema/events';

export type SaidText = {
  readonly textKey: string;
  readonly language: string;
  readonly state: string;
  readonly text: string;
};

/** A said message as text; none for an event that is something else. */
export function saidTextOf(event: TurnEvent): SaidText[] {
  if (event.type !== 'message.said') return [];
  const { textKey, language, state, content } = event;
  return [{ textKey, language, state, text: textOfContent(content) }];
}
