import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { evaluation } from './evaluate';
import { compileExpression } from './expression';
import { formats } from './formats';
import { functions } from './functions';
import { expressionLimits } from './limits';
import { parseExpression } from './parse';
import { printExpression } from './print';
import { Run } from './run';
import { scopeOf } from './scope';
import { binaryOperators, type Expression } from './syntax';
import { compileTemplate, fillFactText } from './template';
import { testEnv } from './test-env';
import type { ExpressionValue } from './values';

const hostileNames = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'facts.__proto__',
  'facts.texts',
];

const arbitraryName = fc.constantFrom(
  'property_type',
  'property_value',
  'loan_amount_needed',
  'callback_at',
  'flag',
  'cities',
  'nowhere',
  'session.interest',
  'facts.rate_min',
  'facts.cities_served',
  'facts.caution',
  ...hostileNames,
);

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', '2026-11-25T11:00:00+05:30', '2026-13-45', '2026-11-25', 'property_type', '__proto__', '{{ x }}'),
);
const scalar = fc.oneof(
  text,
  fc.boolean(),
  fc.nat(),
  fc.double({ noNaN: false }),
  fc.constantFrom(0, 1e15, Number.MAX_VALUE, -1, 0.1, 9_999_999),
);
const arbitraryValue: fc.Arbitrary<ExpressionValue> = fc.oneof(scalar, fc.array(scalar, { maxLength: 4 }));

const literal = fc
  .oneof(
    // Quotes in a source take every character but what ends a line of a flow's JSON: all of them.
    text,
    fc.boolean(),
    fc.nat(),
    fc.nat(100_000).map((hundredths) => hundredths / 100),
  )
  .map((value): Expression => ({ type: 'literal', value, at: 0 }));

const name = arbitraryName.map((found): Expression => ({ type: 'name', name: found, at: 0 }));
const callee = fc.constantFrom(...functions.keys());
const formatName = fc.constantFrom(...formats.keys());
const operator = fc.constantFrom(...binaryOperators);

/** Any expression that source can be written for, nested a few levels; calls may have any number of arguments. */
const arbitraryExpression: fc.Arbitrary<Expression> = fc.letrec<{ node: Expression }>((tie) => {
  const items = fc.array(tie('node'), { maxLength: 3 });
  return {
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      literal,
      name,
      items.map((found): Expression => ({ type: 'list', items: found, at: 0 })),
      fc
        .tuple(callee, items)
        .map(([found, given]): Expression => ({ type: 'call', name: found, arguments: given, at: 0 })),
      fc
        .tuple(tie('node'), formatName, items)
        .map(
          ([subject, found, given]): Expression => ({ type: 'format', subject, name: found, arguments: given, at: 0 }),
        ),
      fc
        .tuple(fc.constantFrom('not' as const, 'negate' as const), tie('node'))
        .map(([type, operand]): Expression => ({ type, operand, at: 0 })),
      fc
        .tuple(operator, tie('node'), tie('node'))
        .map(([found, left, right]): Expression => ({ type: 'binary', operator: found, left, right, at: 0 })),
    ),
  };
}).node;

const scopes = fc
  .array(fc.tuple(arbitraryName, arbitraryValue), { maxLength: 8 })
  .map((entries) => scopeOf(new Map(entries), new Set(['property_type'])));
const envs = fc
  .record({
    language: fc.constantFrom('en', 'kn', 'ta', 'xx', '__proto__'),
    timezone: fc.constantFrom('Asia/Kolkata', 'America/New_York', 'Mars/Olympus', ''),
  })
  .map((chosen) => ({ ...testEnv, ...chosen }));

/** Pieces of the language in any order: far more of these are readable than of random letters. */
const pieces = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '(',
        ')',
        '[',
        ']',
        ',',
        '|',
        '+',
        '-',
        '*',
        '/',
        '%',
        '<',
        '<=',
        '==',
        '!=',
        'and',
        'or',
        'not',
        'in',
      ),
      fc.constantFrom(
        '1',
        '0',
        '8.5',
        '1_00_000',
        '"x"',
        "'",
        '"',
        '\\',
        '{{',
        '}}',
        'emi(',
        'if(',
        'now()',
        'label',
        'inr',
      ),
      arbitraryName,
    ),
    { maxLength: 25 },
  )
  .map((found) => found.join(' '));
const sources = fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 200 }));

afterEach(() => {
  const probe: object = {};
  expect('polluted' in probe).toBe(false);
  expect(Object.keys(Object.prototype)).toEqual([]);
});

