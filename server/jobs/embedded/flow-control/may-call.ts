import type { PoolClient } from 'pg';
import type { FunctionConfig } from '../types';
import { flowConfigOf } from './flow-config';
import { countExecuting, takeTurns } from './store';

const ASK_AGAIN_MS = 1000; // a call that ends wakes those that were refused: this is for what no wake tells of

/**
 * Whether one more call of a run may be made now, by the limits of its function on calls at the same time. Runs that sleep or
 * wait take no place. Belongs into the transaction that marks the call as under way.
 */
export async function mayCall(
  client: PoolClient,
  run: { readonly keys: Readonly<Record<string, string>> },
  config: FunctionConfig,
  nowMs: number,
): Promise<true | { readonly againMs: number }> {
  const places = flowConfigOf(config).concurrency.flatMap(({ limit }, index) => {
    const place = run.keys[`concurrency.${index}`];
    return place === undefined ? [] : [{ place, limit }];
  });
  if (places.length === 0) return true;
  await takeTurns(
    client,
    places.map(({ place }) => place),
  );
  for (const { place, limit } of places) {
    if ((await countExecuting(client, place)) >= limit) return { againMs: nowMs + ASK_AGAIN_MS };
  }
  return true;
}
