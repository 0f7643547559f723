import { describe, expect, it } from 'vitest';
import { checkFlow } from '../check/check-flow';
import { connect } from './connect';
import { moveTransition } from './move-transition';
import { setTransition } from './set-transition';
import { flowOf, smallFlow } from './testdata/flows';

const ids = (flow: typeof smallFlow) => flow.transitions.map(({ id }) => id);
const hides = (flow: typeof smallFlow) => checkFlow(flow).filter(({ code }) => code === 'transition.never_taken');
const conditional = connect(smallFlow, { from: 'welcome', outcome: 'next', to: 'bye', condition: 'visits > 1' });
const way = (id: string, condition?: string) => ({ id, from: 'welcome', outcome: 'next', to: 'bye', condition });

describe('a condition', () => {
  it('is set and taken away', () => {
    const set = setTransition(smallFlow, 'welcome:next', { condition: 'visits > 1' });
    expect(set.transitions[0]).toMatchObject({ condition: 'visits > 1', to: 'details' });
    expect(setTransition(set, 'welcome:next', { condition: '' })).toEqual(smallFlow);
  });

  it('brings its way before the one without, which would hide it', () => {
    const flow = flowOf({ ...smallFlow, transitions: [way('open'), way('b'), ...smallFlow.transitions.slice(1)] });
    const set = setTransition(flow, 'b', { condition: 'visits > 1' });
    expect(ids(set)).toEqual(['b', 'open', 'details:complete']);
    expect(hides(set)).toEqual([]);
  });

  it('that is taken away brings its way behind those with one', () => {
    const flow = flowOf({
      ...smallFlow,
      transitions: [way('a', 'visits > 1'), way('b', 'visits > 2'), ...smallFlow.transitions.slice(1)],
    });
    const set = setTransition(flow, 'a', { condition: '' });
    expect(ids(set)).toEqual(['b', 'a', 'details:complete']);
    expect(hides(set)).toEqual([]);
  });

  it('that changes leaves the order alone, and a refused one changes nothing', () => {
    expect(ids(setTransition(conditional, 'welcome:next:2', { condition: 'visits > 2' }))).toEqual(ids(conditional));
    expect(setTransition(conditional, 'welcome:next:2', { condition: 'x'.repeat(2_001) })).toBe(conditional);
    expect(setTransition(conditional, 'welcome:next:2', { condition: 'visits > 1' })).toBe(conditional);
    expect(setTransition(conditional, 'no', { condition: 'visits > 1' })).toBe(conditional);
  });
});

describe('a transition', () => {
  it('remembers where it came from, or no longer', () => {
    const remembering = setTransition(smallFlow, 'welcome:next', { remember: true });
    expect(remembering.transitions[0]?.remember).toBe(true);
    expect(setTransition(remembering, 'welcome:next', { remember: false })).toEqual(smallFlow);
    expect(setTransition(smallFlow, 'welcome:next', { remember: false })).toBe(smallFlow);
  });

  it('moves among the ways of its outcome only', () => {
    const three = connect(conditional, { from: 'welcome', outcome: 'next', to: 'welcome', condition: 'visits > 2' });
    expect(ids(three)).toEqual(['welcome:next:2', 'welcome:next:3', 'welcome:next', 'details:complete']);
    expect(ids(moveTransition(three, 'welcome:next:3', 'up')).slice(0, 2)).toEqual([
      'welcome:next:3',
      'welcome:next:2',
    ]);
    expect(ids(moveTransition(three, 'welcome:next:2', 'down')).slice(0, 2)).toEqual([
      'welcome:next:3',
      'welcome:next:2',
    ]);
    expect(moveTransition(three, 'welcome:next', 'down')).toBe(three);
    expect(moveTransition(three, 'welcome:next:2', 'up')).toBe(three);
    expect(moveTransition(three, 'no', 'up')).toBe(three);
  });
});
