import type { ChannelId } from '../channels/channel';
import { getPool } from '../db/pool';

/** What a person should look at. `account` is the business number or empty; `code` is `noun.problem`, stable for ever. */
export type NewAlert = {
  readonly channel: ChannelId;
  readonly account: string;
  readonly code: string;
  readonly severity: AlertSeverity;
  /** For a person: what happened and what to do. Holds no personal data. */
  readonly detail: string;
};
export type AlertSeverity = 'critical' | 'warning' | 'information';

export type Alert = NewAlert & {
  readonly id: string;
  /** How often it was raised since it was opened. */
  readonly count: number;
  readonly openedAt: Date;
  readonly seenAt: Date;
  readonly closedAt: Date | null;
};

/** Opens an alert, or counts one that is open already. */
export async function raiseAlert({ channel, account, code, severity, detail }: NewAlert): Promise<void> {
  await getPool().query(
    `INSERT INTO channel_alerts AS a (channel, account, code, severity, detail) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (channel, account, code) WHERE closed_at IS NULL DO UPDATE SET
       count = a.count + 1, seen_at = now(), severity = excluded.severity, detail = excluded.detail`,
    [channel, account, code, severity, detail],
  );
}

/** Closes what is over. Says how many alerts that were. */
export async function closeAlert(alert: Pick<NewAlert, 'channel' | 'account' | 'code'>): Promise<number> {
  const { rowCount } = await getPool().query(
    `UPDATE channel_alerts SET closed_at = now() WHERE channel = $1 AND account = $2 AND code = $3 AND closed_at IS NULL`,
    [alert.channel, alert.account, alert.code],
  );
  return rowCount ?? 0;
}

/** Closes one alert that a person has seen to. */
export async function dismissAlert(id: string): Promise<void> {
  await getPool().query('UPDATE channel_alerts SET closed_at = now() WHERE id = $1 AND closed_at IS NULL', [id]);
}

/** The open alerts, the gravest and newest first. */
export async function readOpenAlerts(): Promise<readonly Alert[]> {
  const { rows } = await getPool().query<Alert>(
    `SELECT id, channel, account, code, severity, detail, count, opened_at AS "openedAt", seen_at AS "seenAt",
       closed_at AS "closedAt"
     FROM channel_alerts WHERE closed_at IS NULL
     ORDER BY array_position(ARRAY['critical', 'warning', 'information'], severity), seen_at DESC LIMIT 200`,
  );
  return rows;
}
