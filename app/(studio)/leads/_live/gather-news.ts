type Setup = Readonly<{
  /** Reads again what has changed. */
  act: () => void;
  /** Whether somebody is in the middle of something that must not be moved under their hand. */
  isHeld: () => boolean;
  /** Runs something after so many milliseconds; gives back what calls it off. */
  later: (run: () => void, ms: number) => () => void;
  nowMs: () => number;
}>;

export type Gathering = Readonly<{ happened: () => void; stop: () => void }>;

/** What happens within it is read in one go. */
const TOGETHER_MS = 400;
/** It is not read again sooner: in a busy hour something happens all the time. */
const PAUSE_MS = 5_000;
/** How soon it is looked whether hands are free again. */
const HELD_MS = 500;

/** Acts on many news at once, not too often, and only while nobody is in the middle of something. */
export function gatherNews({ act, isHeld, later, nowMs }: Setup): Gathering {
  let callOff: (() => void) | null = null;
  let actedMs = Number.NEGATIVE_INFINITY;
  const plan = (ms: number): void => {
    callOff = later(run, ms);
  };
  const run = (): void => {
    callOff = null;
    if (isHeld()) {
      plan(HELD_MS);
      return;
    }
    actedMs = nowMs();
    act();
  };
  return {
    happened: () => {
      if (callOff === null) plan(Math.max(TOGETHER_MS, actedMs + PAUSE_MS - nowMs()));
    },
    stop: () => {
      callOff?.();
      callOff = null;
    },
  };
}
