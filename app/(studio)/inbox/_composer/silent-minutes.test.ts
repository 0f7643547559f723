import { describe, expect, it } from 'vitest';
import type { Thread } from '../inbox-types';
import { silentMinutes } from './silent-minutes';

const now = new Date('2026-12-01T12:00:00Z');
const handover: NonNullable<Thread['handover']> = {
  id: 'h1',
  status: 'taken',
  askedBy: 'customer',
  reason: '',
  summary: '',
  assignee: { id: 'ravi', name: 'Ravi' },
  askedAt: '2026-12-01T08:00:00.000Z',
  takenAt: '2026-12-01T09:00:00.000Z',
  answeredAt: null,
  promisedAt: null,
};
const message = (authorName: string | null, at: string): Thread['messages'][number] => ({
  direction: 'out',
  id: at,
  at,
  turnId: null,
  content: { type: 'text', text: 'Hello' },
  payloads: [],
  externalIds: [],
  textKeys: [],
  language: 'en',
  status: 'sent',
  problem: null,
  position: '1',
  authorName,
});

describe('silentMinutes', () => {
  it('counts from the take-over, then from the last word of an officer; the bot has no say in it', () => {
    expect(silentMinutes({ handover, messages: [] }, now)).toBe(180);
    const messages = [message('Ravi', '2026-12-01T10:30:00.000Z'), message(null, '2026-12-01T11:59:00.000Z')];
    expect(silentMinutes({ handover, messages }, now)).toBe(90);
  });

  it('is nothing while nobody has it', () => {
    expect(silentMinutes({ handover: null, messages: [] }, now)).toBeNull();
    expect(silentMinutes({ handover: { ...handover, status: 'requested' }, messages: [] }, now)).toBeNull();
  });
});
