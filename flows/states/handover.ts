import { z } from 'zod';
import { localizedText } from '../schema/language';
import { defineState, firstText } from './define-state';

const data = z.strictObject({
  reason: z.string().min(1).max(100),
  summary: localizedText,
});

/** Asks for an officer and goes on at once; what the customer is told is a state of its own. */
export const handover = defineState({
  type: 'handover',
  data,
  waits: false,
  outcomes: () => [{ id: 'next', label: 'next' }],
  enter: (state, turn) => {
    turn.emit({
      type: 'handover.requested',
      reason: state.reason,
      summary: turn.text(state.summary),
      state: turn.stateId,
    });
    return { type: 'go', outcomes: ['next'] };
  },
  texts: (state) => [{ path: 'summary', text: state.summary, use: 'internal' }],
  summary: (state, language) => firstText(state.summary, language) || state.reason,
  example: { reason: 'ready', summary: { en: 'Wants {{ loan_amount_needed | lakhCrore }}' } },
});
