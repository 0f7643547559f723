import { expect, test } from 'vitest';
import { checkFlow } from '../check/check-flow';
import { flowLimits } from '../schema/flow';
import { addAnswer, type OpenQuestion, placeOfAnswer, whyNoAnswer } from './add-answer';
import { shippedFlow } from './testdata/flows';

const umbrellas: OpenQuestion = {
  intent: 'out_of_scope',
  text: 'Do you sell Umbrellas,\nmade of cheese?',
  language: 'en',
  names: [],
};
const fees: OpenQuestion = { intent: 'ask_fees', text: 'What are the charges?', language: 'en', names: [] };

const withoutFees = {
  ...shippedFlow,
  rules: shippedFlow.rules.map((rule) => {
    if (rule.id !== 'questions' || rule.action.type !== 'answer') return rule;
    const { ask_fees: _none, ...answers } = rule.action.answers;
    return { ...rule, action: { ...rule.action, answers } };
  }),
};

test('a question that was none of our business gets a rule for its own words, before the one that takes all others', () => {
  const flow = addAnswer(shippedFlow, umbrellas);
  const ids = flow.rules.map(({ id }) => id);
  expect(ids.indexOf('out_of_scope_2')).toBe(ids.indexOf('out_of_scope') - 1);
  const added = flow.rules.find(({ id }) => id === 'out_of_scope_2');
  expect(added).toMatchObject({
    condition: 'contains(turn.text, "umbrellas") and contains(turn.text, "cheese")',
    action: { type: 'answer', answers: { out_of_scope: [{ type: 'text', text: {} }] } },
  });
  const issues = checkFlow(flow).filter(({ place }) => place.rule === 'out_of_scope_2');
  // Until its author has written the answer, the flow can't be published.
  expect(issues.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual(['text.empty']);
});

test('nothing of who asked gets into the flow', () => {
  const text = 'I am Raghavendra, sell me umbrellas: raghavendra.p@example.com or 9876543210, PAN ABCDE1234F';
  const flow = addAnswer(shippedFlow, { ...umbrellas, text, names: ['Raghavendra Patil'] });
  const added = flow.rules.filter((rule) => !shippedFlow.rules.includes(rule));
  expect(added).toMatchObject([{ condition: 'contains(turn.text, "umbrellas") and contains(turn.text, "sell")' }]);
  expect(JSON.stringify(added)).not.toMatch(/raghav|patil|example|9876|abcde/i);
});

test('a question is given its place once', () => {
  const flow = addAnswer(shippedFlow, umbrellas);
  expect(addAnswer(flow, umbrellas)).toBe(flow);
  expect(placeOfAnswer(flow, umbrellas)).toEqual({
    rule: 'out_of_scope_2',
    path: 'action.answers.out_of_scope.0.text',
  });
  expect(placeOfAnswer(shippedFlow, umbrellas)).toBeNull();
});

test('a rule that takes the question and has no answer for it gets one', () => {
  const answered = addAnswer(withoutFees, fees);
  expect(answered.rules).toHaveLength(withoutFees.rules.length);
  expect(placeOfAnswer(answered, fees)).toMatchObject({ rule: 'questions' });
});

test('an answer that only some get is not the place of it', () => {
  const narrow = shippedFlow.rules.filter(({ id }) => id === 'questions');
  const flow = {
    ...withoutFees,
    rules: [...narrow.map((rule) => ({ ...rule, id: 'few', condition: 'visits > 1' })), ...withoutFees.rules],
  };
  expect(placeOfAnswer(flow, fees)).toBeNull();
  expect(placeOfAnswer(addAnswer(flow, fees), fees)).toMatchObject({ rule: 'questions' });
});

test('what can’t be given a place is said, and changes nothing', () => {
  const wordless = { ...umbrellas, text: '??? 42' };
  expect(whyNoAnswer(shippedFlow, wordless)).toBe('noWords');
  expect(addAnswer(shippedFlow, wordless)).toBe(shippedFlow);
  const [rule] = shippedFlow.rules;
  const full = {
    ...shippedFlow,
    rules: Array.from({ length: flowLimits.rules }, () => rule).filter((one) => one !== undefined),
  };
  expect(whyNoAnswer(full, umbrellas)).toBe('rulesFull');
  expect(addAnswer(full, umbrellas)).toBe(full);
  expect(whyNoAnswer(shippedFlow, umbrellas)).toBeNull();
});
