import type { ChannelId, SendResult } from '../channels/channel';

/**
 * Which channels may be sent to now. One that asked us to wait, or does not let us in, is closed for that time; then a
 * single message tries it, and only when that gets through do the others follow.
 */
export type ChannelGates = {
  /** What may be claimed, with room for `room` messages while `busy` are on their way. */
  readonly open: (room: number, busy: number) => { readonly channels: readonly ChannelId[]; readonly most: number };
  readonly hear: (channel: ChannelId, result: SendResult) => void;
};

export function createChannelGates(channels: readonly ChannelId[], now: () => number = Date.now): ChannelGates {
  const closedUntil = new Map<ChannelId, number>();
  return {
    open: (room, busy) => {
      const free = channels.filter((channel) => !closedUntil.has(channel));
      const trying = channels.filter((channel) => (closedUntil.get(channel) ?? Number.POSITIVE_INFINITY) <= now());
      const [first] = trying;
      // The others wait this one round: a trial must be alone to be one.
      return first !== undefined && busy === 0 ? { channels: [first], most: 1 } : { channels: free, most: room };
    },
    hear: (channel, result) => {
      // One that was on its way when the channel closed is no sign that it has opened.
      if (result.ok && (closedUntil.get(channel) ?? 0) <= now()) closedUntil.delete(channel);
      if (!result.ok && result.scope === 'channel' && result.retryable) {
        closedUntil.set(channel, now() + 1000 * (result.retryAfterSeconds ?? 5));
      }
    },
  };
}
