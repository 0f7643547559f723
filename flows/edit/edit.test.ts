import { describe, expect, it } from 'vitest';
import { checkFlow } from '../check/check-flow';
import type { Flow } from '../schema/flow';
import { addState } from './add-state';
import { connect } from './connect';
import { diffFlows } from './diff-flows';
import { disconnect } from './disconnect';
import { duplicateStates } from './duplicate-states';
import { mergeFlows } from './merge-flows';
import { moveStates } from './move-states';
import { removeState } from './remove-state';
import { renameState } from './rename-state';
import { setText } from './set-text';
import { smallFlow as flow, flowOf, shippedFlow as shipped } from './testdata/flows';

const at = { x: 0, y: 0 };

describe('states', () => {
  it('are added with an id of their own and the example of their type', () => {
    const once = addState(flow, { type: 'followUp', position: { x: 1, y: 2 } });
    const twice = addState(once, { type: 'followUp', position: at });
    expect(twice.states.slice(-2).map(({ id }) => id)).toEqual(['follow_up', 'follow_up_2']);
    expect(once.states.at(-1)).toMatchObject({ type: 'followUp', position: { x: 1, y: 2 }, data: { afterDays: 7 } });
  });

  it('that their type refuses are not added', () => {
    expect(addState(flow, { type: 'say', position: at, data: { message: 'no' } })).toBe(flow);
  });

  it('are removed, and what led to them leads on when there was one way in and one out', () => {
    const healed = removeState(flow, 'details');
    expect(healed.transitions).toEqual([{ id: 'welcome:next', from: 'welcome', outcome: 'next', to: 'bye' }]);
    expect(healed.rules[0]?.except).toEqual([]);
    expect(removeState(flow, 'bye').transitions.map(({ id }) => id)).toEqual(['welcome:next']);
    expect(removeState(flow, 'welcome').start).toBe('details');
  });

  it('of which only one is left can not be removed', () => {
    const one = removeState(removeState(flow, 'welcome'), 'details');
    expect(removeState(one, 'bye')).toBe(one);
  });

  it('are duplicated with the ways among them', () => {
    const copied = duplicateStates(flow, ['welcome', 'details']);
    expect(copied.states.slice(-2).map(({ id, position }) => [id, position.x])).toEqual([
      ['welcome_2', 40],
      ['details_2', 40],
    ]);
    expect(copied.transitions.slice(2)).toEqual([
      { id: 'welcome_2:next', from: 'welcome_2', outcome: 'next', to: 'details_2' },
    ]);
  });

  it('are renamed wherever they are named', () => {
    const renamed = renameState(renameState(flow, 'bye', 'farewell'), 'details', 'facts_wanted');
    expect(JSON.stringify(renamed)).not.toMatch(/"(bye|details)"/);
    expect(renameState(flow, 'bye', 'welcome')).toBe(flow);
    expect(renameState(flow, 'bye', 'Not An Id')).toBe(flow);
  });

  it('are moved', () => {
    expect(moveStates(flow, new Map([['bye', { x: 5, y: 6 }]])).states[2]?.position).toEqual({ x: 5, y: 6 });
  });
});

describe('transitions', () => {
  it('lead an outcome elsewhere when it is connected again', () => {
    const once = connect(flow, { from: 'welcome', outcome: 'next', to: 'bye' });
    expect(once.transitions).toHaveLength(2);
    expect(once.transitions[0]).toMatchObject({ id: 'welcome:next', to: 'bye' });
  });

  it('with a condition come before the one without', () => {
    const added = connect(flow, { from: 'welcome', outcome: 'next', to: 'bye', condition: 'interest > 0.9' });
    expect(added.transitions.map(({ id }) => id)).toEqual(['welcome:next:2', 'welcome:next', 'details:complete']);
    expect(checkFlow(added).map(({ code }) => code)).not.toContain('transition.never_taken');
  });

  it('are not made to states that do not exist', () => {
    expect(connect(flow, { from: 'welcome', outcome: 'next', to: 'nowhere' })).toBe(flow);
  });

  it('are removed', () => {
    expect(disconnect(flow, ['welcome:next']).transitions.map(({ id }) => id)).toEqual(['details:complete']);
  });
});

