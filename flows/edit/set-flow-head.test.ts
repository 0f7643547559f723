import { describe, expect, it } from 'vitest';
import { checkFlow } from '../check/check-flow';
import type { Flow } from '../schema/flow';
import { setFlowHead } from './set-flow-head';
import { setText } from './set-text';
import { flowOf, smallFlow } from './testdata/flows';

const codes = (flow: Flow, code: string) =>
  checkFlow(flow)
    .filter((issue) => issue.code === code)
    .map(({ place }) => `${place.state}/${place.path} ${place.language}`);
const at = (language: string) => ({ state: 'welcome', path: 'message.text', language });

describe('what a flow says of itself', () => {
  it('is changed where it can be', () => {
    const changed = setFlowHead(smallFlow, { name: 'Other', description: 'About it.', start: 'details' });
    expect(changed).toEqual({ ...smallFlow, name: 'Other', description: 'About it.', start: 'details' });
    expect(setFlowHead(smallFlow, { name: '' })).toBe(smallFlow);
    expect(setFlowHead(smallFlow, { start: 'nowhere' })).toBe(smallFlow);
    expect(setFlowHead(smallFlow, { defaultLanguage: 'ta' })).toBe(smallFlow);
    expect(setFlowHead(smallFlow, { name: smallFlow.name })).toBe(smallFlow);
  });
});

describe('another language as the flow’s own', () => {
  const three = flowOf({ ...smallFlow, languages: ['en', 'kn', 'ta'] });
  const fresh = setText(setText(three, at('kn'), 'ಸ್ವಾಗತ.'), at('ta'), 'வரவேற்பு.');

  it('leaves what fitted fitting', () => {
    const swapped = setFlowHead(fresh, { defaultLanguage: 'kn' });
    expect(codes(swapped, 'translation.stale')).toEqual([]);
    expect(codes(setText(swapped, at('kn'), 'ನಮಸ್ಕಾರ.'), 'translation.stale').sort()).toEqual([
      'welcome/message.text en',
      'welcome/message.text ta',
    ]);
  });

  it('leaves what was stale stale', () => {
    const stale = setText(setText(fresh, at('en'), 'Hello.'), at('kn'), 'ನಮಸ್ಕಾರ.');
    expect(codes(stale, 'translation.stale')).toEqual(['welcome/message.text ta']);
    expect(codes(setFlowHead(stale, { defaultLanguage: 'kn' }), 'translation.stale')).toEqual([
      'welcome/message.text ta',
    ]);
  });

  it('makes what fitted the old one stale where the new one did not', () => {
    const stale = setText(setText(fresh, at('en'), 'Hello.'), at('ta'), 'வணக்கம்.');
    const swapped = setFlowHead(stale, { defaultLanguage: 'kn' });
    expect(codes(swapped, 'translation.stale').sort()).toEqual(['welcome/message.text en', 'welcome/message.text ta']);
  });

  it('that a model drafted waits for a person all the same', () => {
    const drafted = setFlowHead(setText(fresh, at('kn'), 'ಸ್ವಾಗತ!', 'model'), { defaultLanguage: 'kn' });
    expect(codes(drafted, 'translation.drafted')).toEqual(['welcome/message.text kn']);
    expect(codes(setText(drafted, at('kn'), 'ಸ್ವಾಗತ ಸ್ವಾಗತ.'), 'translation.drafted')).toEqual([]);
  });
});
