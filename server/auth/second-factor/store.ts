import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import { getPool } from '../../db/pool';
import { getEnv } from '../../env';
import { installationSecret } from '../../secret';

/**
 * After the secret was changed: locks with today's what codes are checked against, which the sign-in library locked with the one
 * before. Else nobody with a second factor could sign in any more. May run at any time, and again. Says how many.
 */
export async function relockFactors(): Promise<number> {
  const { VAARTA_PREVIOUS_SECRET: previous } = getEnv();
  if (previous === undefined) return 0;
  const { rows } = await getPool().query<Factor>(
    'SELECT id, secret, backup_codes AS "backupCodes" FROM user_two_factors ORDER BY id',
  );
  let relocked = 0;
  for (const factor of rows) if (await relock(factor, previous)) relocked += 1;
  return relocked;
}

type Factor = Readonly<{ id: string; secret: string; backupCodes: string }>;

async function relock({ id, secret, backupCodes }: Factor, previous: string): Promise<boolean> {
  const opened = await Promise.all([secret, backupCodes].map((locked) => open(locked, previous)));
  if (opened.includes(undefined)) return false;
  const [newSecret, newCodes] = await Promise.all(
    opened.map((data = '') => symmetricEncrypt({ key: installationSecret(), data })),
  );
  // A backup code that is used meanwhile, or another process that does the same, comes first.
  const { rowCount } = await getPool().query(
    'UPDATE user_two_factors SET secret = $2, backup_codes = $3 WHERE id = $1 AND secret = $4 AND backup_codes = $5',
    [id, newSecret, newCodes, secret, backupCodes],
  );
  return rowCount === 1;
}

/** What a secret has locked; undefined for what another one has: the lock says which. */
async function open(locked: string, key: string): Promise<string | undefined> {
  try {
    return await symmetricDecrypt({ key, data: locked });
  } catch {
    return undefined;
  }
}
