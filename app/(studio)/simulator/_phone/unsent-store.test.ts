import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Unsent } from '../conversation-types';

const message = { clientId: 'a', contactId: 'c', at: '2026-11-23T10:05:00Z', problem: null };

/** The browser's storage, as far as it is used. */
const stored = new Map<string, string>();
vi.stubGlobal('localStorage', {
  getItem: (key: string) => stored.get(key) ?? null,
  setItem: (key: string, value: string) => stored.set(key, value),
});

beforeEach(() => {
  stored.clear();
  vi.resetModules();
});

describe('unsentStore', () => {
  it.each<Unsent['content']>([
    { type: 'text', text: 'Hello' },
    { type: 'location', latitude: 12.9, longitude: 77.5, name: 'Bengaluru' },
    { type: 'reaction', to: 'simulator.1', emoji: null },
    { type: 'contacts', cards: [{ name: 'Asha', phones: ['+919800000000'] }], isOwn: false },
    { type: 'file', kind: 'voice', filename: 'voice-note.webm', byteSize: 17 },
  ])('keeps a message of the kind $type over a reload', async (content) => {
    (await freshStore()).keep({ ...message, content });
    vi.resetModules();
    expect((await freshStore()).read()).toEqual([{ ...message, content }]);
  });

  it('counts what can not be sent from here as nothing', async () => {
    stored.set('vaarta.unsent', JSON.stringify([{ ...message, content: { type: 'unsupported', kind: 'poll' } }]));
    expect((await freshStore()).read()).toEqual([]);
  });

  it('keeps why a message failed, and forgets what has arrived', async () => {
    const store = await freshStore();
    store.keep({ ...message, content: { type: 'text', text: 'Hello' } });
    store.fail('a', 'The server does not answer.');
    expect(store.read()).toMatchObject([{ problem: 'The server does not answer.' }]);
    store.remove('a');
    expect(store.read()).toEqual([]);
  });
});

async function freshStore() {
  return (await import('./unsent-store')).unsentStore;
}
