import { z } from 'zod';
import { choicesOfMessage, messageTemplate, textsOfMessage } from '../schema/message-template';
import { defineState, firstTextOf } from './define-state';
import { mannerFields } from './manner';

const data = z.strictObject({
  message: messageTemplate.optional(),
  /** Shown in reports: "opted_out", "completed". */
  reason: z.string().min(1).max(100).default('finished'),
  ...mannerFields,
});

/** Ends the session; in a subflow, goes back to the flow that called it. */
export const end = defineState({
  type: 'end',
  data,
  waits: false,
  outcomes: () => [],
  enter: (state, turn) => {
    if (state.message) turn.say(state.message, 'message');
    return turn.session().calls.length > 0 ? { type: 'return' } : { type: 'end', reason: state.reason };
  },
  texts: (state) => (state.message ? textsOfMessage(state.message, 'message') : []),
  choices: (state) => (state.message ? choicesOfMessage(state.message) : []),
  summary: (state, language) => (state.message ? firstTextOf(state.message, language) : state.reason),
  example: { reason: 'finished' },
});
