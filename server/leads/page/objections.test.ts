import { expect, test } from 'vitest';
import { objectionView } from './objections';

const at = new Date('2026-11-24T10:00:00Z');
const said = (textKey: string, text: string) => ({
  type: 'message.said',
  state: 'loan_details',
  textKey,
  language: 'en',
  content: { type: 'text', text },
});

test('a concern is shown with the words that it was raised in and with what answered it', () => {
  const message = { id: 'wamid.1', at: at.toISOString(), content: { type: 'text', text: 'The interest is too high' } };
  const understanding = {
    engine: 'embedded',
    language: 'en',
    script: 'latin',
    intent: 'objection_cost',
    confidence: 0.9,
    alternatives: [],
    sentiment: 'negative',
    slots: {},
    sensitive: [],
  };
  const answered = {
    type: 'question.answered',
    state: 'loan_details',
    intent: 'objection_cost',
    answer: 'rule:cost/answers.0',
  };
  const events = [said('loan_details/say', 'Noted.'), said('rule:cost/answers.0', 'It begins at 9 %.'), answered];
  const input = { type: 'replied', reply: { messages: [message], understanding } };
  expect(objectionView({ id: 't1', at, input, intent: 'objection_cost', events })).toEqual({
    turnId: 't1',
    at: at.toISOString(),
    intent: 'objection_cost',
    words: 'The interest is too high',
    messageId: 'wamid.1',
    answer: 'It begins at 9 %.',
    textKey: 'rule:cost/answers.0',
  });
});

test('a turn that can’t be read keeps its date and its kind', () => {
  const view = objectionView({ id: 't2', at, input: {}, intent: 'objection', events: 'none' });
  expect(view).toMatchObject({ intent: 'objection', words: null, answer: null });
});
