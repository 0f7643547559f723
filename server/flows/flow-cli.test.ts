import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkFiles } from './check-files';
import { stateReference } from './state-reference';
import { testScenarios } from './test-scenarios';

const fixture = (name: string) => `flows/check/testdata/${name}.json`;
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'vaarta-flow-cli-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('flow check', { timeout: 60_000 }, () => {
  it('finds nothing in the shipped flows', async () => {
    const { code, lines } = await check([
      'flows/library/loan-against-property.json',
      'flows/library/collect-address.json',
    ]);
    expect(lines).toEqual(['2 files: 0 errors, 0 warnings, 0 hints.']);
    expect(code).toBe(0);
  });

  it('prints an issue with file, severity, code, place, sentence and fix, and ends with 1', async () => {
    const { code, lines } = await check([fixture('choice-duplicate-title/with')]);
    expect(lines[0]).toBe(
      `${fixture('choice-duplicate-title/with')}: error choice.duplicate_title hello/message.buttons.1.title [en] — ` +
        'Two choices of this message read "Yes" in English. Fix: Word them differently.',
    );
    expect(code).toBe(1);
  });

  it('ends with 0 when there are only warnings', async () => {
    expect((await check([fixture('state-unreachable/with')])).code).toBe(0);
  });

  it('says what is wrong with a file that is no JSON, no flow, or not there, and checks the others', async () => {
    const broken = await file('broken.json', '{\n  "id": oops\n}');
    const { code, lines } = await check([broken, 'package.json', `${folder}/none.json`, fixture('flow-no-human/with')]);
    expect(code).toBe(1);
    expect(lines[0]).toContain('error document.not_json flow — The document is not JSON: line 2, column 9');
    expect(lines.join('\n')).toContain('package.json: error document.invalid');
    expect(lines.join('\n')).toContain('none.json: error file.unreadable');
    expect(lines.join('\n')).toContain('warning flow.no_human');
  });

  it('prints one JSON array when asked to', async () => {
    const { lines } = await check([fixture('flow-no-human/with')], { json: true });
    expect(JSON.parse(lines.join('\n'))).toEqual([
      expect.objectContaining({ file: fixture('flow-no-human/with'), code: 'flow.no_human', place: {} }),
    ]);
  });

  it('ends the process with the code', async () => {
    const run = promisify(execFile)(process.execPath, [
      '--import',
      'tsx',
      'server/flows/flow-cli.ts',
      'check',
      'none.json',
    ]);
    await expect(run).rejects.toMatchObject({ code: 1, stdout: expect.stringContaining('file.unreadable') });
  });
});

describe('flow test', { timeout: 60_000 }, () => {
  const scenario = (state: string) => ({
    name: 'opting out',
    flow: 'loan-against-property',
    now: '2026-11-23T10:00:00+05:30',
    steps: [{ said: 'STOP', expect: { state } }],
  });

  it('prints what was said and what came back, and ends with 1', async () => {
    const given = await file('fails.json', JSON.stringify({ scenarios: [scenario('nowhere')] }));
    const { code, lines } = await play([given]);
    expect(code).toBe(1);
    expect(lines[0]).toBe(`${given}: opting out`);
    expect(lines[1]).toMatch(/^ {2}step 1, STOP: state: expected "nowhere", came "/);
    expect(lines.at(-1)).toBe('1 scenario: 0 passed, 1 failed.');
  });

  it('names the states that nothing came to', async () => {
    const given = await file(
      'short.json',
      JSON.stringify({ scenarios: [{ ...scenario('x'), steps: [{ said: 'STOP' }] }] }),
    );
    const { code, lines } = await play([given]);
    expect(code).toBe(0);
    expect(lines.find((line) => line.startsWith('  states:'))).toMatch(/^ {2}states: \d+ of \d+; not .*qualifying/);
  });

  it('ends with 1 for a file that is no scenario file, an unknown flow, or nothing at all', async () => {
    const given = await file('other.json', JSON.stringify({ scenarios: [{ ...scenario('x'), flow: 'no-such-flow' }] }));
    expect((await play([given])).lines[1]).toBe('  There is no flow "no-such-flow".');
    expect((await play(['package.json'])).code).toBe(1);
    expect((await play([`${folder}/none.json`])).code).toBe(1);
  });
});

describe('flow docs', () => {
  it('were written after the last change of a state type', async () => {
    const written = await readFile('docs/reference/state-types.md', 'utf8');
    expect(written, 'run: npm run --silent flow -- docs').toBe(stateReference());
  });
});

async function file(name: string, content: string): Promise<string> {
  const written = path.join(folder, name);
  await writeFile(written, content);
  return written;
}

async function check(files: string[], { json } = { json: false }) {
  const lines: string[] = [];
  return { code: await checkFiles(files, { json, write: (line) => lines.push(line) }), lines };
}

async function play(files: string[]) {
  const lines: string[] = [];
  return { code: await testScenarios(files, { json: false, write: (line) => lines.push(line) }), lines };
}
