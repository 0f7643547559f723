import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { languages } from '@/prompts/load-languages';
import type { Flow } from '../schema/flow';
import { parseFlow } from '../schema/parse-flow';
import { checkFlow } from './check-flow';

const STATES = 1_000;
/** Of processor time, which other work on the machine does not lengthen. It takes a fifth of this; pairs of states take far more. */
const MOST_MS = 3_000;

it('checks a flow of a thousand states in five languages while an author waits', () => {
  const flow = largeFlow();
  const before = process.cpuUsage();
  const issues = checkFlow(flow, { packs: languages });
  const { user, system } = process.cpuUsage(before);
  expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect((user + system) / 1_000).toBeLessThan(MOST_MS);
}, 60_000);

/** The fixture that all is well with, its first state a thousand times in a chain. */
function largeFlow(): Flow {
  const file = path.join(import.meta.dirname, 'testdata', 'flow-no-human', 'without.json');
  const small: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const parsed = parseFlow(small);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  const { flow } = parsed;
  const text = (words: string) =>
    Object.fromEntries(['en', 'hi', 'kn', 'ta', 'te'].map((code) => [code, `${code}: ${words}`]));
  const ids = Array.from({ length: STATES }, (_, index) => (index === 0 ? 'welcome' : `state_${index}`));
  const chain = ids.map((id, index) => ({
    id,
    type: 'converse' as const,
    position: { x: 0, y: index * 100 },
    data: {
      say: [{ type: 'text' as const, text: text(`About {{ loan_amount_needed | inr }}, state ${index}.`) }],
      wants: [{ slot: 'property_type', ask: [{ type: 'text' as const, text: text('{{ name }}, which property?') }] }],
      answers: {},
    },
  }));
  const ways = ids.map((from, index) => ({
    id: `way-${index}`,
    from,
    outcome: 'family:interested',
    to: ids[index + 1] ?? 'officer',
    condition: index % 2 === 0 ? undefined : 'loan_amount_needed > 1000000 and property_type == "house"',
  }));
  return {
    ...flow,
    languages: ['en', 'hi', 'kn', 'ta', 'te'],
    states: [...chain, ...flow.states.slice(1)],
    transitions: [...ways, ...flow.transitions.filter(({ from }) => from !== 'welcome')],
  };
}
