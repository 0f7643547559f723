import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { languages } from '@/prompts/load-languages';
import type { Flow } from '../schema/flow';
import type { FlowIssue } from '../schema/flow-issue';
import { parseFlow } from '../schema/parse-flow';
import { checkFlow } from './check-flow';
import type { CheckOptions } from './checked-flow';
import { rules } from './rules';

const testdata = path.join(import.meta.dirname, 'testdata');

describe.each(rules.map((rule) => [rule.code, rule] as const))('the rule %s', (code) => {
  const folder = code.replace(/[._]/g, '-');

  it('finds its issue, at its place, with a sentence and a fix', () => {
    const found = check(readFixture(folder, 'with')).filter((issue) => issue.code === code);
    expect(found.map((issue) => issue.place)).toEqual(JSON.parse(read(folder, 'expected')));
    for (const issue of found) {
      expect(issue.message).toMatch(/^["A-Z{].*\.$/);
      expect(issue.fix).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('is silent where all is well', () => {
    expect(check(readFixture(folder, 'without')).map((issue) => `${issue.code}: ${issue.message}`)).toEqual([]);
  });
});

describe('the registry of rules', () => {
  it('has every file of the folder', () => {
    const files = readdirSync(path.join(import.meta.dirname, 'rules')).filter((file) => file !== 'index.ts');
    expect(rules.map(({ code }) => `${code.replace(/[._]/g, '-')}.ts`).sort()).toEqual(files.sort());
  });
});

const known = Object.fromEntries(
  readdirSync(path.join(testdata, 'known-flows')).map((file) => {
    const flow = readFixture('known-flows', path.basename(file, '.json'));
    return [flow.id, flow];
  }),
);

function check(flow: Flow): FlowIssue[] {
  const options: CheckOptions = { packs: languages, knownFlows: known };
  return checkFlow(flow, options);
}

function readFixture(folder: string, name: string): Flow {
  const parsed = parseFlow(read(folder, name));
  if (!parsed.ok) throw new Error(`${folder}/${name}: ${JSON.stringify(parsed.issues)}`);
  return parsed.flow;
}

function read(folder: string, name: string): string {
  return readFileSync(path.join(testdata, folder, `${name}.json`), 'utf8');
}
