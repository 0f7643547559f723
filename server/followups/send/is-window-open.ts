import type { ChannelId } from '../../channels/channel';

const WINDOW_MS = 24 * 3_600_000;
/** What waits for its turn to leave must still find the window open. */
const MARGIN_MS = 10 * 60_000;

/** Whether free words may be said to somebody at a moment: WhatsApp takes them for 24 hours after they last wrote. */
export function isWindowOpen(
  { channel, lastInboundMs }: { readonly channel: ChannelId; readonly lastInboundMs: number | null },
  atMs: number,
): boolean {
  return channel === 'simulator' || (lastInboundMs !== null && atMs < lastInboundMs + WINDOW_MS - MARGIN_MS);
}
