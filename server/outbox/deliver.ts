import { setTimeout as sleep } from 'node:timers/promises';
import type { Channel, ChannelId } from '../channels/channel';
import { isDatabaseAway } from '../errors';
import { ring } from '../inbox/bells';
import { groupCommit } from '../inbox/group-commit';
import { log } from '../log';
import { createChannelGates } from './channel-gates';
import type { SendJournal } from './journal/send-journal';
import { judgeSend } from './judge-send';
import { createPace } from './pace';
import { attemptKey, claimDispatches, type Dispatch, type Outcome, recordOutcomes } from './store';

/** Sends what is in the outbox, many contacts side by side, the messages of one contact strictly one after the other. */
export type Deliverer = {
  /** Claims what may be sent, as far as there is room, and begins sending. `isFull` if more may be waiting. */
  readonly deliverDue: () => Promise<{ readonly claimed: number; readonly isFull: boolean }>;
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
  const records = groupCommit(recordAll, { flights: 2, mostWeight: 500, isHopeless: isDatabaseAway });
  const pace = createPace();
  const busy = new Set<Promise<void>>();

  /** What is known must not become unknown because the database is away for a moment. */
  const recordPatiently = async (outcome: Outcome): Promise<void> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await records.add(outcome);
      } catch (error) {
        if (!isDatabaseAway(error) || attempt >= mostRecordAttempts) throw error;
        await sleep(recordPauseMs);
      }
    }
  };

  const send = async (dispatch: Dispatch): Promise<void> => {
    const channel = channels[dispatch.channel];
    if (!channel) return; // claims name configured channels only
    const to = { phone: dispatch.phone ?? undefined, bsuid: dispatch.bsuid ?? undefined };
    const attempt = { key: attemptKey(dispatch), channel: dispatch.channel };
    const result = await journal.record(attempt, () =>
      channel.send(dispatch.payload, to, { outboxId: dispatch.id, deadlineMs }),
    );
    gates.hear(dispatch.channel, result);
    const outcome = judgeSend(dispatch, result, Date.now());
    pace.hear(outcome.status);
    await recordPatiently(outcome);
    ring('outbox', outcome.status === 'retry' ? outcome.retryAfterMs : 0);
  };

  const begin = (dispatch: Dispatch) => {
    const sending = send(dispatch)
      .catch((error: unknown) => {
        // The row stays as it is and becomes `unknown` when its lease runs out.
        log.error({ outboxId: dispatch.id, err: error }, 'send.notRecorded');
      })
      .finally(() => busy.delete(sending));
    busy.add(sending);
  };

  return {
    deliverDue: async () => {
      const room = pace.room(busy.size);
      const open = gates.open(room, busy.size);
      if (open.most <= 0 || open.channels.length === 0) return { claimed: 0, isFull: room <= 0 };
      const dispatches = await claimDispatches({ owner, leaseMs, holdMs, ...open });
      for (const dispatch of dispatches) begin(dispatch);
      return { claimed: dispatches.length, isFull: dispatches.length === open.most };
    },
    busyCount: () => busy.size,
    settled: async () => {
      while (busy.size > 0) await Promise.all(busy);
    },
  };
}

const mostRecordAttempts = 120;
const recordPauseMs = 500;

async function recordAll(outcomes: readonly Outcome[]): Promise<undefined[]> {
  await recordOutcomes(outcomes);
  return outcomes.map(() => undefined);
}

function configured(channels: DelivererOptions['channels']): ChannelId[] {
  return Object.values(channels).flatMap((channel) => channel?.id ?? []);
}
