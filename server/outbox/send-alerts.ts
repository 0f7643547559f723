import { closeAlert, type NewAlert, raiseAlert, readOpenAlerts } from '../alerts/store';
import type { ChannelId } from '../channels/channel';
import { log } from '../log';

/** Alerts about sending, which close by themselves when sending works again, whichever process had opened them. */
export type SendAlerts = {
  /** Somebody must act: tells them at once. A repetition within some seconds is not counted. */
  readonly raise: (trouble: SendTrouble) => Promise<void>;
  /** A message of this account got through that was begun at `startedMs`: what was last seen before is over. */
  readonly itWorks: (channel: ChannelId, account: string | null, startedMs: number) => Promise<void>;
};

export type SendTrouble = {
  readonly channel: ChannelId;
  readonly account: string | null;
  /** What the channel said, as our own `noun.problem`. */
  readonly code: string;
  readonly detail: string;
  readonly severity: NewAlert['severity'];
};

/** `topic` tells the alerts of one cause from all others: they are called `<topic>:<code>`. */
export function createSendAlerts(topic: 'sending.held' | 'delivery.failing'): SendAlerts {
  const raisedAt = new Map<string, number>();
  let lookedAt = Number.NEGATIVE_INFINITY;

  return {
    raise: async ({ channel, account, code, detail, severity }) => {
      const alert = { channel, account: account ?? '', code: `${topic}:${code}` };
      const key = `${keyOf(channel, account)}${code}`;
      if (Date.now() - (raisedAt.get(key) ?? Number.NEGATIVE_INFINITY) < pauseMs) return;
      raisedAt.set(key, Date.now());
      await tolerate(raiseAlert({ ...alert, severity, detail }));
    },
    itWorks: async (channel, account, startedMs) => {
      // Another process may have opened one and not live to close it: now and then all look.
      const over = [...raisedAt].filter(([key, at]) => key.startsWith(keyOf(channel, account)) && at < startedMs);
      if (over.length === 0 && Date.now() - lookedAt < lookMs) return;
      lookedAt = Date.now();
      for (const [key] of over) raisedAt.delete(key);
      await tolerate(closeOlder(`${topic}:`, channel, account ?? '', startedMs));
    },
  };
}

function keyOf(channel: ChannelId, account: string | null): string {
  return `${channel} ${account ?? ''} `;
}

const pauseMs = 5_000;
const lookMs = 30_000;

async function closeOlder(prefix: string, channel: ChannelId, account: string, startedMs: number): Promise<void> {
  for (const alert of await readOpenAlerts()) {
    const isOurs = alert.code.startsWith(prefix) && alert.channel === channel && alert.account === account;
    if (isOurs && alert.seenAt.getTime() < startedMs) await closeAlert(alert);
  }
}

/** Sending goes on without its alerts. */
function tolerate(work: Promise<void>): Promise<void> {
  return work.catch((error: unknown) => log.error({ err: error }, 'alert.failed'));
}
