import { describe, expect, it } from 'vitest';
import { connect } from './connect';
import { reroute } from './reroute';
import { smallFlow } from './testdata/flows';

const two = connect(smallFlow, { from: 'details', outcome: 'gave_up', to: 'welcome' });
const conditional = connect(smallFlow, { from: 'welcome', outcome: 'next', to: 'bye', condition: 'visits > 1' });
const shown = (flow: typeof smallFlow) => flow.transitions.map(({ id, from, to }) => [id, from, to]);

describe('an end of a transition', () => {
  it('leads to another state, under the same id', () => {
    expect(reroute(smallFlow, 'welcome:next', { to: 'bye' }).transitions[0]).toEqual({
      id: 'welcome:next',
      from: 'welcome',
      outcome: 'next',
      to: 'bye',
    });
    expect(reroute(smallFlow, 'welcome:next', { to: '@back' }).transitions[0]?.to).toBe('@back');
  });

  it('that comes out of another outcome takes the place of the way without a condition there', () => {
    const moved = reroute(two, 'details:gave_up', { from: { state: 'welcome', outcome: 'next' } });
    expect(shown(moved)).toEqual([
      ['details:complete', 'details', 'bye'],
      ['details:gave_up', 'welcome', 'welcome'],
    ]);
  });

  it('with a condition goes before the way without one there', () => {
    const last = connect(smallFlow, { from: 'details', outcome: 'gave_up', to: 'bye', condition: 'visits > 1' });
    const moved = reroute(last, 'details:gave_up', { from: { state: 'welcome', outcome: 'next' } });
    expect(shown(moved)).toEqual([
      ['details:gave_up', 'welcome', 'bye'],
      ['welcome:next', 'welcome', 'details'],
      ['details:complete', 'details', 'bye'],
    ]);
  });

  it('that makes two ways the same leaves one of them', () => {
    const again = connect(conditional, { from: 'welcome', outcome: 'next', to: 'details', condition: 'visits > 1' });
    const same = reroute(again, 'welcome:next:2', { to: 'details' });
    expect(same.transitions.filter(({ condition }) => condition === 'visits > 1')).toHaveLength(1);
  });

  it('that does not exist, or is there already, changes nothing', () => {
    expect(reroute(smallFlow, 'welcome:next', { to: 'nowhere' })).toBe(smallFlow);
    expect(reroute(smallFlow, 'welcome:next', { to: 'details' })).toBe(smallFlow);
    expect(reroute(smallFlow, 'welcome:next', { from: { state: 'nowhere', outcome: 'next' } })).toBe(smallFlow);
    expect(reroute(smallFlow, 'no', { to: 'bye' })).toBe(smallFlow);
  });
});
