import type { Play, PlayedBubble } from './play';
import { speakerOf } from './said-texts';

export type SaidByState = Readonly<{ turn: number; at: string; bubble: PlayedBubble }>;

/** Everything that a state said in a try-out, oldest first: its own texts, and what rules said while it was there. */
export function saidByState(play: Play | null, state: string): readonly SaidByState[] {
  return (play?.turns ?? []).flatMap(({ bubbles, at }, turn) =>
    bubbles
      .filter(({ parts }) => parts.some((part) => part.state === state || speakerOf(part) === state))
      .map((bubble) => ({ turn, at, bubble })),
  );
}
