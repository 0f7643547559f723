import { createHash, hkdfSync } from 'node:crypto';
import { getEnv } from '../env';
import { installationSecret } from '../secret';

/**
 * What one secret makes: the key of columns, that of values that are compared, that of look-ups, and the short name under which
 * values say which secret it was.
 */
export type ColumnKey = Readonly<{ id: string; sealing: Buffer; equal: Buffer; lookup: Buffer }>;

/** The key that is written with today, and all that can still be read: that of the secret before, while it is given. */
export function columnKeys(): { readonly current: ColumnKey; readonly known: readonly ColumnKey[] } {
  made ??= makeKeys();
  return made;
}

let made: ReturnType<typeof makeKeys> | undefined;

function makeKeys(): { readonly current: ColumnKey; readonly known: readonly ColumnKey[] } {
  const current = keyOf(installationSecret());
  const { VAARTA_PREVIOUS_SECRET: previous } = getEnv();
  return { current, known: previous === undefined ? [current] : [current, keyOf(previous)] };
}

function keyOf(secret: string): ColumnKey {
  const sealing = derived(secret, 'vaarta.columns');
  const id = createHash('sha256').update('vaarta.columnKeyId').update(sealing).digest('base64url').slice(0, ID_LENGTH);
  return { id, sealing, equal: derived(secret, 'vaarta.equal'), lookup: derived(secret, 'vaarta.lookup') };
}

const ID_LENGTH = 6;

function derived(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', purpose, 32));
}
