import type { TurnRun } from './turn-work';

/** Below this the reader is guessing. */
export const UNSURE_BELOW = 0.5;

/** What happens in a turn that made something of what was said. */
export const UNDERSTOOD_EVENTS = ['transition.taken', 'slot.filled', 'question.answered', 'choice.taken'] as const;

/** Whether a customer's words led nowhere, and the reader was guessing: twice in a row an officer is asked for. */
export function isUnsure({ input, events }: Pick<TurnRun, 'input' | 'events'>): boolean {
  const understanding = 'reply' in input ? input.reply?.understanding : undefined;
  if (!understanding || understanding.confidence >= UNSURE_BELOW) return false;
  return !events.some(({ type }) => understood.has(type));
}

const understood: ReadonlySet<string> = new Set(UNDERSTOOD_EVENTS);
