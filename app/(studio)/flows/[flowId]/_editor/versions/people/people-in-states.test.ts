import { describe, expect, it } from 'vitest';
import { disconnect } from '@/flows/edit/disconnect';
import { moveStates } from '@/flows/edit/move-states';
import { removeState } from '@/flows/edit/remove-state';
import type { Flow } from '@/flows/schema/flow';
import { parseFlow } from '@/flows/schema/parse-flow';
import { peopleInStates } from './people-in-states';

const first = flowOf('Welcome.');
const versions = new Map([[1, first]]);
const at = (state: string, people: number, version = 1) => ({ version, state, people, held: 0 });
const whats = (next: Flow, states = ['welcome', 'bye']) =>
  peopleInStates(
    states.map((state) => at(state, 1)),
    versions,
    next,
  ).map(({ state, what }) => `${state} ${what}`);

describe('the people in the states of a flow', () => {
  it('are told by what becomes of their state', () => {
    expect(whats(first)).toEqual(['welcome same', 'bye same']);
    expect(whats(flowOf('Hello.'))).toEqual(['welcome changed', 'bye same']);
    expect(whats(removeState(first, 'bye'))).toEqual(['bye gone', 'welcome changed']);
  });

  it('notice where a state leads, but not where it is drawn', () => {
    expect(whats(disconnect(first, ['welcome:next']))).toEqual(['welcome changed', 'bye same']);
    expect(whats(moveStates(first, new Map([['bye', { x: 7, y: 7 }]])))).toEqual(['welcome same', 'bye same']);
  });

  it('are added up over the versions that they are in, the most people first', () => {
    const counted = [at('bye', 2), at('welcome', 3), at('bye', 4, 2)];
    const two = new Map([...versions, [2, flowOf('Hello.')]]);
    expect(peopleInStates(counted, two, flowOf('Hello.'))).toMatchObject([
      { state: 'welcome', people: 3, what: 'changed' },
      { state: 'bye', people: 6, what: 'same' },
    ]);
  });

  it('of a version that is not known are in a changed state', () => {
    expect(peopleInStates([at('bye', 1, 9)], versions, first)).toMatchObject([{ state: 'bye', what: 'changed' }]);
  });
});

function flowOf(welcome: string): Flow {
  const parsed = parseFlow({
    schemaVersion: 1,
    id: 'small',
    name: 'Small',
    languages: ['en'],
    defaultLanguage: 'en',
    start: 'welcome',
    states: [
      {
        id: 'welcome',
        type: 'say',
        position: { x: 0, y: 0 },
        data: { message: { type: 'text', text: { en: welcome } } },
      },
      { id: 'bye', type: 'end', position: { x: 0, y: 0 }, data: { message: { type: 'text', text: { en: 'Bye.' } } } },
    ],
    transitions: [{ id: 'welcome:next', from: 'welcome', outcome: 'next', to: 'bye' }],
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.flow;
}
