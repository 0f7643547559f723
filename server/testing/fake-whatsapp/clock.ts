/** WhatsApp's clock: the real one, moved ahead as far as a test wants. It never goes back. */
export type FakeClock = {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Lets time pass at once, e.g. the 24 hours after which a conversation closes. */
  readonly advance: (ms: number) => void;
};

export function createClock(): FakeClock {
  let aheadMs = 0;
  return {
    now: () => Date.now() + aheadMs,
    advance: (ms) => {
      if (!(ms >= 0)) throw new RangeError(`A clock goes ahead, not by ${ms} ms.`);
      aheadMs += ms;
    },
  };
}
