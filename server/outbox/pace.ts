/**
 * How many messages may be claimed at once. A claimed message that has not left yet is in doubt when the process dies, so a
 * process that is new, cold and perhaps dying again takes few; each message that gets through makes it trust itself more.
 */
export type Pace = {
  /** Room for further messages while `busy` are on their way. */
  readonly room: (busy: number) => number;
  readonly hear: (status: 'accepted' | 'rejected' | 'unknown' | 'retry') => void;
};

export function createPace(): Pace {
  let trust = least;
  return {
    room: (busy) => Math.max(0, Math.min(Math.floor(trust), Math.floor(trust) * busyForEach - busy)),
    hear: (status) => {
      if (status === 'accepted') trust = Math.min(most, trust + step);
      if (status === 'unknown') trust = Math.max(least, trust / 2);
    },
  };
}

const least = 2;
const most = 32;
const step = 1 / 8;
/** Messages that wait for WhatsApp's answer are in no doubt of this kind: several rounds may be under way. */
const busyForEach = 4;
