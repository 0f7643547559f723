import { expect, it } from 'vitest';
import { checkFlow } from '../../check/check-flow';
import { fingerprint } from '../../schema/fingerprint';
import type { Flow } from '../../schema/flow';
import type { FlowIssue } from '../../schema/flow-issue';
import { parseFlow } from '../../schema/parse-flow';
import { fixAll, fixesFor } from './fixes-for';

it('a removed wording takes its translation records with it, and later wordings keep theirs', () => {
  const ask = [text({ en: 'One', kn: 'ಒಂದು' }), text({ en: ' ' }), text({ en: 'Three', kn: 'ಮೂರು' })];
  const flow = flowWith(
    { id: 'city', type: 'ask', data: { questions: [{ slot: 'property_location', ask }] } },
    { 'city/questions.0.ask.0.text': { kn: 'first' }, 'city/questions.0.ask.2.text': { kn: 'third' } },
  );
  const fixed = fix(flow, 'text.empty', 'remove');
  expect(fixed.states[0]).toMatchObject({ data: { questions: [{ ask: [ask[0], ask[2]] }] } });
  expect(fixed.translatedFrom).toEqual({
    'city/questions.0.ask.0.text': { kn: 'first' },
    'city/questions.0.ask.1.text': { kn: 'third' },
  });
});

it('buttons that become a list keep their titles, translations and records', () => {
  const buttons = ['a', 'b', 'c', 'd'].map((id) => ({ id, title: { en: id.toUpperCase(), kn: `${id}ಕ` } }));
  const flow = flowWith(
    { id: 'hello', type: 'say', data: { message: { type: 'buttons', text: { en: 'Which?' }, buttons } } },
    { 'hello/message.buttons.3.title': { kn: 'made' }, 'hello/message.text': { kn: 'too' } },
  );
  const fixed = fix(flow, 'message.too_many_choices', 'list');
  expect(fixed.states[0]).toMatchObject({ data: { message: { type: 'list', rows: buttons } } });
  expect(fixed.translatedFrom).toEqual({
    'hello/message.rows.3.title': { kn: 'made' },
    'hello/message.text': { kn: 'too' },
  });
});

it('an option that is removed takes its transition with it', () => {
  const options = [
    { id: 'one', title: { en: 'Same' } },
    { id: 'two', title: { en: 'Same' } },
    { id: 'three', title: { en: 'Other' } },
  ];
  const flow = flowWith({ id: 'pick', type: 'choose', data: { text: { en: 'Which?' }, options } }, {}, [
    { id: 'pick:one', from: 'pick', outcome: 'choice:one', to: 'bye' },
    { id: 'pick:two', from: 'pick', outcome: 'choice:two', to: 'bye' },
  ]);
  const fixed = fix(flow, 'choice.duplicate_title', 'remove');
  expect(fixed.transitions.map(({ id }) => id)).toEqual(['pick:one']);
});

it('a corrected format leaves translations as fitting as they were', () => {
  const wrong = '{{ loan_amount_needed | lakhcrore }}';
  const flow = flowWith(
    { id: 'hello', type: 'say', data: { message: text({ en: wrong, kn: '{{ loan_amount_needed | lakhCrore }}' }) } },
    { 'hello/message.text': { kn: fingerprint(wrong) } },
  );
  const fixed = fix(flow, 'expression.unknown_format', 'nearest');
  const right = '{{ loan_amount_needed | lakhCrore }}';
  expect(fixed.states[0]).toMatchObject({ data: { message: { text: { en: right } } } });
  expect(fixed.translatedFrom).toEqual({ 'hello/message.text': { kn: fingerprint(right) } });
});

it('a translation takes the formats of the original, each beside its own name', () => {
  const original = '{{ name }}: {{ loan_amount_needed | inr }} of {{ property_value | lakhCrore }}';
  const kn = '{{ property_value | inr }} ರಲ್ಲಿ {{ loan_amount_needed | lakhCrore }}, {{ name }}';
  const flow = flowWith({ id: 'hello', type: 'say', data: { message: text({ en: original, kn }) } });
  const fixed = fix(flow, 'translation.placeholders', 'formats');
  expect(fixed.states[0]).toMatchObject({
    data: {
      message: { text: { kn: '{{ property_value | lakhCrore }} ರಲ್ಲಿ {{ loan_amount_needed | inr }}, {{ name }}' } },
    },
  });
});

it('a variable that is added has the kind of the values that the flow gives it', () => {
  const data = { assignments: [{ slot: 'rounds', expression: '3' }], clear: [] };
  const flow = flowWith({ id: 'count', type: 'set', data });
  expect(fix(flow, 'slot.unknown', 'variable').variables).toEqual([{ name: 'rounds', kind: 'number' }]);
});

it('all cases that are never taken go at once, though each moves the others', () => {
  const cases = ['a', 'b', 'c', 'd'].map((id) => ({ id, condition: id === 'd' ? 'visits > 1' : 'true' }));
  const flow = flowWith({ id: 'size', type: 'branch', data: { cases } });
  const issues = checkFlow(flow).filter(({ code }) => code === 'branch.case_unreachable');
  expect(issues).toHaveLength(3);
  expect(fixAll(flow, issues, 'remove').states[0]).toMatchObject({ data: { cases: [cases[0]] } });
});

function fix(flow: Flow, code: string, id: string): Flow {
  const issue = issueOf(flow, code);
  const found = fixesFor(issue, flow).find((other) => other.id === id);
  if (found?.kind !== 'change') throw new Error(`No fix ${id} for ${code}.`);
  return found.change(flow);
}

function issueOf(flow: Flow, code: string): FlowIssue {
  const issue = checkFlow(flow).find((other) => other.code === code);
  if (!issue) throw new Error(`No issue ${code}.`);
  return issue;
}

function text(wording: Readonly<Record<string, string>>) {
  return { type: 'text', text: wording };
}

function flowWith(
  state: Readonly<{ id: string; type: string; data: unknown }>,
  translatedFrom: Flow['translatedFrom'] = {},
  transitions: readonly unknown[] = [],
): Flow {
  const bye = { id: 'bye', type: 'end', position: { x: 0, y: 0 }, data: { reason: 'finished' } };
  const parsed = parseFlow({
    schemaVersion: 1,
    id: 'small',
    name: 'Small',
    languages: ['en', 'kn'],
    defaultLanguage: 'en',
    start: state.id,
    states: [{ ...state, position: { x: 0, y: 0 } }, bye],
    transitions,
    translatedFrom,
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.flow;
}
