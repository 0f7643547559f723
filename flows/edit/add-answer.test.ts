import { expect, test } from 'vitest';
import { checkFlow } from '../check/check-flow';
import { addAnswer, type OpenQuestion, placeOfAnswer } from './add-answer';
import { shippedFlow } from './testdata/flows';

const umbrellas: OpenQuestion = {
  intent: 'out_of_scope',
  text: 'Do you sell Umbrellas,\nmade of cheese?',
  language: 'en',
};

test('a question that was none of our business gets a rule for its own words, before the one that takes all others', () => {
  const flow = addAnswer(shippedFlow, umbrellas);
  const ids = flow.rules.map(({ id }) => id);
  expect(ids.indexOf('answer')).toBe(ids.indexOf('out_of_scope') - 1);
  expect(flow.rules.find(({ id }) => id === 'answer')).toMatchObject({
    name: 'Do you sell Umbrellas, made of cheese?',
    condition: 'contains(turn.text, "umbrellas") and contains(turn.text, "cheese")',
    action: { type: 'answer', answers: { out_of_scope: [{ type: 'text', text: {} }] } },
  });
  const issues = checkFlow(flow).filter(({ place }) => place.rule === 'answer');
  // Until its author has written the answer, the flow can't be published.
  expect(issues.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual(['text.empty']);
});

test('a question is given its place once', () => {
  const flow = addAnswer(shippedFlow, umbrellas);
  expect(addAnswer(flow, umbrellas)).toBe(flow);
  expect(placeOfAnswer(flow, umbrellas)).toEqual({ rule: 'answer', path: 'action.answers.out_of_scope.0.text' });
  expect(placeOfAnswer(shippedFlow, umbrellas)).toBeNull();
});

test('a rule that takes the question and has no answer for it gets one', () => {
  const rules = shippedFlow.rules.map((rule) => {
    if (rule.id !== 'questions' || rule.action.type !== 'answer') return rule;
    const { ask_fees: _none, ...answers } = rule.action.answers;
    return { ...rule, action: { ...rule.action, answers } };
  });
  const flow = { ...shippedFlow, rules };
  const fees: OpenQuestion = { intent: 'ask_fees', text: 'What are the charges?', language: 'en' };
  const answered = addAnswer(flow, fees);
  expect(answered.rules).toHaveLength(flow.rules.length);
  expect(placeOfAnswer(answered, fees)).toMatchObject({ rule: 'questions' });
});
