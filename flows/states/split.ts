import { z } from 'zod';
import { defineState } from './define-state';

const data = z.strictObject({
  variants: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z0-9_]{1,64}$/, 'A variant id has small letters, digits and underscores.'),
        weight: z.number().positive(),
      }),
    )
    .min(1),
});

/** Sends a share of the contacts along each variant; the same contact always goes the same way. */
export const split = defineState({
  type: 'split',
  data,
  waits: false,
  outcomes: (state) => state.variants.map((item) => ({ id: `variant:${item.id}`, label: item.id })),
  enter: (state, turn) => {
    const total = state.variants.reduce((sum, item) => sum + item.weight, 0);
    let left = turn.share() * total;
    for (const item of state.variants) {
      left -= item.weight;
      if (left < 0) return { type: 'go', outcomes: [`variant:${item.id}`] };
    }
    return { type: 'go', outcomes: state.variants.slice(-1).map((item) => `variant:${item.id}`) };
  },
  summary: (state) => state.variants.map((item) => `${item.id} ${item.weight}`).join('\n'),
  example: {
    variants: [
      { id: 'a', weight: 1 },
      { id: 'b', weight: 1 },
    ],
  },
});
