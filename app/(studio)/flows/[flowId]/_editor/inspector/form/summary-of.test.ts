import { describe, expect, it } from 'vitest';
import { wordings } from '@/flows/schema/message-template';
import { stateTypes } from '@/flows/states';
import { fieldOf } from './field-of';
import { summaryOf } from './summary-of';

describe('summaryOf', () => {
  it('says what a question is about and how it is asked, in the chosen language or any', () => {
    const field = fieldOf(stateTypes.ask.schema.shape.data.shape.questions.element);
    const question = {
      slot: 'property_location',
      ask: [{ type: 'text', text: { en: 'Which city?', kn: 'ಯಾವ ಊರು?' } }],
    };
    expect(summaryOf(field, question, 'kn')).toBe('Property location · ಯಾವ ಊರು?');
    expect(summaryOf(field, question, 'ta')).toBe('Property location · Which city?');
  });

  it('says the body of a message, whatever its kind', () => {
    const field = fieldOf(wordings.element);
    expect(summaryOf(field, { type: 'buttons', text: { en: 'Yes?' }, buttons: [] }, 'en')).toBe('Yes?');
  });

  it('says nothing of what is empty or strange', () => {
    expect(summaryOf(fieldOf(wordings.element), { type: 'smoke' }, 'en')).toBe('');
    expect(summaryOf(fieldOf(wordings.element), null, 'en')).toBe('');
  });
});
