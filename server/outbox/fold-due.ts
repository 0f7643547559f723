import { ring } from '../inbox/bells';
import { applyRefusals } from './apply-refusals';
import { createSendAlerts } from './send-alerts';
import { foldStatuses } from './store';

/** Folds what the channels have told of our messages, and draws the consequences. Says how many statuses it took. */
export type StatusFolder = (most: number) => Promise<number>;

export function createStatusFolder(): StatusFolder {
  const alerts = createSendAlerts('delivery.failing');
  return async (most) => {
    const { taken, freed, failed, arrived } = await foldStatuses(most);
    if (freed > 0) ring('outbox');
    await applyRefusals(failed);
    for (const { channel, account, code, detail, needsPerson } of failed) {
      if (needsPerson) await alerts.raise({ channel, account, code, detail: detail ?? code, severity: 'critical' });
    }
    // Messages still arrive that were sent before it began: only a while without failures means that it is over.
    for (const { channel, account } of arrived) await alerts.itWorks(channel, account, Date.now() - quietMs);
    return taken;
  };
}

const quietMs = 60_000;
