import { expect, test } from 'vitest';
import { readyWork } from './ready-work';
import type { EntryFile, TurnWork, WorkEntry } from './turn-work';

const now = Date.parse('2026-11-26T10:00:00Z');

test('a note that is being heard holds back what was written before and after it', () => {
  expect(readyWork(work(text(2), note(1, 'waiting'), text(0)), now)).toBeUndefined();
});

test('a note that was heard, or that nobody could hear, is taken with its burst', () => {
  for (const status of ['heard', 'unheard'] as const) {
    const given = work(text(2), note(1, status), text(0));
    expect(readyWork(given, now)).toBe(given);
  }
});

test('a note waits for thirty seconds and no longer', () => {
  expect(readyWork(work(note(29.9, 'waiting')), now)).toBeUndefined();
  const given = work(note(30, 'waiting'), text(1));
  expect(readyWork(given, now)).toBe(given);
});

test('what has waited that long is answered without the notes that came later: they are the next turn', () => {
  const ready = readyWork(work(text(31), note(30, 'waiting'), note(4, 'waiting'), text(3)), now);
  expect(ready?.entries.map(({ id }) => id)).toEqual(['0', '1']);
  expect(ready?.more).toBe(true);
});

test('a file that is no voice note holds back nothing, and neither does a note behind a conversation that we begin', () => {
  const given = work(note(1, 'none'), text(0));
  expect(readyWork(given, now)).toBe(given);
  const start = { flowId: 'f', flowVersion: 1, state: null, language: 'en', slots: {} };
  const begun = work((id) => ({ ...received(id, 1), kind: 'start', payload: start }), note(0, 'waiting'));
  expect(readyWork(begun, now)).toBe(begun);
});

type Make = (id: string) => WorkEntry;

function work(...entries: readonly Make[]): TurnWork {
  const contact = {
    id: 'c',
    channel: 'whatsapp' as const,
    language: 'en',
    timezone: 'Asia/Kolkata',
    optedOutAt: null,
    handover: null,
    replyHours: [],
    reachedAt: null,
    promisedAt: null,
    entry: null,
  };
  const made = entries.map((make, index) => make(String(index)));
  return { contact, session: null, lastFlow: null, entries: made, more: false };
}

function text(secondsAgo: number): Make {
  const content = { type: 'text' as const, text: 'Hello' };
  return (id) => ({ ...received(id, secondsAgo), kind: 'message', payload: { messageId: id, content }, file: null });
}

function note(secondsAgo: number, transcriptStatus: EntryFile['transcriptStatus']): Make {
  const content = { type: 'media' as const, kind: 'voice' as const, mediaId: 'm' };
  const file = { transcriptStatus };
  return (id) => ({ ...received(id, secondsAgo), kind: 'message', payload: { messageId: id, content }, file });
}

function received(id: string, secondsAgo: number) {
  const at = new Date(now - secondsAgo * 1000).toISOString();
  return { id, occurredAt: at, receivedAt: at };
}
