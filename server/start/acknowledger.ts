import type { Channel, ChannelId } from '../channels/channel';
import type { Acknowledgeable } from '../conversation/handle-inbound';
import { log } from '../log';

/**
 * Ticks customers' messages blue and shows "typing…" while they are answered. A nicety: it never fails, it holds up nothing,
 * and where more are under way than a channel answers, some are left out. The same message is acknowledged once.
 */
export function createAcknowledger(channels: Acknowledging): (message: Acknowledgeable) => void {
  let inFlight = 0;
  const known = new Set<string>();

  const acknowledge = async (message: Acknowledgeable): Promise<void> => {
    const { externalId, account } = message;
    const result = await channels[message.channel]?.acknowledge(externalId, 'typing', { deadlineMs, account });
    if (result?.ok === false) log.debug({ code: result.code }, 'message.notAcknowledged');
  };

  return (message) => {
    if (message.channel === 'simulator' || inFlight >= mostInFlight || known.has(message.externalId)) return;
    remember(known, message.externalId);
    inFlight += 1;
    acknowledge(message)
      .catch((error: unknown) => log.debug({ err: error }, 'message.notAcknowledged'))
      .finally(() => {
        inFlight -= 1;
      });
  };
}

type Acknowledging = Readonly<Record<ChannelId, Pick<Channel, 'acknowledge'> | undefined>>;

const mostInFlight = 16;
const deadlineMs = 5_000;
/** Enough for those whose turn waits for a voice note, and is looked at again each second. */
const mostKnown = 1_000;

function remember(known: Set<string>, id: string): void {
  known.add(id);
  for (const oldest of known) {
    if (known.size <= mostKnown) return;
    known.delete(oldest);
  }
}
