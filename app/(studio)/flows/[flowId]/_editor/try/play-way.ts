import type { Play, PlayedTurn } from './play';

/** Where a try-out is and how it came there, for the drawing. */
export type PlayWay = Readonly<{ current: string | null; visited: ReadonlySet<string>; taken: ReadonlySet<string> }>;

/** The way up to the turn that is looked at (its place among the turns), or to the end. */
export function wayOf(play: Play | null, lookedAt: number | null): PlayWay {
  const turns = turnsUntil(play, lookedAt);
  const events = turns.flatMap((turn) => turn.events);
  return {
    current: turns.at(-1)?.state ?? null,
    visited: new Set(events.flatMap((event) => (event.type === 'state.entered' ? [event.state] : []))),
    taken: new Set(events.flatMap((event) => (event.type === 'transition.taken' ? [event.transition] : []))),
  };
}

/** The turns up to the one that is looked at, or all of them. */
export function turnsUntil(play: Play | null, lookedAt: number | null): readonly PlayedTurn[] {
  if (play === null) return [];
  return lookedAt === null ? play.turns : play.turns.slice(0, lookedAt + 1);
}
