import type { ChannelId, SendResult } from '../channels/channel';

/**
 * Which channels may be sent to now. One that asked us to wait, or does not let us in, is closed for that time; then a
 * single message tries it, and only when that gets through do the others follow. Who is refused again waits longer.
 */
export type ChannelGates = {
  /** What may be claimed, with room for `room` messages while `busy` are on their way. */
  readonly open: (room: number, busy: number) => { readonly channels: readonly ChannelId[]; readonly most: number };
  readonly hear: (channel: ChannelId, result: SendResult) => void;
};

export function createChannelGates(channels: readonly ChannelId[], now: () => number = Date.now): ChannelGates {
  const closed = new Map<ChannelId, { readonly untilMs: number; readonly trials: number }>();

  const close = (channel: ChannelId, seconds: number) => {
    const before = closed.get(channel);
    // The others that were on their way are no trials.
    const trials = before === undefined ? 0 : before.trials + (before.untilMs <= now() ? 1 : 0);
    const waitSeconds = Math.max(seconds, Math.min(longestPatience, seconds * 2 ** trials));
    closed.set(channel, { untilMs: now() + 1000 * waitSeconds, trials });
  };

  return {
    open: (room, busy) => {
      const free = channels.filter((channel) => !closed.has(channel));
      const [first] = channels.filter((channel) => (closed.get(channel)?.untilMs ?? Number.POSITIVE_INFINITY) <= now());
      // The others wait this one round: a trial must be alone to be one.
      return first !== undefined && busy === 0 ? { channels: [first], most: 1 } : { channels: free, most: room };
    },
    hear: (channel, result) => {
      // One that was on its way when the channel closed is no sign that it has opened.
      if (result.ok && (closed.get(channel)?.untilMs ?? 0) <= now()) closed.delete(channel);
      if (!result.ok && result.scope === 'channel' && result.retryable) close(channel, result.retryAfterSeconds ?? 5);
    },
  };
}

/** Short waits are doubled up to a minute; longer ones are the channel's own. */
const longestPatience = 60;
