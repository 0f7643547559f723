import { describe, expect, it } from 'vitest';
import { parseFlow } from '../schema/parse-flow';
import { type StateType, stateTypes } from '../states';
import { changeStateType } from './change-state-type';
import { connect } from './connect';
import { setText } from './set-text';
import { smallFlow } from './testdata/flows';

describe('a state of another type', () => {
  it('keeps its id, its place and what it said, with what the translation was made from', () => {
    const edited = setText(smallFlow, { state: 'welcome', path: 'message.text', language: 'en' }, 'Hello.');
    const changed = changeStateType(edited, 'welcome', 'converse');
    expect(changed.states[0]).toMatchObject({
      id: 'welcome',
      type: 'converse',
      data: { say: [{ type: 'text', text: { en: 'Hello.', kn: 'ಸ್ವಾಗತ.' } }] },
    });
    expect(Object.keys(changed.translatedFrom)).toEqual(['welcome/say.0.text']);
  });

  it('keeps the transitions whose outcomes there are, and leads an only way on from its first outcome', () => {
    expect(changeStateType(smallFlow, 'welcome', 'ask').transitions[0]).toMatchObject({
      outcome: 'filled',
      to: 'details',
    });
    const two = connect(smallFlow, { from: 'welcome', outcome: 'other', to: 'bye' });
    expect(changeStateType(two, 'welcome', 'set').transitions.map(({ outcome }) => outcome)).toEqual([
      'next',
      'family:interested',
    ]);
    expect(changeStateType(smallFlow, 'welcome', 'end').transitions.map(({ from }) => from)).toEqual(['details']);
  });

  it('is a flow with every type, from every type', () => {
    const types = Object.keys(stateTypes).filter((type): type is StateType => type in stateTypes);
    for (const type of types) {
      for (const other of types) {
        const changed = changeStateType(changeStateType(smallFlow, 'welcome', type), 'welcome', other);
        expect(parseFlow(changed)).toMatchObject({ ok: true });
        expect(changed.states[0]?.type).toBe(other);
      }
    }
  });

  it('is the same flow when it is of that type, or when there is no such state', () => {
    expect(changeStateType(smallFlow, 'welcome', 'say')).toBe(smallFlow);
    expect(changeStateType(smallFlow, 'nowhere', 'say')).toBe(smallFlow);
  });
});