describe('any expression', () => {
  it('that is random text is read or refused, and evaluates without throwing', () => {
    fc.assert(
      fc.property(sources, scopes, envs, (source, scope, env) => {
        const compiled = compileExpression(source);
        if (compiled.ok) expect(compiled.expression.evaluate(scope, env).issues.length).toBeLessThanOrEqual(50);
        else expect(compiled.error.at).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 5_000 },
    );
  });

  it('that is a random tree is read from what printExpression writes', () => {
    fc.assert(
      fc.property(arbitraryExpression, (expression) => {
        const parsed = parseExpression(printExpression(expression));
        fc.pre(parsed.ok || !/too (many|deep)|longer/.test(parsed.error.message));
        if (!parsed.ok) throw new Error(`${parsed.error.message}: ${printExpression(expression)}`);
        expect(withoutPositions(parsed.expression)).toEqual(withoutPositions(expression));
      }),
      { numRuns: 3_000 },
    );
  });

  it('that is a random tree, checked or not, evaluates within its steps to a finite, short value', () => {
    fc.assert(
      fc.property(arbitraryExpression, scopes, envs, (expression, scope, env) => {
        const run = new Run(scope, env, expressionLimits.stepsOfExpression, fillFactText);
        const value = evaluation(expression)(run);
        if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
        if (typeof value === 'string') expect(value.length).toBeLessThanOrEqual(expressionLimits.textLength);
      }),
      { numRuns: 5_000 },
    );
  });

  it('stops when its steps are used up', () => {
    fc.assert(
      fc.property(arbitraryExpression, scopes, fc.nat(5), (expression, scope, steps) => {
        const run = new Run(scope, testEnv, steps, fillFactText);
        evaluation(expression)(run);
        expect(run.isSpent).toBe(run.issues.some((issue) => issue.code === 'expression.step_limit'));
      }),
    );
  });

  it.each([
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'hasOwnProperty',
    'facts.constructor',
    'facts.__proto__',
  ])('finds nothing under the name %s', (name) => {
    const compiled = compileExpression(name);
    const result = compiled.ok ? compiled.expression.evaluate(scopeOf(new Map()), testEnv) : null;
    expect(result).toMatchObject({ value: undefined, issues: [{ code: 'expression.unknown_name' }] });
  });
});

describe('any text', () => {
  it('renders without throwing, whatever is between its braces', () => {
    const texts = fc
      .array(
        fc.oneof(
          sources,
          sources.map((source) => `{{ ${source} }}`),
          fc.constantFrom('{{', '}}', '{'),
        ),
        { maxLength: 8 },
      )
      .map((found) => found.join(''));
    fc.assert(
      fc.property(texts, scopes, envs, (text, scope, env) => {
        const { text: rendered } = compileTemplate(text).render(scope, env);
        expect(rendered.length).toBeLessThanOrEqual(expressionLimits.textLength);
      }),
      { numRuns: 5_000 },
    );
  });

  it('without placeholders stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        fc.pre(!text.includes('{{'));
        expect(compileTemplate(text).render(scopeOf(new Map()), testEnv)).toEqual({ text, issues: [] });
      }),
    );
  });

  it('is read in time that grows with its length, also when it is made of braces and quotes', () => {
    for (const piece of ['{{', '{{ "', '{{ \\"', '{{"}}', '{{ ((((', '{{ not ', '"\\"']) {
      const template = compileTemplate(`${piece.repeat(20_000 / piece.length)}}}`);
      expect(template.parts.length).toBeGreaterThan(0);
    }
  }, 2_000);
});

/** The same expression with every position 0, for comparisons. */
function withoutPositions(node: Expression): Expression {
  switch (node.type) {
    case 'literal':
    case 'name':
      return { ...node, at: 0 };
    case 'list':
      return { ...node, at: 0, items: node.items.map(withoutPositions) };
    case 'call':
      return { ...node, at: 0, arguments: node.arguments.map(withoutPositions) };
    case 'format':
      return {
        ...node,
        at: 0,
        subject: withoutPositions(node.subject),
        arguments: node.arguments.map(withoutPositions),
      };
    case 'not':
    case 'negate':
      return { ...node, at: 0, operand: withoutPositions(node.operand) };
    case 'binary':
      return { ...node, at: 0, left: withoutPositions(node.left), right: withoutPositions(node.right) };
    default:
      return node satisfies never;
  }
}