describe('texts', () => {
  const message = { state: 'welcome', path: 'message.text' };
  const stale = (edited: Flow) => checkFlow(edited).filter(({ code }) => code === 'translation.stale');

  it('make their translations stale when they change, until these are written again', () => {
    const changed = setText(flow, { ...message, language: 'en' }, 'Welcome back.');
    expect(stale(changed).map(({ place }) => place)).toEqual([{ ...message, language: 'kn' }]);
    expect(stale(setText(changed, { ...message, language: 'kn' }, 'ಮತ್ತೆ ಸ್ವಾಗತ.'))).toEqual([]);
    expect(stale(setText(changed, { ...message, language: 'en' }, 'Welcome.'))).toEqual([]);
    expect(stale(flow)).toEqual([]);
  });

  it('are only written where a text can be', () => {
    expect(setText(flow, { ...message, path: 'message.type', language: 'en' }, 'list')).toBe(flow);
    expect(setText(flow, { ...message, path: 'message', language: 'en' }, 'x')).toBe(flow);
    expect(setText(flow, { ...message, path: '__proto__.polluted', language: 'en' }, 'x')).toBe(flow);
    expect(setText(flow, { rule: 'stop', path: 'action.say.text', language: 'en' }, 'x')).toBe(flow);
    expect(setText(flow, { state: 'none', path: 'message.text', language: 'en' }, 'x')).toBe(flow);
  });

  it('of a flow-wide rule are written too', () => {
    const rule = shipped.rules.find(({ action }) => action.type === 'changeLanguage');
    const target = { rule: rule?.id ?? '', path: 'action.say.text', language: 'kn' };
    expect(diffFlows(shipped, setText(shipped, target, 'ಸರಿ.')).map(({ message }) => message)[0]).toContain('Kannada');
  });
});

describe('the difference between two flows', () => {
  const messages = (after: Flow) => diffFlows(flow, after).map(({ message }) => message);

  it('is told in sentences', () => {
    const edited = setText(flow, { state: 'details', path: 'ask.0.text', language: 'kn' }, 'ಯಾವ ನಗರ?');
    expect(messages(edited)).toContain('In `details`, the Kannada text of `ask.0.text` changed.');
    expect(messages(removeState(flow, 'details'))).toEqual([
      expect.stringContaining('In `stop`, `except.0` was removed'),
      'The state `details` was removed.',
      'From `details`, `family:interested` no longer leads to `bye`.',
      'From `welcome`, `next` now leads to `bye`; it was `welcome`, `next` to `details`.',
    ]);
    expect(messages(addState(flow, { type: 'say', position: at }))).toEqual(['The state `say` is new.']);
    expect(messages(moveStates(flow, new Map([['bye', { x: 1, y: 1 }]])))).toEqual(['`bye` was moved on the canvas.']);
    expect(messages({ ...flow, name: 'Other' })).toEqual(['`name` changed from "Small" to "Other".']);
    expect(messages({ ...flow, transitions: [...flow.transitions].reverse() })).toEqual([
      'The order in which transitions are tried changed.',
    ]);
  });
});

describe('a merge', () => {
  it('lists what both sides changed differently and keeps mine', () => {
    const target = { state: 'welcome', path: 'message.text', language: 'kn' };
    const merged = mergeFlows(flow, setText(flow, target, 'ಬನ್ನಿ.'), setText(flow, target, 'ನಮಸ್ಕಾರ.'));
    expect(merged.clashes.map(({ place, message }) => [place, message])).toEqual([
      [
        { state: 'welcome', path: 'message.text.kn' },
        'In `welcome`, `message.text.kn`, both sides changed this differently; mine was kept.',
      ],
    ]);
    expect(JSON.stringify(merged.flow)).toContain('ಬನ್ನಿ.');
  });

  it('keeps what one side removed and the other changed', () => {
    const changed = setText(flow, { state: 'details', path: 'ask.0.text', language: 'en' }, 'Where is it?');
    const merged = mergeFlows(flow, removeState(flow, 'details'), changed);
    expect(merged.flow.states.map(({ id }) => id)).toContain('details');
    expect(merged.clashes.map(({ place }) => place)).toContainEqual({ state: 'details' });
  });

  it('keeps mine of a state whose type and data would not fit together', () => {
    const mine = {
      ...flow,
      states: flow.states.map((state) => (state.id === 'bye' ? { ...welcomeLike, id: 'bye' } : state)),
    };
    const theirs = setText(flow, { state: 'bye', path: 'message.text', language: 'en' }, 'See you.');
    const merged = mergeFlows(flow, flowOf(mine), theirs);
    expect(merged.flow.states.find(({ id }) => id === 'bye')?.type).toBe('template');
  });

  it('puts a condition that the other side added before the way without one', () => {
    const theirs = connect(flow, { from: 'welcome', outcome: 'next', to: 'bye', condition: 'interest > 0.9' });
    const mine = connect(flow, { from: 'welcome', outcome: 'next', to: 'bye' });
    const { flow: merged } = mergeFlows(flow, mine, theirs);
    expect(merged.transitions.map(({ id }) => id)).toEqual(['welcome:next:2', 'welcome:next', 'details:complete']);
  });
});

const welcomeLike = { type: 'template', position: at, data: { name: 'loan_follow_up', variables: [] } };
