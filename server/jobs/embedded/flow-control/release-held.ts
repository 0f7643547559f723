import type { PoolClient } from 'pg';
import { knownFunction } from '../registry/registry';
import type { FunctionConfig } from '../types';
import { type AdmittedNow, admitNow } from './admit-now';
import { deleteControl, lockHeld } from './store';

/**
 * Lets go what is held under a key (a debounced event, an unfilled batch) and says which run is to be made of it; null when
 * none is. Belongs into the transaction that makes the run.
 */
export async function releaseHeld(
  client: PoolClient,
  key: string,
  nowMs: number,
): Promise<{ readonly config: FunctionConfig; readonly admission: AdmittedNow } | null> {
  const held = await lockHeld(client, key, nowMs);
  if (held && held.dueAtMs > nowMs) return null; // another event came in between: it waits again
  await deleteControl(client, key);
  const config = held && (await knownFunction(held.functionId));
  if (!config) return null; // the function is gone
  const admission = await admitNow(client, config, held.events, nowMs);
  return admission.admit === 'now' ? { config, admission } : null;
}
