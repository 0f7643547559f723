import { z } from 'zod';
import { type TurnEvent, turnEvent } from '@/flows/schema/events';
import { turnInput } from '@/flows/schema/turn-input';
import { understanding } from '@/flows/schema/understanding';
import type { TurnSlotView, TurnView } from './conversation-view';
import type { StoredTurn } from './store';

/** A turn's record as screens show it. `messageIds`: the customer's messages that it answers. */
export function toTurnView(turn: StoredTurn, messageIds: readonly string[]): TurnView {
  const events = z.array(turnEvent).parse(turn.events);
  return {
    id: turn.id,
    seq: turn.seq,
    at: turn.at.toISOString(),
    flowId: turn.flowId,
    flowVersion: turn.flowVersion,
    input: turnInput.parse(turn.input).type,
    messageIds,
    stateBefore: turn.stateBefore,
    stateAfter: turn.stateAfter,
    path: pathOf(events),
    understanding: turn.understanding === null ? null : understanding.parse(turn.understanding),
    slots: events.flatMap(slotOf),
    events,
    timings: timings.parse(turn.timings),
    cost: cost.parse(turn.cost),
  };
}

const timings = z.object({
  waitedMs: z.number(),
  understandMs: z.number(),
  runMs: z.number(),
  effectsMs: z.number(),
});

/** Records of before models were asked name other things that were paid for, or nothing. */
const cost = z
  .object({ llmTokens: z.number().default(0), llmInr: z.number().default(0) })
  .catch({ llmTokens: 0, llmInr: 0 });

/** The states that were entered; one that a transition led to names it. */
function pathOf(events: readonly TurnEvent[]): TurnView['path'] {
  const path: TurnView['path'][number][] = [];
  let taken: Extract<TurnEvent, { type: 'transition.taken' }> | undefined;
  for (const event of events) {
    if (event.type === 'transition.taken') taken = event;
    if (event.type !== 'state.entered') continue;
    const by = taken?.to === event.state ? taken : undefined;
    path.push({ state: event.state, transition: by?.transition ?? null, outcome: by?.outcome ?? null });
    taken = undefined;
  }
  return path;
}

function slotOf(event: TurnEvent): TurnSlotView[] {
  if (event.type !== 'slot.filled') return [];
  const { slot, value, previous, source, confidence, messageId, span } = event;
  return [{ slot, value, previous, source, confidence, messageId, span }];
}
