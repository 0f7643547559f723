import { describe, expect, it } from 'vitest';
import { composerMode } from './composer-mode';

const now = new Date('2026-12-01T10:00:00Z');
const free = {
  whyNot: null,
  owner: { id: 'ravi', name: 'Ravi' },
  handover: null,
  window: { endsAt: '2026-12-01T12:00:00Z', isOpen: true },
};
const refused = (code: 'conversation.notTaken' | 'conversation.others' | 'contact.optedOut' | 'window.closed') => ({
  ...free,
  whyNot: { code, sentence: '' },
});

describe('composerMode', () => {
  it('lets words be written inside the window, and where there is none', () => {
    expect(composerMode(free, now)).toEqual({ type: 'free' });
    expect(composerMode({ ...free, window: { endsAt: null, isOpen: true } }, now)).toEqual({ type: 'free' });
  });

  it('turns to templates when the window closes, before the server has said so', () => {
    expect(composerMode(free, new Date('2026-12-01T12:00:00Z'))).toEqual({ type: 'template' });
    expect(composerMode(refused('window.closed'), now)).toEqual({ type: 'template' });
  });

  it('says who has it otherwise', () => {
    expect(composerMode(refused('conversation.others'), now)).toEqual({ type: 'others', name: 'Ravi' });
    expect(composerMode(refused('conversation.notTaken'), now)).toEqual({ type: 'bot', isAsked: false });
    expect(composerMode(refused('contact.optedOut'), now)).toEqual({ type: 'optedOut' });
  });
});
