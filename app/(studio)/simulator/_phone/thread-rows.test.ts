import { describe, expect, it } from 'vitest';
import type { ChatMessage, Unsent } from '../conversation-types';
import { threadRows } from './thread-rows';

type Incoming = Extract<ChatMessage, { direction: 'in' }>;

describe('threadRows', () => {
  it('gives the tail to the first of several bubbles of one side', () => {
    const rows = threadRows([said('a', '10:00', ['one', 'two']), typed('b', '10:01'), typed('c', '10:02')], []);
    expect(rows.map((row) => (row.type === 'bubble' ? [row.key, row.isFirst] : row.type))).toEqual([
      'day',
      ['a:0', true],
      ['a:1', false],
      ['b', true],
      ['c', false],
    ]);
  });

  it('begins each day with its date and a new tail', () => {
    const rows = threadRows([typed('a', '10:00'), { ...typed('b', '10:00'), at: '2026-11-24T10:00:00Z' }], []);
    expect(rows.map((row) => row.type)).toEqual(['day', 'bubble', 'day', 'bubble']);
    expect(rows[3]).toMatchObject({ isFirst: true });
  });

  it.each([
    ['pending', null, 'sent'],
    ['pending', 'turn', 'delivered'],
    ['handled', 'turn', 'read'],
    ['ignored', null, 'delivered'],
    ['dead', 'turn', 'failed'],
  ] as const)('ticks a message that is %s (turn %s) as %s', (status, turnId, tick) => {
    expect(threadRows([{ ...typed('a', '10:00'), status, turnId }], [])[1]).toMatchObject({ tick });
  });

  it('shows a tapped choice by its title', () => {
    const tapped = { ...typed('a', '10:00'), content: { type: 'choice', id: 'x/yes', title: 'Yes' } } as const;
    expect(threadRows([tapped], [])[1]).toMatchObject({ content: { type: 'text', text: 'Yes' } });
  });

  it('puts what is on its way at the end, with the clock, and what failed with its reason', () => {
    const rows = threadRows([typed('a', '10:00')], [unsent('b', null), unsent('c', 'The server does not answer.')]);
    expect(rows.slice(2)).toMatchObject([
      { key: 'b', tick: 'clock', problem: null },
      { key: 'c', tick: 'failed', problem: 'The server does not answer.' },
    ]);
  });

  it('quotes the message whose button was tapped', () => {
    const tapped = { ...typed('b', '10:01'), quotes: 'wire.a.0' };
    expect(threadRows([said('a', '10:00', ['Shall I?']), tapped], [])[2]).toMatchObject({ quoted: 'Shall I?' });
  });

  it('puts a reaction on its message, the last one of each side', () => {
    const rows = threadRows(
      [said('a', '10:00', ['one', 'two']), reacted('b', 'wire.a.1', '👍')],
      [{ ...unsent('c', null), content: { type: 'reaction', to: 'wire.a.1', emoji: '🙏' } }],
    );
    expect(rows.map((row) => (row.type === 'bubble' ? row.reactions : row.type))).toEqual([
      'day',
      [],
      [{ by: 'customer', emoji: '🙏' }],
    ]);
  });

  it('takes a reaction back, and shows one on a message that is not there as a bubble', () => {
    const taken = [said('a', '10:00', ['one']), reacted('b', 'wire.a.0', '👍'), reacted('c', 'wire.a.0', null)];
    expect(threadRows(taken, []).slice(1)).toMatchObject([{ key: 'a:0', reactions: [] }]);
    expect(threadRows([reacted('b', 'elsewhere', '👍')], [])[1]).toMatchObject({ content: { type: 'reaction' } });
  });

  it('keeps a reaction that did not arrive as a bubble with its reason', () => {
    const failed = {
      ...unsent('b', 'No answer.'),
      content: { type: 'reaction', to: 'wire.a.0', emoji: '👍' },
    } as const;
    expect(threadRows([said('a', '10:00', ['one'])], [failed])[2]).toMatchObject({ problem: 'No answer.' });
  });

  it('shows a file that is on its way by its name', () => {
    const content = { type: 'file', kind: 'document', filename: 'deed.pdf', byteSize: 5 } as const;
    expect(threadRows([], [{ ...unsent('a', null), content }])[1]).toMatchObject({
      content: { type: 'file', filename: 'deed.pdf', file: null },
      tick: 'clock',
    });
  });

  it('has no rows for a conversation that has not begun', () => {
    expect(threadRows([], [])).toEqual([]);
  });
});

function typed(id: string, time: string): Incoming {
  const content = { type: 'text', text: id } as const;
  const at = `2026-11-23T${time}:00Z`;
  return { direction: 'in', id, at, turnId: 'turn', quotes: null, content, file: null, status: 'handled' };
}

function reacted(id: string, to: string, emoji: string | null): Incoming {
  return { ...typed(id, '10:02'), content: { type: 'reaction', to, emoji } };
}

function said(id: string, time: string, texts: readonly string[]): ChatMessage {
  return {
    direction: 'out',
    id,
    at: `2026-11-23T${time}:00Z`,
    turnId: 'turn',
    textKeys: [],
    language: 'en',
    status: 'sent',
    problem: null,
    bubbles: texts.map((text, index) => ({ type: 'text' as const, text, externalId: `wire.${id}.${index}` })),
  };
}

function unsent(clientId: string, problem: string | null): Unsent {
  return { clientId, contactId: 'contact', content: { type: 'text', text: 'x' }, at: '2026-11-23T10:05:00Z', problem };
}
