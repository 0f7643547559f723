import { z } from 'zod';
import { neededConditionText } from '../schema/expression-text';
import { defineState } from './define-state';

const data = z.strictObject({
  cases: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z0-9_]{1,64}$/, 'A case id has small letters, digits and underscores.'),
        label: z.string().max(200).optional(),
        condition: neededConditionText,
      }),
    )
    .min(1),
});

/** Goes along the first case whose condition holds, else along `else`. */
export const branch = defineState({
  type: 'branch',
  data,
  waits: false,
  outcomes: (state) => [
    ...state.cases.map((item) => ({ id: `case:${item.id}`, label: item.label ?? item.condition })),
    { id: 'else', label: 'else' },
  ],
  enter: (state, turn) => {
    const first = state.cases.find((item) => turn.holds(item.condition));
    return { type: 'go', outcomes: [first ? `case:${first.id}` : 'else'] };
  },
  expressions: (state) =>
    state.cases.map((item, index) => ({ path: `cases.${index}.condition`, expression: item.condition })),
  summary: (state) => state.cases.map((item) => item.label ?? item.condition).join('\n'),
  example: { cases: [{ id: 'large', label: 'large loan', condition: 'loan_amount_needed > 10000000' }] },
});
