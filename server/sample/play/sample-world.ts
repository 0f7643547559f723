import type { TurnWorld } from '../../conversation/turn-work';
import { turnWorldNow } from '../../conversation/turn-world-now';
import { insertModelCall, readSpent } from '../../understanding/model-calls/store';
import { defaultUnderstandingSettings } from '../../understanding/settings/understanding-settings';
import { createTurnReader } from '../../understanding/turn-reader';
import { embeddedReader, readHistory } from '../../understanding/understand-turn';

/** The world of the sample's turns: our own, without anything that costs money, leaves the house or is not always the same. */
export async function sampleWorld(): Promise<TurnWorld> {
  const world = await turnWorldNow({ allowLoopback: false });
  const understand = createTurnReader({
    reader: embeddedReader(),
    facts: world.facts,
    packs: world.packs,
    settings: defaultUnderstandingSettings,
    model: null,
    history: readHistory,
    spent: readSpent,
    record: insertModelCall,
  });
  return {
    ...world,
    understand,
    speaks: null,
    performEffect: async () => ({ ok: false, code: 'effect.notPerformed' }),
  };
}
