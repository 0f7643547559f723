import type { Channel, ChannelId } from '../channels/channel';
import { log } from '../log';
import { createChannelGates } from './channel-gates';
import { createLimitMemory } from './claim/limit-memory';
import { createLookPlan } from './claim/look-plan';
import { claimDispatches, msUntilNextDispatch } from './claim/store';
import { replaceClosed } from './closed-window/replace-closed';
import type { SendJournal } from './journal/send-journal';
import { createPace } from './pace';
import { createSender } from './send-claimed';
import type { Dispatch } from './store';

/** Sends what is in the outbox, many contacts side by side, the messages of one contact strictly one after the other. */
export type Deliverer = {
  /** Claims what may be sent, as far as there is room, and begins sending. Says after how many milliseconds to look again. */
  readonly deliverDue: () => Promise<number>;
  readonly busyCount: () => number;
  /** Resolves when every send that was begun has its outcome recorded, or could not record it. */
  readonly settled: () => Promise<void>;
};

export type DelivererOptions = {
  /** The worker in whose name messages are claimed. */
  readonly owner: string;
  readonly channels: Readonly<Record<ChannelId, Channel | undefined>>;
  readonly journal: SendJournal;
  /** How long one attempt may take, in milliseconds. */
  readonly deadlineMs?: number;
  /** How long an unsettled `unknown` keeps the messages behind it waiting. */
  readonly holdMs?: number;
};

export function createDeliverer(options: DelivererOptions): Deliverer {
  const { owner, channels, journal, deadlineMs = 10_000, holdMs = 10_000 } = options;
  const leaseMs = deadlineMs + 5_000; // outlasts the attempt and the record of it
  const gates = createChannelGates(configured(channels));
  const accounts = channels.whatsapp?.accounts ?? [];
  const memory = createLimitMemory();
  const plan = createLookPlan();
  const pace = createPace();
  const busy = new Set<Promise<void>>();
  let roomAt = Number.NEGATIVE_INFINITY; // by performance.now(): before it WhatsApp lets none of our numbers send more

  const send = createSender({
    owner,
    channels,
    journal,
    deadlineMs,
    onAnswer: ({ channel }, result, status) => {
      gates.hear(channel, result);
      pace.hear(status);
    },
  });

  const begin = (dispatch: Dispatch) => {
    const sending = send(dispatch)
      .catch((error: unknown) => {
        // The row stays as it is and becomes `unknown` when its lease runs out.
        log.error({ outboxId: dispatch.id, err: error }, 'send.notRecorded');
      })
      .finally(() => busy.delete(sending));
    busy.add(sending);
  };

  const look = async (): Promise<number> => {
    const room = pace.room(busy.size);
    if (room <= 0) return fullPauseMs;
    const open = gates.open(room, busy.size);
    if (open.channels.length === 0) return Number.POSITIVE_INFINITY;
    const startedAt = performance.now();
    const claim = await claimDispatches({
      owner,
      leaseMs,
      holdMs,
      accounts,
      memory,
      reach: plan.next(),
      ...open,
    });
    plan.hear(claim.touched, performance.now() - startedAt);
    for (const dispatch of claim.dispatches) begin(dispatch);
    if (claim.toReplace.length > 0) await replaceClosed(claim.toReplace);
    const { roomMs = 0 } = claim;
    roomAt = performance.now() + roomMs;
    if (claim.touched > 0 || roomMs > 0) return roomMs;
    return (await msUntilNextDispatch()) ?? Number.POSITIVE_INFINITY;
  };

  return {
    deliverDue: async () => {
      const untilRoom = roomAt - performance.now();
      return untilRoom > 0 ? untilRoom : look();
    },
    busyCount: () => busy.size,
    settled: async () => {
      while (busy.size > 0) await Promise.all(busy);
    },
  };
}

const fullPauseMs = 10;

function configured(channels: DelivererOptions['channels']): ChannelId[] {
  return Object.values(channels).flatMap((channel) => channel?.id ?? []);
}
