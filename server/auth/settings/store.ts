import type { PoolClient } from 'pg';
import { recordAudit } from '../../audit/store';
import { getPool } from '../../db/pool';
import { inTransaction } from '../../db/transaction';
import { KnownError } from '../../errors';
import { storableJson } from '../../inbox/storable-json';
import type { Actor } from '../actor';
import { type SignInSettings, signInSettings } from './sign-in-settings';

const KEY = 'signIn';

/** The settings as they stand. Throws for what can't be read: a rule that protects is not dropped in silence. */
export async function readSignInSettings(): Promise<SignInSettings> {
  const { rows } = await getPool().query<{ value: unknown }>('SELECT value FROM settings WHERE key = $1', [KEY]);
  return signInSettings.parse(rows[0]?.value ?? { ownersNeedSecondFactor: false });
}

/** Sets them. Refuses to ask of other owners what the one who asks has not done: they would be held back themselves. */
export async function writeSignInSettings(actor: Actor, value: SignInSettings): Promise<void> {
  await inTransaction(async (client) => {
    if (value.ownersNeedSecondFactor) await requireOwn(client, actor);
    await client.query(
      `INSERT INTO settings (key, value, updated_at) VALUES ($1, $2::jsonb, now())
       ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = now()`,
      [KEY, storableJson(value)],
    );
    const subject = { type: 'settings', id: KEY } as const;
    await recordAudit({ actor, act: 'settings.changed', subject, detail: { ...value } }, client);
  });
}

/** A condition on `users`: an owner who must set up a second factor first. The setting is missing where nobody turned it on. */
export const heldBack = `role = 'owner' AND two_factor_enabled IS NOT TRUE AND EXISTS
  (SELECT FROM settings s WHERE s.key = '${KEY}' AND s.value->'ownersNeedSecondFactor' = 'true'::jsonb)`;

async function requireOwn(client: PoolClient, actor: Actor): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM users WHERE id = $1 AND two_factor_enabled FOR SHARE', [
    actor.id,
  ]);
  if (rowCount === 0) throw new KnownError('record.conflict', 'Turn on your own second factor first, under Account.');
}
