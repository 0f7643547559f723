import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { languages } from '@/prompts/load-languages';
import { checkFlow } from '../../check/check-flow';
import { rules } from '../../check/rules';
import type { Flow } from '../../schema/flow';
import type { FlowIssue } from '../../schema/flow-issue';
import { parseFlow } from '../../schema/parse-flow';
import { stateTypes } from '../../states';
import type { Fix } from './fix';
import { fixAll, fixesFor } from './fixes-for';
import { fixRules } from './index';

/** What only a person can put right, with their own words or their own idea. */
const withoutFix = [
  'consent.late',
  'expression.broken',
  'loop.without_wait',
  'message.too_long',
  'subflow.recursive',
  'subflow.unknown',
  'text.asks_identity',
  'translation.missing',
  'window.closed',
];

describe('the registry of fixes', () => {
  it('has a fix for every check but those that only a person can answer', () => {
    const codes = [...fixRules.map(({ code }) => code), ...withoutFix];
    expect(codes.sort()).toEqual(rules.map(({ code }) => code).sort());
  });

  it('has a file for each code', () => {
    for (const { code } of fixRules) {
      expect(existsSync(path.join(import.meta.dirname, `${code.replace(/[._]/g, '-')}.ts`)), code).toBe(true);
    }
  });
});

describe.each(fixRules.map(({ code }) => code))('the fixes of %s', (code) => {
  const flow = readFixture(code);
  const before = check(flow);
  const issues = before.filter((issue) => issue.code === code);

  it('are offered where the issue is', () => {
    expect(issues.some((issue) => fixesFor(issue, flow).length > 0)).toBe(true);
  });

  it('take the issue away, bring no error, and leave a flow that is read again', () => {
    for (const issue of issues) {
      for (const fix of fixesFor(issue, flow)) {
        const results = resultsOf(fix, flow);
        const good = results.filter((fixed) => isFixed(fixed, issue, before));
        expect(good.length, `${code}: ${fix.label}`).toBeGreaterThan(0);
        for (const fixed of results) expect(parseFlow(fixed)).toEqual({ ok: true, flow: fixed });
      }
    }
  });

  it('leave the flow that they were given as it was', () => {
    const copy = structuredClone(flow);
    for (const issue of issues) for (const fix of fixesFor(issue, flow)) resultsOf(fix, flow);
    expect(flow).toEqual(copy);
  });

  it('do nothing twice, and nothing to a flow that has not what they are about', () => {
    const other = readFixture('translation.missing');
    for (const issue of issues) {
      for (const fix of fixesFor(issue, flow)) {
        if (fix.kind !== 'change') continue;
        expect(parseFlow(fix.change(fix.change(flow))).ok, fix.label).toBe(true);
        expect(parseFlow(fix.change(other)).ok, fix.label).toBe(true);
      }
    }
  });

  it('put all of the kind right at once where they are safe', () => {
    const safe = new Set(
      issues.flatMap((issue) =>
        fixesFor(issue, flow).flatMap((fix) => (fix.kind === 'change' && fix.isSafe ? [fix.id] : [])),
      ),
    );
    for (const id of safe) {
      const fixable = issues.filter((issue) => fixesFor(issue, flow).some((fix) => fix.id === id));
      const left = check(fixAll(flow, fixable, id)).filter((issue) => issue.code === code);
      expect(left.length, `${code}: ${id}`).toBe(issues.length - fixable.length);
    }
  });
});

/** A fix done in every way that it can be done. */
function resultsOf(fix: Fix, flow: Flow): Flow[] {
  switch (fix.kind) {
    case 'change':
      return [fix.change(flow)];
    case 'chooseState':
      return flow.states.map(({ id }) => fix.change(flow, id));
    case 'chooseOutcome':
      return flow.states.flatMap(({ id, type, data }) =>
        stateTypes[type].bind(data).outcomes.map((outcome) => fix.change(flow, { state: id, outcome: outcome.id })),
      );
    default:
      return fix satisfies never;
  }
}

function isFixed(fixed: Flow, issue: FlowIssue, before: readonly FlowIssue[]): boolean {
  const after = check(fixed);
  const known = new Set(before.map(keyOf));
  const count = (issues: readonly FlowIssue[]) => issues.filter((other) => keyOf(other) === keyOf(issue)).length;
  const hasNewError = after.some((other) => other.severity === 'error' && !known.has(keyOf(other)));
  return count(after) < count(before) && !hasNewError;
}

function keyOf({ code, place, message }: FlowIssue): string {
  return JSON.stringify([code, place, message]);
}

function check(flow: Flow): FlowIssue[] {
  return checkFlow(flow, { packs: languages });
}

function readFixture(code: string): Flow {
  const folder = path.join(import.meta.dirname, '../../check/testdata', code.replace(/[._]/g, '-'));
  const parsed = parseFlow(readFileSync(path.join(folder, 'with.json'), 'utf8'));
  if (!parsed.ok) throw new Error(`${code}: ${JSON.stringify(parsed.issues)}`);
  return parsed.flow;
}
