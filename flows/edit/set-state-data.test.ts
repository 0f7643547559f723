import { describe, expect, it } from 'vitest';
import { checkFlow } from '../check/check-flow';
import type { Flow } from '../schema/flow';
import { setStateData, whyNotData } from './set-state-data';
import { setText } from './set-text';
import { flowOf, message, smallFlow } from './testdata/flows';

const stale = (flow: Flow) =>
  checkFlow(flow)
    .filter(({ code }) => code === 'translation.stale')
    .map(({ place }) => `${place.state}/${place.path} ${place.language}`);

const [one, two, three] = [message('One?', 'ಒಂದು?'), message('Two?', 'ಎರಡು?'), message('Three?', 'ಮೂರು?')];
const asking = (...ask: unknown[]) => setStateData(smallFlow, 'details', { ask });

describe('the data of a state', () => {
  it('is written when its type takes it, and else the flow is returned', () => {
    const written = setStateData(smallFlow, 'welcome', { message: message('Hello.', 'ನಮಸ್ಕಾರ.') });
    expect(written.states[0]?.data).toEqual({ message: message('Hello.', 'ನಮಸ್ಕಾರ.') });
    expect(written.states[1]).toBe(smallFlow.states[1]);
    expect(setStateData(smallFlow, 'welcome', { message: 'Hello.' })).toBe(smallFlow);
    expect(setStateData(smallFlow, 'welcome', smallFlow.states[0]?.data)).toBe(smallFlow);
    expect(setStateData(smallFlow, 'nowhere', {})).toBe(smallFlow);
  });

  it('that changes the original makes its translations stale, as writing the text by itself does', () => {
    const written = setStateData(smallFlow, 'welcome', { message: message('Hello.', 'ಸ್ವಾಗತ.') });
    expect(stale(written)).toEqual(['welcome/message.text kn']);
    const target = { state: 'welcome', path: 'message.text', language: 'en' };
    expect(written).toEqual(setText(smallFlow, target, 'Hello.'));
    expect(stale(setStateData(written, 'welcome', { message: message('Hello.', 'ನಮಸ್ಕಾರ.') }))).toEqual([]);
  });

  it('keeps what a translation was made from with the text that moves', () => {
    const all = asking(one, two, three);
    const edited = setText(all, { state: 'details', path: 'ask.1.text', language: 'en' }, 'Two, please?');
    expect(stale(edited)).toEqual(['details/ask.1.text kn']);
    const changed = message('Two, please?', 'ಎರಡು?');
    expect(stale(setStateData(edited, 'details', { ask: [changed, three] }))).toEqual(['details/ask.0.text kn']);
    expect(stale(setStateData(edited, 'details', { ask: [three, one, changed] }))).toEqual(['details/ask.2.text kn']);
    expect(stale(setStateData(edited, 'details', { ask: [one, one, changed, three] }))).toEqual([
      'details/ask.2.text kn',
    ]);
    const removed = setStateData(edited, 'details', { ask: [one, three] });
    expect(stale(removed)).toEqual([]);
    expect(Object.keys(removed.translatedFrom)).toEqual(['details/ask.0.text']);
  });

  it('gives a new text that stands where another was no record of it', () => {
    const edited = setText(asking(one), { state: 'details', path: 'ask.0.text', language: 'en' }, 'One, please?');
    const changed = message('One, please?', 'ಒಂದು?');
    expect(stale(setStateData(edited, 'details', { ask: [two, changed] }))).toEqual(['details/ask.1.text kn']);
  });
});

describe('an outcome whose id changes', () => {
  const option = (id: string) => ({ id, title: { en: id, kn: id } });
  const choosing = (...ids: string[]) => ({ text: { en: '?' }, options: ids.map(option) });
  const flow = flowOf({
    ...smallFlow,
    states: [...smallFlow.states, { id: 'pick', type: 'choose', position: { x: 0, y: 0 }, data: choosing('a', 'b') }],
    transitions: [{ id: 'pick-a', from: 'pick', outcome: 'choice:a', to: 'bye' }],
  });

  it('takes its transitions along', () => {
    expect(setStateData(flow, 'pick', choosing('apple', 'b')).transitions[0]?.outcome).toBe('choice:apple');
  });

  it('is not guessed at when more than that changed, and a removed one keeps its transitions', () => {
    for (const ids of [['b', 'a'], ['b'], ['c', 'd'], ['x', 'a', 'b']]) {
      expect(setStateData(flow, 'pick', choosing(...ids)).transitions).toEqual(flow.transitions);
    }
  });
});

describe('data that is refused', () => {
  it('is told place by place, in sentences', () => {
    const [welcome, details] = smallFlow.states;
    if (!welcome || !details) throw new Error('The flow has no states.');
    expect(whyNotData(welcome, welcome.data)).toEqual([]);
    expect(whyNotData(welcome, {})).toEqual([
      { path: 'message', message: expect.stringMatching(/^This is missing; it must be/) },
    ]);
    expect(whyNotData(details, { giveUpAfter: 0, ask: [] })).toEqual([
      { path: 'ask', message: 'This must not be empty.' },
      { path: 'giveUpAfter', message: 'This must be at least 1.' },
    ]);
    expect(whyNotData(details, { wants: [{ slot: 'A B', ask: [one] }] })).toEqual([
      { path: 'wants.0.slot', message: expect.stringContaining('small letters') },
    ]);
  });
});
