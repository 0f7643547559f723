import { recordAudit } from '../../audit/store';
import type { Actor } from '../../auth/actor';
import { getPool } from '../../db/pool';
import { inTransaction } from '../../db/transaction';
import { storableJson } from '../../inbox/storable-json';
import { log } from '../../log';
import { defaultHandoverSettings, type HandoverSettings, handoverSettings } from './handover-settings';

const KEY = 'handover';

/** The settings as they stand; the defaults where nothing was set, or where what was set can't be read. */
export async function readHandoverSettings(): Promise<HandoverSettings> {
  const { rows } = await getPool().query<{ value: unknown }>('SELECT value FROM settings WHERE key = $1', [KEY]);
  const read = handoverSettings.safeParse(rows[0]?.value ?? {});
  if (read.success) return read.data;
  log.error({ key: KEY }, 'setting.unreadable');
  return defaultHandoverSettings;
}

export async function writeHandoverSettings(actor: Actor, value: HandoverSettings): Promise<void> {
  await inTransaction(async (client) => {
    await client.query(
      `INSERT INTO settings (key, value, updated_at) VALUES ($1, $2::jsonb, now())
       ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = now()`,
      [KEY, storableJson(value)],
    );
    await recordAudit(
      { actor, act: 'settings.changed', subject: { type: 'settings', id: KEY }, detail: { ...value } },
      client,
    );
  });
}
