import type { ClientBase } from 'pg';
import { enqueue } from '../queue/queue';
import type { FunctionConfig } from '../types';
import { flowConfigOf } from './flow-config';
import { readPlaces, takeRefused, takeTurns } from './store';

// With two limits, who is first for the one may still be refused by the other, while somebody behind is not.
const MOST_WOKEN_BY_TWO = 3;

/**
 * A call of a run has ended: whoever was refused for the same place may ask again, of whatever function, who is most important
 * or has waited longest first. With one limit only one of them, so that nobody behind can be faster.
 */
export async function wakeRefused(
  client: Pick<ClientBase, 'query'>,
  runId: string,
  config: FunctionConfig,
  nowMs: number,
): Promise<void> {
  const { length: limits } = flowConfigOf(config).concurrency;
  if (limits === 0) return;
  const places = await readPlaces(client, runId);
  await takeTurns(client, places); // who is being refused in this moment is refused before we look
  const refused = await takeRefused(client, { places, most: limits === 1 ? 1 : MOST_WOKEN_BY_TWO, nowMs });
  await enqueue(
    client,
    refused.map(({ id, priority }) => ({ task: 'job-item', id, priority })),
  );
}
