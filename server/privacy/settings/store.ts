import { getPool } from '../../db/pool';
import { KnownError } from '../../errors';
import { storableJson } from '../../inbox/storable-json';
import { type PrivacySettings, privacySettings } from './privacy-settings';

const KEY = 'privacy';

/** How erasures go; throws when what was set can't be read: better nobody is erased than by rules that nobody set. */
export async function readPrivacySettings(): Promise<PrivacySettings> {
  const { rows } = await getPool().query<{ value: unknown }>('SELECT value FROM settings WHERE key = $1', [KEY]);
  const read = privacySettings.safeParse(rows[0]?.value ?? {});
  if (read.success) return read.data;
  throw new KnownError('record.conflict', 'The privacy settings can’t be read. Save them again first.');
}

export async function writePrivacySettings(value: PrivacySettings): Promise<void> {
  await getPool().query(
    `INSERT INTO settings (key, value) VALUES ($1, $2)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = now()`,
    [KEY, storableJson(value)],
  );
}
