import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { languages } from '@/prompts/load-languages';
import type { Json } from '../schema/json';
import { parseFlow } from '../schema/parse-flow';
import { checkFlow } from './check-flow';

const RUNS = 300;
/** Of processor time for one small document; a regular expression or a walk that explodes takes far longer. */
const MOST_MS = 2_000;

const testdata = path.join(import.meta.dirname, 'testdata');
const seeds: readonly Json[] = readdirSync(testdata)
  .filter((folder) => folder !== 'known-flows')
  .map((folder) => JSON.parse(readFileSync(path.join(testdata, folder, 'with.json'), 'utf8')));

type Mutation = Readonly<{
  kind: 'delete' | 'replace' | 'reword' | 'wrap' | 'pollute' | 'copy';
  at: number;
  value: Json;
  from: number;
}>;

const nasty = fc.constantFrom<Json>(
  null,
  true,
  -0,
  5e-324,
  1.7976931348623157e308,
  2 ** 53,
  -1,
  '',
  '@back',
  'welcome',
  'constructor',
  '{{',
  '{{ a | b(c) }} }}',
  '((((((((((',
  'a'.repeat(5_000),
  '{{ name }}'.repeat(500),
  '\u0000\ud800',
  'ಕ್ಷ್ಮ್ಯ',
  [],
  {},
  [[[[]]]],
);

const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom('delete', 'replace', 'reword', 'reword', 'reword', 'reword', 'wrap', 'pollute', 'copy'),
  at: fc.nat(),
  from: fc.nat(),
  value: fc.oneof(nasty, fc.string(), fc.double(), fc.jsonValue({ maxDepth: 3 }).map(asJson)),
});

const document = fc
  .record({ seed: fc.nat(seeds.length - 1), mutations: fc.array(mutation, { minLength: 1, maxLength: 6 }) })
  .map(({ seed, mutations }) => mutations.reduce(mutate, structuredClone(seeds[seed] ?? null)));

describe('a hostile document', { timeout: 60_000 }, () => {
  afterEach(() => expect(Object.keys(Object.prototype)).toEqual([]));

  it('is refused or read and checked, never thrown at, and never pollutes', () => {
    let checked = 0;
    fc.assert(
      fc.property(document, (given) => {
        const before = process.cpuUsage();
        checked += answer(given);
        answer(JSON.stringify(given));
        expect(process.cpuUsage(before).user / 1_000).toBeLessThan(MOST_MS);
      }),
      { numRuns: RUNS },
    );
    expect(checked, 'some of them should be flows, else nothing was checked').toBeGreaterThan(RUNS / 20);
  });

  it('is answered whatever text it is', () => {
    const seedText = fc.record({ seed: fc.nat(seeds.length - 1), cut: fc.nat(4_000), insert: fc.string() });
    const broken = seedText.map(({ seed, cut, insert }) => {
      const text = JSON.stringify(seeds[seed]);
      return text.slice(0, cut) + insert + text.slice(cut);
    });
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json(), broken), answers), { numRuns: RUNS });
  });

  it('is answered whatever value it is, also one that is no JSON', () => {
    const anything = fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true });
    fc.assert(fc.property(anything, answers), { numRuns: RUNS });
  });

  it('is checked when its transitions go round in every way', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    const types = fc.array(fc.constantFrom('say', 'set', 'branch', 'wait', 'subflow', 'converse'), {
      minLength: 6,
      maxLength: 6,
    });
    const way = fc.record({ from: fc.constantFrom(...ids), to: fc.constantFrom(...ids, '@back'), open: fc.boolean() });
    const rounds = fc.record({ types, ways: fc.array(way, { maxLength: 30 }) }).map(({ types: chosen, ways }) => ({
      ...Object(seeds[0]),
      start: 'a',
      states: chosen.map((type, index) => ({ id: ids[index], type, position: { x: 0, y: 0 }, data: dataOf[type] })),
      transitions: ways.map(({ from, to, open }, index) => ({
        id: `t${index}`,
        from,
        to,
        outcome: outcomeOf(chosen[ids.indexOf(from)]),
        remember: !open,
        ...(open ? {} : { condition: 'visits < 3' }),
      })),
    }));
    fc.assert(
      fc.property(rounds, (given) => {
        expect(answer(given)).toBe(1);
      }),
      { numRuns: RUNS },
    );
  });
});

const text = { type: 'text', text: { en: 'Hello.' } };
const dataOf: Readonly<Record<string, Json>> = {
  say: { message: text },
  set: {},
  branch: { cases: [{ id: 'one', condition: 'visits > 1' }] },
  wait: { until: 'duration', seconds: 3_600 },
  subflow: { flowId: 'fixture' },
  converse: { say: [text] },
};

function outcomeOf(type: string | undefined): string {
  if (type === 'branch') return 'else';
  return type === 'converse' ? 'family:interested' : type === 'subflow' ? 'returned' : 'next';
}

/** 1 when it was a flow and was checked, 0 when it was refused. */
function answer(given: unknown): 0 | 1 {
  const parsed = parseFlow(given);
  if (!parsed.ok) {
    expect(parsed.issues.length).toBeGreaterThan(0);
    for (const { code, message, fix } of parsed.issues) expect([code, message, fix]).not.toContain('');
    return 0;
  }
  checkFlow(parsed.flow, { packs: languages, knownFlows: { [parsed.flow.id]: parsed.flow } });
  return 1;
}

function answers(given: unknown): void {
  answer(given);
}

function mutate(root: Json, { kind, at, from, value }: Mutation): Json {
  const places = placesIn(root);
  const place = places[at % Math.max(places.length, 1)];
  if (!place) return root;
  const { holder, key } = place;
  if (kind === 'delete') Reflect.deleteProperty(holder, key);
  if (kind === 'replace') put(holder, key, value);
  // Same kind of value: such a document is often still a flow, and the rules have to bear it.
  if (kind === 'reword' && typeof value === typeof valueAt(place)) put(holder, key, value);
  if (kind === 'wrap') put(holder, key, nested(value, at % 90));
  if (kind === 'pollute') put(holder, ['__proto__', 'constructor', 'prototype'][at % 3] ?? '', { polluted: true });
  const other = places[from % places.length];
  if (kind === 'copy' && other) put(holder, key, structuredClone(valueAt(other)));
  return root;
}

type Place = Readonly<{ holder: object; key: string }>;

function placesIn(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [{ holder: value, key }, ...placesIn(inner)]);
}

/** As an own property, also when it is called `__proto__`: that is what `JSON.parse` makes. */
function put(holder: object, key: string, value: unknown): void {
  Object.defineProperty(holder, key, { value, enumerable: true, writable: true, configurable: true });
}

function valueAt({ holder, key }: Place): unknown {
  return Object.getOwnPropertyDescriptor(holder, key)?.value;
}

function nested(value: Json, levels: number): Json {
  let around = value;
  for (let level = 0; level < levels; level += 1) around = [around];
  return around;
}

function asJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(value));
}
