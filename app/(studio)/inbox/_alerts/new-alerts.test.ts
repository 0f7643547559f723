import { describe, expect, it } from 'vitest';
import type { ConversationRow } from '../inbox-types';
import { newAlerts } from './new-alerts';

const asha: ConversationRow = {
  contactId: 'c1',
  name: 'Asha',
  phone: null,
  language: 'kn',
  channel: 'simulator',
  status: 'taken',
  assignee: { id: 'ravi', name: 'Ravi' },
  askedAt: null,
  slaDueAt: null,
  slaState: null,
  windowEndsAt: null,
  lastAt: '2026-12-01T10:00:00.000Z',
  lastDirection: 'out',
  lastAuthor: 'officer',
  preview: '',
  unread: 0,
  score: null,
  band: null,
  stage: null,
  snoozedUntil: null,
};
const wrote = { ...asha, lastAt: '2026-12-01T10:05:00.000Z', lastDirection: 'in' } as const;

describe('newAlerts', () => {
  it('tells of a customer of mine who wrote', () => {
    expect(newAlerts([asha], [wrote], 'ravi')).toEqual([{ contactId: 'c1', name: 'Asha', why: 'wrote' }]);
  });

  it('is silent about what was there at first, what I wrote, and conversations of others', () => {
    expect(newAlerts(null, [wrote], 'ravi')).toEqual([]);
    expect(newAlerts([asha], [{ ...wrote, lastDirection: 'out' }], 'ravi')).toEqual([]);
    expect(newAlerts([asha], [wrote], 'meena')).toEqual([]);
  });

  it('tells once that somebody asks for a person, unless another officer is asked', () => {
    const asked = { ...asha, status: 'requested', assignee: null } as const;
    expect(newAlerts([{ ...asha, status: 'bot' }], [asked], 'ravi')).toEqual([
      { contactId: 'c1', name: 'Asha', why: 'asked' },
    ]);
    expect(newAlerts([asked], [asked], 'ravi')).toEqual([]);
    expect(newAlerts([], [{ ...asked, assignee: { id: 'meena', name: 'Meena' } }], 'ravi')).toEqual([]);
  });
});
