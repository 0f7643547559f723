import type { Channel, ChannelId } from '../channels/channel';
import { ring } from '../inbox/bells';
import { log } from '../log';
import { untilDatabase } from '../media/until-database';
import { createLanes } from './lanes';
import { prepare } from './prepare';
import { cancelLateSpeech, claimUnprepared, recordPreparation, type UnpreparedRow } from './store';
import { voiceNow } from './voice';
import type { Voice } from './voice-contract';

/** Makes what messages in the outbox lack, voices and files, a few side by side, so that they may leave. */
export type PreparationLoop = {
  /** Claims what is due, as far as there is room, and begins making it. `isFull` if more may be waiting. */
  readonly prepareDue: () => Promise<{ readonly claimed: number; readonly isFull: boolean }>;
  /** Resolves when everything that was begun is recorded, or could not be. */
  readonly settled: () => Promise<void>;
};

export type PreparationOptions = {
  /** The worker in whose name messages are claimed. */
  readonly owner: string;
  readonly channels: Readonly<Record<ChannelId, Channel | undefined>>;
  /** Asked for each message; null: nothing is there that could speak. */
  readonly voice?: () => Promise<Voice | null>;
  /** How long after its text a voice note makes sense, in milliseconds. */
  readonly lateMs?: number;
};

export function createPreparation(options: PreparationOptions): PreparationLoop {
  const { owner, channels, voice = voiceNow, lateMs = 20_000 } = options;
  const ids = Object.values(channels).flatMap((channel) => channel?.id ?? []);
  const lanes = createLanes(mostAtOnce);

  const prepareOne = async (row: UnpreparedRow): Promise<void> => {
    const channel = channels[row.channel];
    if (!channel) return; // claims name configured channels only
    const preparation = await prepare(row, channel, await voice());
    if (preparation.status === 'cancelled' || preparation.status === 'rejected') {
      log.warn({ outboxId: row.id, code: preparation.problemCode }, 'message.notPrepared');
    }
    await untilDatabase(() => recordPreparation(owner, row.id, preparation));
    ring('outbox', preparation.status === 'later' ? preparation.retryAfterMs : 0);
  };

  return {
    prepareDue: async () => {
      const lateCount = await cancelLateSpeech(lateMs);
      if (lateCount > 0) {
        log.warn({ count: lateCount }, 'speech.late');
        ring('outbox'); // what stood behind may leave
      }
      const room = lanes.room();
      if (room <= 0) return { claimed: 0, isFull: true };
      const rows = await claimUnprepared(owner, room, ids);
      for (const row of rows) {
        // The row stays ours until the lease runs out, and is prepared again then.
        lanes.begin(
          () => prepareOne(row),
          (error) => log.error({ outboxId: row.id, err: error }, 'message.notPrepared'),
        );
      }
      return { claimed: rows.length, isFull: rows.length === room };
    },
    settled: lanes.settled,
  };
}

/** One whole round: what is due now, four messages at most, until they are recorded. Says how many. */
export async function prepareDue(options: PreparationOptions): Promise<number> {
  const preparation = createPreparation(options);
  const { claimed } = await preparation.prepareDue();
  await preparation.settled();
  return claimed;
}

const mostAtOnce = 4;
