import { z } from 'zod';
import { choicesOfMessage, messageTemplate, textsOfMessage } from '../schema/message-template';
import { defineState, firstTextOf } from './define-state';
import { mannerFields } from './manner';

/** Says something and goes on at once. */
export const say = defineState({
  type: 'say',
  data: z.strictObject({ message: messageTemplate, ...mannerFields }),
  waits: false,
  outcomes: () => [{ id: 'next', label: 'next' }],
  enter: (data, turn) => {
    turn.say(data.message, 'message');
    return { type: 'go', outcomes: ['next'] };
  },
  texts: (data) => textsOfMessage(data.message, 'message'),
  choices: (data) => choicesOfMessage(data.message),
  summary: (data, language) => firstTextOf(data.message, language),
  example: { message: { type: 'text', text: { en: 'Welcome to {{ facts.lender_name }}.' } } },
});
