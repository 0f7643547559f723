import { z } from 'zod';
import { formulaText } from '../schema/expression-text';
import { languageCode } from '../schema/language';
import { slotName } from '../schema/slots';
import { defineState } from './define-state';

const data = z.strictObject({
  assignments: z.array(z.strictObject({ slot: slotName, expression: formulaText })).default([]),
  clear: z.array(slotName).default([]),
  language: languageCode.optional(),
});

/** Sets slots from expressions, forgets slots, or changes the language. */
export const set = defineState({
  type: 'set',
  data,
  waits: false,
  outcomes: () => [{ id: 'next', label: 'next' }],
  enter: (state, turn) => {
    for (const { slot, expression } of state.assignments) {
      const value = turn.evaluate(expression);
      if (value !== undefined) turn.fill(slot, value, 'flow');
    }
    for (const slot of state.clear) turn.clear(slot);
    if (state.language) turn.changeLanguage(state.language);
    return { type: 'go', outcomes: ['next'] };
  },
  expressions: (state) =>
    state.assignments.map((item, index) => ({ path: `assignments.${index}.expression`, expression: item.expression })),
  slots: (state) => [...state.assignments.map((item) => item.slot), ...state.clear],
  summary: (state) =>
    [
      ...state.assignments.map((item) => `${item.slot} = ${item.expression}`),
      ...state.clear.map((slot) => `${slot} = ?`),
      ...(state.language ? [state.language] : []),
    ].join('\n'),
  example: { assignments: [{ slot: 'urgency', expression: '"exploring"' }], clear: [] },
});
