import type { Scenario } from '@/flows/scenarios/scenario';
import type { Flow } from '@/flows/schema/flow';
import type { SlotName, SlotValue } from '@/flows/schema/slots';
import type { Play, PlayedTurn } from './play';
import type { Tryout, TryStep } from './tryout';

type ScenarioStep = Scenario['steps'][number];

/** A try-out as a scenario that expects what came back; null when nothing happened in it that could be played again. */
export function tryoutToScenario(flow: Flow, { start, steps }: Tryout, play: Play, name: string): Scenario | null {
  const recorded = steps.flatMap((step, index): ScenarioStep[] => {
    const done = doneIn(step);
    const taken = play.turns.filter((turn) => turn.step === index);
    return done === null ? [] : [{ ...done, expect: expectedOf(taken, step) }];
  });
  if (recorded.length === 0) return null;
  const hasOwnStart = start.state !== null || Object.keys(start.slots).length > 0;
  return {
    name,
    flow: flow.id,
    language: start.language,
    timezone: start.timezone,
    now: start.now,
    startedBy: start.startedBy,
    ...(hasOwnStart ? { startAt: { state: start.state ?? flow.start, slots: start.slots } } : {}),
    steps: recorded,
  };
}

/** A failing send changes nothing in the conversation, and is no step of a scenario. */
function doneIn(step: TryStep): Omit<ScenarioStep, 'expect'> | null {
  switch (step.type) {
    case 'said': {
      const [only, ...more] = step.texts;
      const said = only !== undefined && more.length === 0 ? only : [...step.texts];
      return { said, ...(step.understoodAs === null ? {} : { understoodAs: step.understoodAs }) };
    }
    case 'tapped':
      return { tap: step.id };
    case 'passed':
      return { passes: `PT${step.seconds}S` };
    case 'settled':
      return { effect: step.result };
    case 'sendFails':
      return null;
    default:
      return step satisfies never;
  }
}

/** What must come again: where it led and by which ways, and what was understood. Words may be improved without it. */
function expectedOf(taken: readonly PlayedTurn[], step: TryStep): ScenarioStep['expect'] {
  const last = taken.at(-1);
  if (!last) return {};
  const transitions = taken.flatMap(({ events }) =>
    events.flatMap((event) => (event.type === 'transition.taken' ? [event.transition] : [])),
  );
  const intent = step.type === 'said' && step.understoodAs === null ? last.understanding?.intent : undefined;
  const slots = slotsTold(taken);
  return {
    state: last.state,
    ...(intent === undefined ? {} : { intent }),
    ...(step.type === 'said' ? { language: last.language } : {}),
    ...(transitions.length > 0 ? { transitions: [...new Set(transitions)] } : {}),
    ...(Object.keys(slots).length > 0 ? { slots } : {}),
    ...(last.hasEnded ? { ended: true } : {}),
  };
}

/** What the customer or a service told; what the flow works out from it changes with the product's facts. */
function slotsTold(taken: readonly PlayedTurn[]): Record<SlotName, SlotValue> {
  const told: Record<SlotName, SlotValue> = {};
  for (const event of taken.flatMap(({ events }) => events)) {
    if (event.type === 'slot.filled' && (event.source === 'customer' || event.source === 'effect')) {
      told[event.slot] = event.value;
    } else if (event.type === 'slot.cleared') delete told[event.slot];
  }
  return told;
}
