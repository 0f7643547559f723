import { describe, expect, it } from 'vitest';
import { addState } from '@/flows/edit/add-state';
import { connect } from '@/flows/edit/connect';
import { moveStates } from '@/flows/edit/move-states';
import { removeState } from '@/flows/edit/remove-state';
import type { Flow } from '@/flows/schema/flow';
import { parseFlow } from '@/flows/schema/parse-flow';
import { compareFlows } from './comparison';

const at = { x: 0, y: 0 };
const text = (en: string, kn: string) => ({ type: 'text', text: { en, kn } });

const before = flowOf('Welcome.', 'ಸ್ವಾಗತ.');

describe('a comparison', () => {
  it('of a flow with itself is empty', () => {
    expect(compareFlows(before, before)).toMatchObject({ groups: [], count: 0 });
  });

  it('groups what changed by state and knows both texts', () => {
    const { groups, languages } = compareFlows(before, flowOf('Hello.', 'ಬನ್ನಿ.'));
    expect(groups).toHaveLength(1);
    expect(groups[0]).toMatchObject({
      owner: { type: 'state', state: 'welcome', name: 'welcome', presence: 'kept' },
      changes: [
        { text: { language: 'en', was: 'Welcome.', is: 'Hello.' } },
        { text: { language: 'kn', was: 'ಸ್ವಾಗತ.', is: 'ಬನ್ನಿ.' } },
      ],
    });
    expect([...languages]).toEqual([
      ['en', 1],
      ['kn', 1],
    ]);
  });

  it('shows what a state said that is gone', () => {
    const { groups } = compareFlows(before, removeState(before, 'bye'));
    expect(groups.find(({ id }) => id === 'state:bye')).toMatchObject({
      owner: { presence: 'removed' },
      changes: [{ kind: 'removed', text: { language: 'en', was: 'Bye.', is: undefined } }],
    });
  });

  it('lights up what is new, changed or moved, and a state that lost a transition', () => {
    const moved = moveStates(before, new Map([['welcome', { x: 9, y: 9 }]]));
    const after = connect(addState(moved, { type: 'say', position: at }), { from: 'say', outcome: 'next', to: 'bye' });
    const { lit } = compareFlows(before, after);
    expect([...lit.states]).toEqual([
      ['welcome', 'moved'],
      ['say', 'added'],
    ]);
    expect([...lit.transitions]).toEqual([['say:next', 'added']]);
    const less = compareFlows(before, { ...before, transitions: [] });
    expect([...less.lit.states]).toEqual([['welcome', 'changed']]);
  });

  it('puts what holds everywhere first', () => {
    const after = { ...flowOf('Hello.', 'ಬನ್ನಿ.'), name: 'Other' };
    expect(compareFlows(before, after).groups.map(({ owner }) => owner.type)).toEqual(['flow', 'state']);
  });
});

function flowOf(en: string, kn: string): Flow {
  const parsed = parseFlow({
    schemaVersion: 1,
    id: 'small',
    name: 'Small',
    languages: ['en', 'kn'],
    defaultLanguage: 'en',
    start: 'welcome',
    states: [
      { id: 'welcome', type: 'say', position: at, data: { message: text(en, kn) } },
      { id: 'bye', type: 'end', position: at, data: { message: text('Bye.', 'ಬರುತ್ತೇವೆ.') } },
    ],
    transitions: [{ id: 'welcome:next', from: 'welcome', outcome: 'next', to: 'bye' }],
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.flow;
}
