import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileExpression } from '../expression';
import { scopeOf } from '../scope';
import { testEnv } from '../test-env';
import type { ExpressionValue } from '../values';
import {
  type ConditionGroup,
  type ConditionRow,
  type ConditionRows,
  comparisonOperators,
  listOperators,
  standings,
} from './condition';
import { readCondition } from './read-condition';
import { writeCondition } from './write-condition';

const names = ['property_value', 'name', 'flag', 'turn.intent', 'facts.cities_served', 'callback_at'];
const name = fc.constantFrom(...names);
const value = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.boolean(),
  fc.integer(),
  fc.integer({ min: -99_999, max: 99_999 }).map((hundredths) => hundredths / 100),
);
const row: fc.Arbitrary<ConditionRow> = fc.oneof(
  fc.record({ type: fc.constant('standing' as const), name, is: fc.constantFrom(...standings) }),
  fc.record({
    type: fc.constant('comparison' as const),
    name,
    operator: fc.constantFrom(...comparisonOperators),
    operand: fc.oneof(
      value.map((found) => ({ type: 'value' as const, value: found })),
      name.map((found) => ({ type: 'name' as const, name: found })),
      fc.constant({ type: 'now' as const }),
    ),
  }),
  fc.record({
    type: fc.constant('list' as const),
    name,
    operator: fc.constantFrom(...listOperators),
    operand: fc.oneof(
      fc.array(value, { maxLength: 4 }).map((values) => ({ type: 'values' as const, values })),
      name.map((found) => ({ type: 'name' as const, name: found })),
    ),
  }),
);
const group: fc.Arbitrary<ConditionGroup> = fc.record({
  type: fc.constant('group' as const),
  rows: fc.array(row, { minLength: 2, maxLength: 4 }),
});
/** With two parts at least: one part alone is joined by nothing. */
const rows: fc.Arbitrary<ConditionRows> = fc.record({
  join: fc.constantFrom('and' as const, 'or' as const),
  parts: fc.array(fc.oneof(row, group), { minLength: 2, maxLength: 5 }),
});

/** Any condition of the shapes that rows may be able to show, with `not` anywhere. */
const source: fc.Arbitrary<string> = fc.letrec<{ condition: string }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    name,
    row.map((found) => writeCondition({ join: 'and', parts: [found] })),
    fc.tuple(tie('condition'), tie('condition')).map(([left, right]) => `(${left}) and (${right})`),
    fc.tuple(tie('condition'), tie('condition')).map(([left, right]) => `(${left}) or (${right})`),
    tie('condition').map((inner) => `not (${inner})`),
  ),
})).condition;

const scopeValues = fc.dictionary(
  fc.constantFrom('property_value', 'name', 'flag', 'turn.intent', 'callback_at'),
  fc.oneof<fc.Arbitrary<ExpressionValue>[]>(fc.constantFrom('', 'greet', '2026-11-25'), fc.boolean(), fc.integer()),
);

describe('readCondition and writeCondition', () => {
  it('read back the rows that were written', () => {
    fc.assert(
      fc.property(rows, (written) => {
        expect(readCondition(writeCondition(written))).toEqual({ type: 'rows', rows: written });
      }),
    );
  });

  it('show rows that hold exactly when the written condition does', () => {
    let shown = 0;
    fc.assert(
      fc.property(source, scopeValues, (written, values) => {
        const read = readCondition(written);
        if (read.type !== 'rows') return;
        shown += 1;
        expect(holds(writeCondition(read.rows), values)).toBe(holds(written, values));
      }),
      { numRuns: 500 },
    );
    expect(shown).toBeGreaterThan(200);
  });

  it('show most conditions of the shipped flow as rows', () => {
    const file = new URL('../../library/loan-against-property.json', import.meta.url);
    const { transitions } = JSON.parse(readFileSync(file, 'utf8'));
    const conditions: string[] = transitions.flatMap(({ condition }: { condition?: string }) => condition ?? []);
    const read = conditions.map(readCondition);
    expect(read.filter(({ type }) => type === 'broken')).toEqual([]);
    expect(read.filter(({ type }) => type === 'rows').length / read.length).toBeGreaterThan(0.7);
  });

  it('turn a negated group around', () => {
    expect(rowsOf('not (turn.intent == "greet" and visits <= 1)')).toBe('turn.intent != "greet" or visits > 1');
  });

  it('keep a group of the other kind as a group', () => {
    const { rows: read } = parts('known(a) and (unknown(b) or a != b)');
    expect(read.parts.map(({ type }) => type)).toEqual(['standing', 'group']);
  });

  it('take an empty condition as one that always holds', () => {
    expect(readCondition('  ')).toEqual({ type: 'rows', rows: { join: 'and', parts: [] } });
    expect(writeCondition({ join: 'or', parts: [{ type: 'group', rows: [] }] })).toBe('');
  });

  it.each(['coalesce(a, 0) != b', 'a + 1 > 2', '(a and (b or (c and d)))', '1 < a', 'length(name) > 2', 'true'])(
    'leave %s as it is written',
    (written) => expect(readCondition(written)).toEqual({ type: 'written' }),
  );

  it('say what is wrong, and where', () => {
    expect(readCondition('name = "Asha"')).toEqual({
      type: 'broken',
      error: { message: '"=" has no meaning here. To compare, write "==".', at: 5 },
    });
    expect(readCondition('knows(name)').type).toBe('broken');
  });
});

function parts(source: string) {
  const read = readCondition(source);
  if (read.type !== 'rows') throw new Error(`${source} is not shown as rows.`);
  return read;
}

function rowsOf(source: string): string {
  return writeCondition(parts(source).rows);
}

function holds(source: string, values: Readonly<Record<string, ExpressionValue>>): boolean {
  const compiled = compileExpression(source);
  if (!compiled.ok) throw new Error(`${source}: ${compiled.error.message}`);
  return compiled.expression.holds(scopeOf(new Map(Object.entries(values)), new Set(names)), testEnv);
}
