import { describe, expect, it } from 'vitest';
import type { FlowIssue } from '@/flows/schema/flow-issue';
import { countSeverities, groupIssues, keepSameIssues } from './group-issues';

const issues: readonly FlowIssue[] = [
  issue('flow.no_human', 'warning', {}),
  issue('rule.no_answer', 'warning', { rule: 'faq', path: 'action.answers.ask_fees' }),
  issue('text.empty', 'error', { state: 'hello', path: 'message.text', language: 'en' }),
  issue('translation.missing', 'warning', { state: 'hello', path: 'message.text', language: 'kn' }),
  issue('state.unreachable', 'hint', { state: 'island' }),
  issue('transition.unknown_state', 'error', { transition: 'ghost:next' }),
];

describe('issues', () => {
  it('are grouped by what they belong to, in the order of the checks', () => {
    expect(groupIssues(issues, null, 100).map(({ owner, issues: own }) => [owner, own.length])).toEqual([
      [{ type: 'flow' }, 1],
      [{ type: 'rule', id: 'faq' }, 1],
      [{ type: 'state', id: 'hello' }, 2],
      [{ type: 'state', id: 'island' }, 1],
      [{ type: 'transition', id: 'ghost:next' }, 1],
    ]);
  });

  it('of one severity can be shown alone, and only so many', () => {
    const errors = groupIssues(issues, 'error', 100);
    expect(errors.flatMap(({ issues: own }) => own.map(({ code }) => code))).toEqual([
      'text.empty',
      'transition.unknown_state',
    ]);
    expect(groupIssues(issues, null, 3).flatMap(({ issues: own }) => own)).toHaveLength(3);
  });

  it('are counted by severity', () => {
    expect(countSeverities(issues)).toEqual({ error: 2, warning: 3, hint: 1 });
  });

  it('that a new check says again are the very same', () => {
    const again = structuredClone(issues);
    expect(keepSameIssues(issues, again)).toBe(issues);
    const fewer = keepSameIssues(issues, again.slice(1));
    expect(fewer[0]).toBe(issues[1]);
    expect(fewer).toHaveLength(issues.length - 1);
  });
});

function issue(code: string, severity: FlowIssue['severity'], place: FlowIssue['place']): FlowIssue {
  return { code, severity, place, message: `${code} here.`, fix: 'Put it right.' };
}
