import { describe, expect, it } from 'vitest';
import type { FlowIssue, IssueSeverity } from '@/flows/schema/flow-issue';
import type { Comparing } from '../use-comparison';
import { whyNotYet } from './why-not-yet';

const issue = (severity: IssueSeverity): FlowIssue => ({ code: 'a.b', severity, place: {}, message: '', fix: '' });
const comparing = (count: number): Comparing => ({
  type: 'compared',
  comparison: { groups: [], count, languages: new Map(), lit: { states: new Map(), transitions: new Map() } },
});

describe('publishing', () => {
  const looked = { issues: [], hasSeenWarnings: false, comparing: comparing(1) };

  it('waits for the checks and is refused by errors', () => {
    expect(whyNotYet({ ...looked, issues: null })).toBe('checking');
    expect(whyNotYet({ ...looked, issues: [issue('warning'), issue('error')], hasSeenWarnings: true })).toBe('errors');
  });

  it('wants warnings to be seen, and does not mind hints', () => {
    expect(whyNotYet({ ...looked, issues: [issue('warning')] })).toBe('warnings');
    expect(whyNotYet({ ...looked, issues: [issue('warning')], hasSeenWarnings: true })).toBeNull();
    expect(whyNotYet({ ...looked, issues: [issue('hint')] })).toBeNull();
  });

  it('has nothing to do when the draft is what is live', () => {
    expect(whyNotYet({ ...looked, comparing: comparing(0) })).toBe('same');
    expect(whyNotYet({ ...looked, comparing: null })).toBeNull();
  });
});
