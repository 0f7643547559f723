/**
 * What a process may rely on for a while of what the limits depend on. Counting the contacts of a day takes longer the more
 * there were, so it is done rarely while much is left, and at each claim when it gets tight.
 */
export type LimitMemory = {
  /** Further contacts that may be opened a conversation with: null is any number, undefined that it must be counted now. */
  readonly openings: () => number | null | undefined;
  readonly openingsCounted: (left: number | null) => void;
  readonly openingsUsed: (contacts: number) => void;
  /** What comes in counts towards a number's throughput too; undefined when it must be looked at. */
  readonly incoming: () => IncomingRates | undefined;
  readonly incomingCounted: (rates: IncomingRates) => void;
};

/** Messages a second that customers write, by account. */
export type IncomingRates = Readonly<Record<string, number>>;

export function createLimitMemory(now: () => number = Date.now): LimitMemory {
  let openings: Remembered<number | null> | undefined;
  let incoming: Remembered<IncomingRates> | undefined;
  const isFresh = (remembered: Remembered<unknown>) => now() - remembered.at < freshMs;
  return {
    openings: () => {
      const mayRely = openings && isFresh(openings) && (openings.value === null || openings.value > tight);
      return mayRely ? openings?.value : undefined;
    },
    openingsCounted: (left) => {
      openings = { value: left, at: now() };
    },
    openingsUsed: (contacts) => {
      if (openings && openings.value !== null) openings = { ...openings, value: openings.value - contacts };
    },
    incoming: () => (incoming && isFresh(incoming) ? incoming.value : undefined),
    incomingCounted: (rates) => {
      incoming = { value: rates, at: now() };
    },
  };
}

type Remembered<Value> = { readonly value: Value; readonly at: number };

const freshMs = 2_000;
/** As much as a fast number can use up in that time, whichever process sends. */
const tight = 2_000;
