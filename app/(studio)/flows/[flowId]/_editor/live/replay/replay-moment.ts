import type { SlotValue } from '@/flows/schema/slots';
import type { Lit } from '../../lit';
import type { ReplayStep } from '../live-types';

/** A conversation as it stood after one of its steps. */
export type Moment = Readonly<{
  step: ReplayStep;
  lit: Pick<Lit, 'current' | 'visited' | 'taken'>;
  /** Everything known by then, what was learnt last at the end. */
  slots: ReadonlyMap<string, SlotValue>;
  /** In which language the business spoke last; null when it had said nothing yet. */
  language: string | null;
}>;

/** How a conversation stood after the step at `index`; undefined for a conversation without steps. */
export function momentAt(steps: readonly ReplayStep[], index: number): Moment | undefined {
  const at = Math.min(Math.max(0, index), steps.length - 1);
  const step = steps[at];
  if (!step) return undefined;
  const past = steps.slice(0, at + 1);
  const slots = new Map<string, SlotValue>();
  for (const { slot, value } of past.flatMap((one) => one.slots)) {
    slots.delete(slot);
    slots.set(slot, value);
  }
  return {
    step,
    lit: {
      current: step.stateAfter,
      visited: new Set(past.flatMap(({ entered, stateAfter }) => [...entered, stateAfter])),
      taken: new Set(past.flatMap(({ transitions }) => transitions)),
    },
    slots,
    language: past.flatMap(({ said }) => said).at(-1)?.language ?? null,
  };
}

/** The first step that came to a state or took a transition; the first of all when none did. */
export function firstStepAt(
  steps: readonly ReplayStep[],
  { state, transition }: Readonly<{ state: string | null; transition: string | null }>,
): number {
  const found = steps.findIndex(
    (step) =>
      (transition !== null && step.transitions.includes(transition)) ||
      (state !== null && (step.entered.includes(state) || step.stateAfter === state)),
  );
  return Math.max(0, found);
}
