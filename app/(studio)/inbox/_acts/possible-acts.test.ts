import { describe, expect, it } from 'vitest';
import type { Thread } from '../inbox-types';
import { possibleActs } from './possible-acts';

const ravi = { id: 'ravi', role: 'officer' } as const;
const handover = (status: 'requested' | 'taken'): Thread['handover'] => ({
  id: 'h1',
  status,
  askedBy: 'customer',
  reason: '',
  summary: '',
  assignee: null,
  askedAt: '2026-12-01T10:00:00.000Z',
  takenAt: null,
  answeredAt: null,
  promisedAt: null,
});

describe('possibleActs', () => {
  it('lets a conversation that nobody has be taken over, and nothing of it be ended', () => {
    const acts = possibleActs({ owner: null, handover: null }, ravi);
    expect(acts).toContain('takeOver');
    expect(acts).toContain('askForPerson');
    expect(acts).not.toContain('close');
    expect(acts).not.toContain('assign');
  });

  it('lets one who waits be given to a colleague', () => {
    expect(possibleActs({ owner: null, handover: handover('requested') }, ravi)).toContain('assign');
  });

  it('lets only who has it, or an owner, return and close it', () => {
    const taken = { owner: { id: 'ravi', name: 'Ravi' }, handover: handover('taken') };
    expect(possibleActs(taken, ravi)).toEqual(expect.arrayContaining(['returnToBot', 'close', 'assign']));
    expect(possibleActs(taken, { id: 'lakshmi', role: 'owner' })).toContain('close');
    expect(possibleActs(taken, { id: 'meena', role: 'officer' })).toEqual(['note']);
  });
});
