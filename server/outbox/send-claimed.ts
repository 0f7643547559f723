import { setTimeout as sleep } from 'node:timers/promises';
import type { Channel, ChannelId, Recipient, SendResult } from '../channels/channel';
import { isDatabaseAway } from '../errors';
import { ring } from '../inbox/bells';
import { groupCommit } from '../inbox/group-commit';
import { log } from '../log';
import { messageIdsOf } from '../sealing/message-id';
import { applyRefusals } from './apply-refusals';
import { stopUnwanted } from './claim/store';
import type { SendJournal } from './journal/send-journal';
import { judgeSend } from './judge-send';
import { createSendAlerts } from './send-alerts';
import { showIds } from './show-ids';
import { attemptKey, type Dispatch, type Outcome, recordOutcomes } from './store';

export type SenderOptions = {
  /** The worker in whose name messages were claimed. */
  readonly owner: string;
  readonly channels: Readonly<Record<ChannelId, Channel | undefined>>;
  readonly journal: SendJournal;
  /** How long one attempt may take, in milliseconds. */
  readonly deadlineMs: number;
  /** Hears what the channel said, and what becomes of the message, before it is recorded. */
  readonly onAnswer: (dispatch: Dispatch, result: SendResult, status: Outcome['status']) => void;
};

/**
 * Sends one claimed message when its moment has come, records what came of it, and draws the consequences. Rejects when the
 * outcome could not be recorded.
 */
export function createSender(options: SenderOptions): (dispatch: Dispatch) => Promise<void> {
  const { owner, channels, journal, deadlineMs, onAnswer } = options;
  const records = groupCommit(recordAll, { flights: 2, mostWeight: 500, isHopeless: isDatabaseAway });
  const unwanted = groupCommit((ids: readonly string[]) => findUnwanted(owner, ids), {
    flights: 2,
    mostWeight: 100,
    isHopeless: isDatabaseAway,
  });
  const alerts = createSendAlerts('sending.held');

  /** Waits for the message's moment. Says whether it may still leave: an opt-out may have come meanwhile. */
  const awaitMoment = async ({ id, waitMs }: Dispatch): Promise<boolean> => {
    if (waitMs < 1) return true;
    await sleep(waitMs);
    // A database that is away knows of no opt-out either.
    return !(await unwanted.add(id).catch(() => false));
  };

  const tellAbout = async (dispatch: Dispatch, result: SendResult, startedMs: number): Promise<void> => {
    const { id, channel, account } = dispatch;
    if (result.ok) return alerts.itWorks(channel, account, startedMs);
    const { code, detail, needsPerson, scope } = result;
    const severity = scope === 'channel' ? 'critical' : 'warning';
    if (needsPerson) await alerts.raise({ channel, account, code, detail, severity });
    await applyRefusals([{ id, code }]).catch((error: unknown) => {
      log.error({ outboxId: id, err: error }, 'refusal.notApplied');
    });
  };

  return async (dispatch) => {
    const channel = channels[dispatch.channel];
    if (!channel) return; // claims name configured channels only
    if (!(await awaitMoment(dispatch))) return ring('outbox');
    const startedMs = Date.now();
    const ids = await messageIdsOf(dispatch.channel);
    const attempt = { key: attemptKey(dispatch), channel: dispatch.channel };
    const answer = await journal.record(attempt, () =>
      channel.send(showIds(dispatch.payload, ids), recipientOf(dispatch), {
        outboxId: dispatch.id,
        account: dispatch.account ?? undefined,
        deadlineMs,
      }),
    );
    const result = answer.ok ? { ...answer, externalId: ids.hide(answer.externalId) } : answer;
    const outcome = judgeSend(dispatch, result, Date.now());
    onAnswer(dispatch, result, outcome.status);
    await recordPatiently(records.add, outcome);
    ring('outbox', outcome.status === 'retry' ? outcome.retryAfterMs : 0);
    await tellAbout(dispatch, result, startedMs);
  };
}

function recipientOf({ phone, bsuid }: Dispatch): Recipient {
  return { phone: phone ?? undefined, bsuid: bsuid ?? undefined };
}

/** What is known must not become unknown because the database is away for a moment. */
async function recordPatiently(record: (outcome: Outcome) => Promise<undefined>, outcome: Outcome): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await record(outcome);
    } catch (error) {
      if (!isDatabaseAway(error) || attempt >= mostRecordAttempts) throw error;
      await sleep(recordPauseMs);
    }
  }
}

const mostRecordAttempts = 120;
const recordPauseMs = 500;

async function recordAll(outcomes: readonly Outcome[]): Promise<undefined[]> {
  await recordOutcomes(outcomes);
  return outcomes.map(() => undefined);
}

async function findUnwanted(owner: string, ids: readonly string[]): Promise<boolean[]> {
  const stopped = await stopUnwanted(owner, ids);
  return ids.map((id) => stopped.has(id));
}
