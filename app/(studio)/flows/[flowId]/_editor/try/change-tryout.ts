import type { Tryout, TryStep } from './tryout';

/** What becomes of the answers after one that is changed: said again, or dropped. */
export type LaterSteps = 'keep' | 'drop';

export function withStep(tryout: Tryout, step: TryStep): Tryout {
  return { ...tryout, steps: [...tryout.steps, step] };
}

/** Puts another step in the place of one that was taken; at the end, it is added. */
export function answeredOtherwise(tryout: Tryout, index: number, step: TryStep, later: LaterSteps): Tryout {
  const after = later === 'keep' ? tryout.steps.slice(index + 1) : [];
  return { ...tryout, steps: [...tryout.steps.slice(0, index), step, ...after] };
}

/** What the customer wrote, oldest first: what can be recalled into the field. */
export function textsSaid({ steps }: Tryout): readonly string[] {
  return steps.flatMap((step) => (step.type === 'said' ? step.texts : []));
}
