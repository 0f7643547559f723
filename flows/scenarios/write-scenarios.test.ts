import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultProductFacts } from '@/prompts/facts/product-facts';
import { languages } from '@/prompts/load-languages';
import { loadUtterances } from '@/prompts/load-utterances';
import type { Flow } from '../schema/flow';
import { parseFlow } from '../schema/parse-flow';
import { loadReader } from '../understanding/load-reader';
import type { World } from './conversation';
import { runScenario } from './run-scenario';
import { scenario } from './scenario';
import { scenariosForUncovered } from './write-scenarios';
import type { PhrasesFor } from './writing/moves';

const library = ['loan-against-property', 'collect-address'].map((id) =>
  flowOf(JSON.parse(readFileSync(path.resolve(`flows/library/${id}.json`), 'utf8'))),
);
const world: World = {
  subflows: Object.fromEntries(library.map((flow) => [flow.id, flow])),
  reader: loadReader(),
  packs: languages,
  facts: defaultProductFacts,
};
const english = loadUtterances().en;
const phrasesFor: PhrasesFor = (intent) => english?.[intent]?.latin ?? [];

describe('scenarios for what nothing covers', () => {
  it.each(library)('take every transition of the shipped flow $id, and hold when they are played', (flow) => {
    const { written, unreached } = scenariosForUncovered(flow, new Set(), world, phrasesFor);
    expect(unreached).toEqual([]);
    const results = written.map((one) => runScenario(scenario.parse(JSON.parse(JSON.stringify(one))), flow, world));
    expect(results.flatMap(({ failures }) => failures)).toEqual([]);
    const taken = new Set(results.flatMap(({ takenTransitions }) => [...takenTransitions]));
    expect(flow.transitions.map(({ id }) => id).filter((id) => !taken.has(id))).toEqual([]);
    expect(new Set(written.map(({ name }) => name)).size).toBe(written.length);
  });

  it('are not written for what is covered', () => {
    const [flow] = library;
    if (!flow) throw new Error('No flow is shipped.');
    const all = flow.transitions.map(({ id }) => id);
    expect(scenariosForUncovered(flow, new Set(all), world, phrasesFor)).toEqual({ written: [], unreached: [] });
    const { written } = scenariosForUncovered(
      flow,
      new Set(all.filter((id) => id !== 'say_officer:next')),
      world,
      phrasesFor,
    );
    expect(written).toMatchObject([{ name: 'takes say_officer:next' }]);
  });
});

describe('states of every kind', () => {
  const at = { x: 0, y: 0 };
  const words = (english: string) => ({ en: english });
  const text = (english: string) => ({ type: 'text', text: words(english) });
  const flow = flowOf({
    schemaVersion: 1,
    id: 'every-kind',
    name: 'Every kind',
    languages: ['en'],
    defaultLanguage: 'en',
    start: 'pick',
    variables: [
      { name: 'rating', kind: 'number' },
      { name: 'code', kind: 'text' },
    ],
    states: [
      {
        id: 'pick',
        type: 'choose',
        position: at,
        data: {
          text: words('Which?'),
          options: ['one', 'two'].map((id) => ({ id, title: words(id) })),
          timeoutSeconds: 7200,
        },
      },
      { id: 'look', type: 'call', position: at, data: { url: 'https://example.com' } },
      { id: 'pause', type: 'wait', position: at, data: { until: 'duration', seconds: 90_061 } },
      {
        id: 'lot',
        type: 'split',
        position: at,
        data: {
          variants: [
            { id: 'a', weight: 1 },
            { id: 'b', weight: 1 },
          ],
        },
      },
      { id: 'address', type: 'subflow', position: at, data: { flowId: 'collect-address' } },
      {
        id: 'ask_income',
        type: 'ask',
        position: at,
        data: { questions: [{ slot: 'monthly_income', ask: [text('Your income?')] }] },
      },
      { id: 'rate', type: 'branch', position: at, data: { cases: [{ id: 'never', condition: 'rating > 1000000' }] } },
      { id: 'done', type: 'end', position: at, data: {} },
    ],
    transitions: [
      ['pick', 'choice:one', 'look'],
      ['pick', 'choice:two', 'pause'],
      ['pick', 'gave_up', 'done'],
      ['pick', 'timeout', 'done'],
      ['look', 'ok', 'lot'],
      ['look', 'failed', 'address'],
      ['pause', 'next', 'done'],
      ['pause', 'replied', 'done'],
      ['lot', 'variant:a', 'done'],
      ['lot', 'variant:b', 'done'],
      ['address', 'returned', 'done'],
      ['ask_income', 'filled', 'rate'],
      ['ask_income', 'gave_up', 'done'],
      ['rate', 'case:never', 'done'],
      ['rate', 'else', 'done'],
    ].map(([from, outcome, to]) => ({ id: `${from}:${outcome}`, from, outcome, to })),
  });
  const { written, unreached } = scenariosForUncovered(flow, new Set(), world, phrasesFor);
  const stepsOf = (id: string) => written.find(({ name }) => name === `takes ${id}`)?.steps;

  it('are left by taps, answers, silence, nonsense and the ends of calls', () => {
    expect(stepsOf('pick:choice:one')).toMatchObject([{ tap: 'one', expect: { state: 'look' } }]);
    expect(stepsOf('pick:timeout')).toMatchObject([{ passes: 'PT2H', expect: { state: 'done', ended: true } }]);
    expect(stepsOf('pick:gave_up')?.length).toBe(3);
    expect(stepsOf('look:failed')).toMatchObject([{ effect: { ok: false } }]);
    expect(stepsOf('pause:next')).toMatchObject([{ passes: 'PT90061S' }]);
    expect(stepsOf('ask_income:filled')).toMatchObject([
      { said: 'income 2 lakh', expect: { transitions: ['ask_income:filled', 'rate:else'] } },
    ]);
    expect(stepsOf('address:returned')).toBeDefined();
  });

  it('that can’t be left so are named with the reason', () => {
    expect(unreached.map(({ transition }) => transition)).toEqual([
      expect.stringMatching(/^lot:variant:[ab]$/),
      'rate:case:never',
    ]);
    expect(unreached[1]?.reason).toContain('most often "rate:else" was taken instead');
  });

  it('and nothing to say is a reason too', () => {
    const [flowWithIntents] = library;
    if (!flowWithIntents) throw new Error('No flow is shipped.');
    const covered = new Set(flowWithIntents.transitions.map(({ id }) => id).filter((id) => id !== 'completed:thank'));
    expect(scenariosForUncovered(flowWithIntents, covered, world, () => []).unreached).toEqual([
      { transition: 'completed:thank', reason: 'Nobody knows what makes "completed" leave along "intent:thank".' },
    ]);
  });
});

function flowOf(document: unknown): Flow {
  const parsed = parseFlow(document);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.flow;
}
