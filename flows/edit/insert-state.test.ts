import { describe, expect, it } from 'vitest';
import { insertState } from './insert-state';
import { flowOf, smallFlow } from './testdata/flows';

const position = { x: 0, y: 0 };

describe('a state that is inserted on a transition', () => {
  it('is led to by it, and leads on to where it led', () => {
    const inserted = insertState(smallFlow, 'welcome:next', { type: 'say', position });
    expect(inserted.states.at(-1)?.id).toBe('say');
    expect(inserted.transitions.filter(({ from, to }) => from === 'say' || to === 'say')).toEqual([
      { id: 'welcome:next', from: 'welcome', outcome: 'next', to: 'say' },
      { id: 'say:next', from: 'say', outcome: 'next', to: 'details' },
    ]);
  });

  it('leaves the condition where it is, and goes on back where the transition did', () => {
    const [first, ...others] = smallFlow.transitions;
    const back = flowOf({ ...smallFlow, transitions: [{ ...first, to: '@back', condition: 'visits > 1' }, ...others] });
    const inserted = insertState(back, 'welcome:next', { type: 'branch', position });
    expect(inserted.transitions[0]).toMatchObject({ to: 'branch', condition: 'visits > 1' });
    expect(inserted.transitions.at(-1)).toEqual({
      id: 'branch:case:large',
      from: 'branch',
      outcome: 'case:large',
      to: '@back',
    });
  });

  it('without outcomes leads nowhere', () => {
    const inserted = insertState(smallFlow, 'welcome:next', { type: 'end', position });
    expect(inserted.transitions).toHaveLength(2);
    expect(inserted.transitions[0]?.to).toBe('end');
  });

  it('is not there when there is no such transition, or when its type refuses the data', () => {
    expect(insertState(smallFlow, 'no', { type: 'say', position })).toBe(smallFlow);
    expect(insertState(smallFlow, 'welcome:next', { type: 'say', position, data: {} })).toBe(smallFlow);
  });
});
