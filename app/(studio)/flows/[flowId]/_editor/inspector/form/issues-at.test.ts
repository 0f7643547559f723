import { describe, expect, it } from 'vitest';
import { type FlowIssue, flowError, type IssuePlace } from '@/flows/schema/flow-issue';
import { countIssuesBelow, issuesAt, issuesOf } from './issues-at';

const at = (place: IssuePlace): FlowIssue => flowError('text.broken', place, 'Wrong.', 'Put it right.');
const issues = [
  at({ state: 'welcome', path: 'message.text' }),
  at({ state: 'welcome', path: 'message.text', language: 'kn' }),
  at({ state: 'welcome', path: 'message.textual' }),
  at({ state: 'welcome', transition: 'welcome:next' }),
  at({ rule: 'welcome', path: 'message.text' }),
];
const welcome = { state: 'welcome' };

describe('issues at a place', () => {
  it('are told by their path and language', () => {
    expect(issuesAt(issues, welcome, 'message.text')).toEqual([issues[0]]);
    expect(issuesAt(issues, welcome, 'message.text', 'kn')).toEqual([issues[1]]);
    expect(issuesAt(issues, { rule: 'welcome' }, 'message.text')).toEqual([issues[4]]);
  });

  it('are counted below a path, and not below one that only begins so', () => {
    expect(countIssuesBelow(issues, welcome, 'message')).toBe(3);
    expect(countIssuesBelow(issues, welcome, 'message.text')).toBe(2);
  });

  it('are none before the checks have answered, and for what has no place', () => {
    expect(issuesOf(null, welcome)).toEqual([]);
    expect(issuesAt(issues, null, 'message.text')).toEqual([]);
  });
});
