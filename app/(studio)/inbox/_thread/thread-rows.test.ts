import { describe, expect, it } from 'vitest';
import type { Note, ThreadMessage } from '../inbox-types';
import { countUnread, threadRows } from './thread-rows';

const at = (minute: number): string => new Date(2026, 11, 1, 10, minute).toISOString();

function said(position: number, text: string): ThreadMessage {
  const shared = { at: at(position), turnId: null, quotes: null, file: null, status: 'handled' } as const;
  return {
    ...shared,
    direction: 'in',
    id: `in${position}`,
    content: { type: 'text', text },
    position: `${position}`,
    authorName: null,
  };
}

function sent(
  position: number,
  authorName: string | null,
  changes: Partial<Extract<ThreadMessage, { direction: 'out' }>> = {},
): ThreadMessage {
  return {
    direction: 'out',
    id: `out${position}`,
    at: at(position),
    turnId: null,
    content: { type: 'text', text: 'Hello' },
    payloads: [{ type: 'text', text: { body: 'Hello' } }],
    externalIds: [`wamid.${position}`],
    textKeys: [],
    language: 'en',
    status: 'delivered',
    problem: null,
    position: `${position}`,
    authorName,
    ...changes,
  };
}

const note: Note = {
  id: 'n1',
  body: 'Ask for the deed.',
  author: { id: 'ravi', name: 'Ravi' },
  mentions: [],
  createdAt: at(3),
  editedAt: null,
};
const parts = { notes: [], unsent: [], readBefore: null, hasMore: false };

describe('the rows of a thread', () => {
  it('name who wrote, and begin anew where somebody else does', () => {
    const rows = threadRows({ ...parts, messages: [sent(1, null), sent(2, 'Ravi'), sent(3, 'Ravi')] });
    expect(rows).toMatchObject([
      { type: 'day' },
      { author: 'Bot', isFirst: true },
      { author: 'Ravi', isFirst: true },
      { author: 'Ravi', isFirst: false },
    ]);
  });

  it('hold notes where they were written, but none from before what is shown', () => {
    const messages = [said(2, 'Hi'), said(4, 'My house')];
    expect(threadRows({ ...parts, messages, notes: [note] }).map(({ type }) => type)).toEqual([
      'day',
      'bubble',
      'note',
      'bubble',
    ]);
    const older = threadRows({ ...parts, messages: messages.slice(1), notes: [note], hasMore: true });
    expect(older.map(({ type }) => type)).toEqual(['day', 'bubble']);
  });

  it('have one line, above the first message of the customer that was not read', () => {
    const messages = [said(1, 'Hi'), sent(2, null), said(3, 'A'), said(4, 'B')];
    const rows = threadRows({ ...parts, messages, readBefore: '1' });
    expect(rows.map(({ type }) => type)).toEqual(['day', 'bubble', 'bubble', 'unread', 'bubble', 'bubble']);
    expect(countUnread(messages, '1')).toBe(2);
  });

  it('say what was cancelled and what may not have arrived', () => {
    const messages = [sent(1, null, { status: 'cancelled' }), sent(2, 'Ravi', { status: 'unknown' })];
    expect(threadRows({ ...parts, messages }).slice(1)).toMatchObject([
      { isCancelled: true, tick: null },
      { isCancelled: false, tick: 'failed', problem: expect.stringContaining('not known') },
    ]);
  });

  it('show what never became a message on the wire by its words, and what is on its way at the end', () => {
    const unsent = { clientId: 'u1', contactId: 'c', author: 'Ravi', at: at(9), problem: null } as const;
    const rows = threadRows({
      ...parts,
      messages: [sent(1, null, { payloads: [], externalIds: [] }), said(2, 'When?')],
      unsent: [{ ...unsent, content: { type: 'text', text: 'Coming', quotes: 'in2' } }],
    });
    expect(rows.slice(1)).toMatchObject([
      { content: { type: 'text', text: 'Hello' } },
      { quoted: null },
      { content: { type: 'text', text: 'Coming' }, quoted: 'When?', tick: 'clock', author: 'Ravi' },
    ]);
  });
});
