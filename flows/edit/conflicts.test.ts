import { describe, expect, it } from 'vitest';
import { checkFlow } from '../check/check-flow';
import type { Flow } from '../schema/flow';
import { type ClashChoice, canKeepBoth, resolveClash, resolveClashes } from './conflicts';
import { mergeFlows } from './merge-flows';
import { removeState } from './remove-state';
import { setFlowHead } from './set-flow-head';
import { setStateData } from './set-state-data';
import { setStateName } from './set-state-head';
import { setText } from './set-text';
import { message, smallFlow } from './testdata/flows';

const at = (language: string) => ({ state: 'welcome', path: 'message.text', language });
const mine = setText(setText(smallFlow, at('kn'), 'ನಮಸ್ಕಾರ.'), at('en'), 'Hello.');
const theirs = setText(setText(smallFlow, at('kn'), 'ಬನ್ನಿ.'), at('en'), 'Come in.');
const both = mergeFlows(smallFlow, mine, theirs);

function decided(merged: ReturnType<typeof mergeFlows>, choice: ClashChoice): Flow {
  return resolveClashes(
    merged.flow,
    merged.clashes.map((clash) => ({ clash, choice })),
  );
}

const textOf = (flow: Flow, id: string) => flow.states.find((state) => state.id === id)?.data;

describe('a clash that was decided', () => {
  it('for mine leaves the merged flow, for theirs has theirs', () => {
    expect(decided(both, 'mine')).toBe(both.flow);
    expect(textOf(decided(both, 'theirs'), 'welcome')).toEqual({ message: message('Come in.', 'ಬನ್ನಿ.') });
    const [first] = both.clashes;
    if (!first) throw new Error('There was no clash.');
    expect(resolveClash(both.flow, first, 'theirs')).not.toEqual(both.flow);
  });

  it('for both has theirs in one copy beside mine, with the same ways on', () => {
    const flow = decided(both, 'both');
    expect(textOf(flow, 'welcome')).toEqual({ message: message('Hello.', 'ನಮಸ್ಕಾರ.') });
    expect(textOf(flow, 'welcome_2')).toEqual({ message: message('Come in.', 'ಬನ್ನಿ.') });
    expect(flow.states).toHaveLength(4);
    expect(flow.transitions.filter(({ from }) => from === 'welcome_2')).toEqual([
      { id: 'welcome_2:next', from: 'welcome_2', outcome: 'next', to: 'details' },
    ]);
    expect(
      checkFlow(flow).filter(({ severity, place }) => severity === 'error' && place.state === 'welcome_2'),
    ).toEqual([]);
  });

  it('about what one side removed takes it away, or keeps it', () => {
    const removed = mergeFlows(smallFlow, removeState(smallFlow, 'welcome'), theirs);
    const clash = removed.clashes.find(({ path }) => path.length === 1);
    if (!clash) throw new Error('There was no clash.');
    expect(canKeepBoth(clash)).toBe(false);
    expect(resolveClash(removed.flow, clash, 'mine').states.map(({ id }) => id)).toEqual(['details', 'bye']);
    expect(resolveClash(removed.flow, clash, 'theirs')).toBe(removed.flow);
    const kept = mergeFlows(smallFlow, mine, removeState(smallFlow, 'welcome'));
    expect(decided(kept, 'theirs').states.map(({ id }) => id)).toEqual(['details', 'bye']);
  });

  it('about a name or the flow itself has one side', () => {
    const names = mergeFlows(smallFlow, setFlowHead(smallFlow, { name: 'A' }), setFlowHead(smallFlow, { name: 'B' }));
    expect(names.clashes.map(canKeepBoth)).toEqual([false]);
    expect(decided(names, 'theirs').name).toBe('B');
    expect(decided(names, 'both').name).toBe('A');
    const ofState = mergeFlows(smallFlow, setStateName(smallFlow, 'bye', 'A'), setStateName(smallFlow, 'bye', 'B'));
    expect(ofState.clashes.map(canKeepBoth)).toEqual([false]);
    expect(decided(ofState, 'theirs').states[2]?.name).toBe('B');
  });

  it('for a part that would not fit changes nothing', () => {
    const clash = {
      path: ['welcome', 'data'],
      base: null,
      mine: null,
      theirs: 5,
      list: 'states',
      place: {},
      message: '',
    } as const;
    expect(resolveClash(smallFlow, clash, 'theirs')).toBe(smallFlow);
    expect(resolveClash(smallFlow, { ...clash, path: ['nowhere', 'data'] }, 'theirs')).toBe(smallFlow);
  });

  it('takes a text that only one side added away', () => {
    const buttons = (title: string) => ({
      message: { type: 'buttons', text: { en: 'A', kn: 'ಅ' }, buttons: [{ id: 'a', title: { en: title } }] },
    });
    const merged = mergeFlows(
      smallFlow,
      setStateData(smallFlow, 'bye', buttons('One')),
      setStateData(smallFlow, 'bye', buttons('Two')),
    );
    expect(textOf(decided(merged, 'theirs'), 'bye')).toMatchObject(buttons('Two'));
  });
});
