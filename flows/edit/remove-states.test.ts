import { describe, expect, it } from 'vitest';
import { connect } from './connect';
import { groupStates } from './groups';
import { removeStates } from './remove-states';
import { setText } from './set-text';
import { flowOf, shippedFlow, smallFlow } from './testdata/flows';

const say = (id: string) => ({
  id,
  type: 'say',
  position: { x: 0, y: 0 },
  data: { message: { type: 'text', text: { en: id } } },
});
const way = (from: string, to: string) => ({ id: `${from}-${to}`, from, outcome: 'next', to });
const line = (...ways: string[][]) =>
  flowOf({
    ...smallFlow,
    start: 'a',
    states: ['a', 'b', 'c', 'd'].map(say),
    transitions: ways.map(([from = '', to = '']) => way(from, to)),
    rules: [],
  });

describe('removing several states', () => {
  it('leads the way in on to where the whole row of them led', () => {
    const left = removeStates(line(['a', 'b'], ['b', 'c'], ['c', 'd']), ['b', 'c']);
    expect(left.states.map(({ id }) => id)).toEqual(['a', 'd']);
    expect(left.transitions).toEqual([{ id: 'a-b', from: 'a', outcome: 'next', to: 'd' }]);
  });

  it('counts only the ways in from states that stay', () => {
    const left = removeStates(line(['a', 'b'], ['c', 'b'], ['b', 'd']), ['c', 'b']);
    expect(left.transitions.map(({ from, to }) => [from, to])).toEqual([['a', 'd']]);
  });

  it('leaves the ways out when several lead in, or when they go round', () => {
    expect(removeStates(line(['a', 'b'], ['c', 'b'], ['b', 'd']), ['b']).transitions).toEqual([]);
    expect(removeStates(line(['a', 'b'], ['b', 'c'], ['c', 'b']), ['b', 'c']).transitions).toEqual([]);
  });

  it('starts where the removed start led, through what else goes', () => {
    expect(removeStates(line(['a', 'b'], ['b', 'c'], ['c', 'd']), ['a', 'b']).start).toBe('c');
  });

  it('keeps the start of all states, and returns the flow itself when there is nothing to do', () => {
    const all = removeStates(
      smallFlow,
      smallFlow.states.map(({ id }) => id),
    );
    expect(all.states.map(({ id }) => id)).toEqual(['welcome']);
    expect(removeStates(all, ['welcome'])).toBe(all);
    expect(removeStates(smallFlow, ['nowhere'])).toBe(smallFlow);
  });

  it('takes them out of groups, exceptions and what translations were made from', () => {
    const target = { state: 'details', path: 'ask.0.text', language: 'kn' };
    const grouped = groupStates(groupStates(setText(smallFlow, target, 'ಊರು?'), ['details'], 'One'), ['bye'], 'Two');
    const left = removeStates(grouped, ['details']);
    expect(left.groups.map(({ name }) => name)).toEqual(['Two']);
    expect(left.rules[0]?.except).toEqual([]);
    expect(left.translatedFrom).toEqual({});
  });

  it('does not lose a condition', () => {
    const conditional = connect(line(['a', 'b']), { from: 'b', outcome: 'next', to: 'd', condition: 'visits > 1' });
    expect(removeStates(conditional, ['b']).transitions).toEqual([]);
  });

  it('of the shipped flow leaves nothing dangling', () => {
    const some = shippedFlow.states.filter((_, index) => index % 3 === 0).map(({ id }) => id);
    const left = removeStates(shippedFlow, some);
    const ids = new Set<string>([...left.states.map(({ id }) => id), '@back']);
    expect(left.transitions.filter(({ from, to }) => !ids.has(from) || !ids.has(to))).toEqual([]);
    expect(left.states).toHaveLength(shippedFlow.states.length - some.length);
  });
});
