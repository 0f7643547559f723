import { describe, expect, it } from 'vitest';
import { setText } from '@/flows/edit/set-text';
import type { Flow } from '@/flows/schema/flow';
import { parseFlow } from '@/flows/schema/parse-flow';
import { textStatus } from './text-status';

const flow = read({
  schemaVersion: 1,
  id: 'small',
  name: 'Small',
  languages: ['en', 'kn'],
  defaultLanguage: 'en',
  start: 'welcome',
  states: [
    {
      id: 'welcome',
      type: 'say',
      position: { x: 0, y: 0 },
      data: { message: { type: 'text', text: { en: 'Welcome.', kn: 'ಸ್ವಾಗತ.' } } },
    },
  ],
  transitions: [],
});
const kannada = { state: 'welcome', path: 'message.text', language: 'kn' };
const english = { ...kannada, language: 'en' };

describe('textStatus', () => {
  it('takes a translation without a record as right', () => {
    expect(statusIn(flow)).toBe('fits');
  });

  it('calls it stale once the original has changed, and right again once somebody has written it', () => {
    const changed = setText(flow, english, 'Welcome to us.');
    expect(statusIn(changed)).toBe('stale');
    expect(statusIn(setText(changed, kannada, 'ನಮ್ಮಲ್ಲಿಗೆ ಸ್ವಾಗತ.'))).toBe('fits');
  });

  it('tells what a model drafted and what is missing', () => {
    expect(statusIn(setText(flow, kannada, 'ಸ್ವಾಗತ!', 'model'))).toBe('drafted');
    expect(statusIn(setText(flow, kannada, ''))).toBe('missing');
  });

  it('asks for no translation of what nobody but officers reads', () => {
    expect(statusIn(setText(flow, kannada, ''), 'internal')).toBe('fits');
  });
});

function statusIn(changed: Flow, use: 'text' | 'internal' = 'text') {
  const [state] = changed.states;
  if (state?.type !== 'say' || state.data.message.type !== 'text') throw new Error('The text is gone.');
  const { text } = state.data.message;
  return textStatus(changed, { key: 'welcome/message.text', path: 'message.text', use, text, language: 'kn' });
}

function read(document: unknown): Flow {
  const parsed = parseFlow(document);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.flow;
}
