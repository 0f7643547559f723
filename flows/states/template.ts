import { z } from 'zod';
import { localizedText } from '../schema/language';
import { defineState } from './define-state';

const data = z.strictObject({
  /** The template's name at WhatsApp, the same in every language. */
  name: z.string().regex(/^[a-z0-9_]{1,512}$/, 'A template name has small letters, digits and underscores.'),
  variables: z.array(localizedText).default([]),
});

/** Sends a template that WhatsApp approved: the only thing that may go out after the 24-hour window has closed. */
export const template = defineState({
  type: 'template',
  data,
  waits: false,
  outcomes: () => [{ id: 'next', label: 'next' }],
  enter: (state, turn) => {
    const { language } = turn.session();
    const variables = state.variables.map((variable) => turn.text(variable));
    turn.emit({
      type: 'message.said',
      state: turn.stateId,
      textKey: `${turn.stateId}/template`,
      language,
      content: { type: 'template', name: state.name, language, variables },
    });
    return { type: 'go', outcomes: ['next'] };
  },
  texts: (state) =>
    state.variables.map((text, index) => ({ path: `variables.${index}`, text, use: 'templateVariable' as const })),
  summary: (state) => state.name,
  example: { name: 'loan_follow_up', variables: [{ en: '{{ name }}' }] },
});
