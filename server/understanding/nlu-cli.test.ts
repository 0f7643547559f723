import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const program = fileURLToPath(new URL('nlu-cli.ts', import.meta.url));
const root = fileURLToPath(new URL('../../', import.meta.url));

function run(input: string, ...options: string[]) {
  return spawnSync(process.execPath, ['--import', 'tsx', program, ...options], { cwd: root, input, encoding: 'utf8' });
}

describe('the command line of understanding', () => {
  it('writes one line for each line, in order, and goes on after a line that is not valid', () => {
    const lines = [
      '{"id":"a","text":"I have a house in Bangalore worth 1.5 crore"}',
      'no json',
      '{"id":7,"words":"no text"}',
      '',
      '{"text":"ನಾಳೆ ಸಂಜೆ 5 ಗಂಟೆಗೆ ಕಾಲ್ ಮಾಡಿ","language":"kn","now":"2026-11-23T10:00:00+05:30"}',
      '{"id":"b","text":"15","expects":["tenure_months"],"language":"xx"}',
      '{"id":"c","text":"15","expects":["tenure_months"]}',
    ];
    const { stdout, status } = run(`${lines.join('\n')}\n`);
    const answers = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(status).toBe(0);
    expect(answers).toHaveLength(lines.length);
    expect(answers[0]).toEqual({
      id: 'a',
      language: 'en',
      script: 'latin',
      intent: 'inform',
      confidence: expect.any(Number),
      sentiment: 'neutral',
      slots: { property_type: 'house', property_location: 'Bengaluru', property_value: 15_000_000 },
      engine: 'embedded',
    });
    expect(answers[1]).toEqual({ error: expect.stringContaining('not JSON') });
    expect(answers[2]).toEqual({ id: 7, error: expect.stringContaining('text') });
    expect(answers[3]).toEqual({ error: expect.any(String) });
    expect(answers[4]).toMatchObject({
      intent: 'follow_up_later',
      slots: { callback_at: '2026-11-24T17:00:00+05:30' },
    });
    expect(answers[5]).toEqual({ id: 'b', error: expect.stringContaining('language') });
    expect(answers[6]).toMatchObject({ id: 'c', slots: { tenure_months: 180 } });
  }, 30_000);

  it('says in one sentence which engine can not run', () => {
    const { stderr, stdout, status } = run('', '--engine', 'llm');
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr.trim().split('\n')).toHaveLength(1);
  }, 30_000);
});
