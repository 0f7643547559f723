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

  it('has no rows for a conversation that has not begun', () => {
    expect(threadRows([], [])).toEqual([]);
  });
});

function typed(id: string, time: string): Incoming {
  const content = { type: 'text', text: id } as const;
  return { direction: 'in', id, at: `2026-11-23T${time}:00Z`, turnId: 'turn', content, status: 'handled' };
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
    bubbles: texts.map((text) => ({ type: 'text' as const, text })),
  };
}

function unsent(clientId: string, problem: string | null): Unsent {
  return { clientId, contactId: 'contact', content: { type: 'text', text: 'x' }, at: '2026-11-23T10:05:00Z', problem };
}
