import { describe, expect, it } from 'vitest';
import { compileExpression, type Evaluated } from './expression';
import type { ExpressionEnv } from './run';
import { testEnv, testScope } from './test-env';

const scope = testScope(
  {
    property_type: 'house',
    property_location: 'Bengaluru',
    property_value: 1_50_00_000,
    loan_amount_needed: 80_00_000,
    callback_at: '2026-11-25T11:00:00+05:30',
    flag: true,
    cities: ['Pune', 'Mumbai'],
    'turn.intent': 'ask_rate',
    bad: Number.NaN,
  },
  ['name', 'monthly_income'],
);

function evaluate(source: string, env: ExpressionEnv = testEnv): Evaluated {
  const compiled = compileExpression(source);
  if (!compiled.ok) throw new Error(compiled.error.message);
  return compiled.expression.evaluate(scope, env);
}

describe('a compiled expression', () => {
  it.each([
    ['known(property_type) and property_value >= 500000 and not (property_location == "Pune")', true],
    ['property_type in ["house", "villa"]', true],
    ['property_type not in facts.types_not_accepted', true],
    ['property_type in facts.residential_types', true],
    ['property_location in cities', false],
    ['property_value > 2_00_00_000 or flag', true],
    ['turn.intent == "ask_rate"', true],
    ['loan_amount_needed / property_value * 100 < facts.ltv_residential', true],
    ['1 + 2 * 3 - 4 / 2', 5],
    ['0.1 + 0.2 == 0.3', true],
    ['7 % 3', 1],
    ['-(2 + 3)', -5],
    ['"Ben" + "galuru" == property_location', true],
    ['lower("AbC") + upper("x")', 'abcX'],
    ['length("ಮನೆ")', 3],
    ['length(cities)', 2],
    ['contains("Bengaluru", "lur")', true],
    ['contains(cities, "Pune")', true],
    ['starts_with(property_location, "Ben")', true],
    ['min(3, 1, 2)', 1],
    ['max(3, 1, 2)', 3],
    ['round(2.5)', 3],
    ['round(-2.5)', -3],
    ['round(1.005, 2)', 1.01],
    ['floor(7.9) + ceil(7.1)', 15],
    ['abs(-4)', 4],
    ['if(flag, "yes", 1 / 0)', 'yes'],
    ['coalesce(name, "there")', 'there'],
    ['unknown(name)', true],
    ['known(name)', false],
    ['emi(1000000, 9.5, 180)', 10_442.25],
    ['ltv(loan_amount_needed, property_value)', 53.33],
    ['eligible(property_value, 100000, 15000, 70, 50, 10.5, 180, facts.ticket_max_inr)', 31_66_277.73],
    ['loan_for_emi(35000, 10.5, 180)', 31_66_277.73],
    ['months_for_emi(1000000, 9.5, 10442.25)', 180],
    ['now()', '2026-11-22T10:00:00+05:30'],
    ['hour(callback_at)', 11],
    ['weekday(now())', 7],
    ['weekday(now()) in facts.office_days', false],
    ['callback_at > now()', true],
    ['callback_at == "2026-11-25T05:30:00Z"', true],
    ['days_between(now(), callback_at)', 3],
    ['add_days(now(), 7)', '2026-11-29T10:00:00+05:30'],
    ['add_hours(now(), 20)', '2026-11-23T06:00:00+05:30'],
    ['date("2026-12-01")', '2026-12-01T00:00:00+05:30'],
    ['date(2026, 12, 1)', '2026-12-01T00:00:00+05:30'],
    ['property_value | lakhCrore', '₹1.5 crore'],
  ])('works out %s', (source, value) => {
    expect(evaluate(source)).toEqual({ value, issues: [] });
  });

  it.each([
    ['name == "Asha"'],
    ['name != "Asha"'],
    ['not (monthly_income < 25000)'],
    ['monthly_income + 1'],
    ['monthly_income > 5 and flag'],
    ['if(monthly_income > 5, 1, 2)'],
    ['emi(monthly_income, 10, 12)'],
  ])('leaves unknown what needs a value that is not known yet: %s', (source) => {
    expect(evaluate(source)).toEqual({ value: undefined, issues: [] });
  });

  it('decides "and" and "or" by the known side when that is enough', () => {
    expect(evaluate('monthly_income > 5 and false').value).toBe(false);
    expect(evaluate('monthly_income > 5 or flag').value).toBe(true);
  });

  it.each([
    ['nowhere', 'expression.unknown_name'],
    ['facts.nowhere', 'expression.unknown_name'],
    ['__proto__', 'expression.unknown_name'],
    ['constructor.prototype', 'expression.unknown_name'],
    ['facts.constructor', 'expression.unknown_name'],
    ['facts.texts', 'expression.unknown_name'],
    ['1 / 0', 'expression.division_by_zero'],
    ['1 % 0', 'expression.division_by_zero'],
    ['property_type + 1', 'expression.wrong_type'],
    ['property_type > 5', 'expression.wrong_type'],
    ['property_type and flag', 'expression.wrong_type'],
    ['5 in property_type', 'expression.wrong_type'],
    ['-property_type', 'expression.wrong_type'],
    ['hour("soon")', 'expression.wrong_type'],
    ['hour("2026-02-30")', 'expression.wrong_type'],
    ['emi(-1, 10, 12)', 'expression.out_of_range'],
    ['add_days(now(), 0.5)', 'expression.out_of_range'],
    ['date(2026, 2, 30)', 'expression.out_of_range'],
    ['bad', 'expression.out_of_range'],
  ])('reports %s as %s and has no value', (source, code) => {
    const { value, issues } = evaluate(source);
    expect(value).toBeUndefined();
    expect(issues.map((issue) => issue.code)).toEqual([code]);
  });

  it('says where and what in a plain sentence', () => {
    expect(evaluate('flag and property_type > 5').issues).toEqual([
      { code: 'expression.wrong_type', message: "A text and a number can't be compared.", at: 23 },
    ]);
  });

  it('is false, and says so, when different kinds are compared for equality', () => {
    expect(evaluate('property_value == "15000000"')).toMatchObject({
      value: false,
      issues: [{ code: 'expression.wrong_type' }],
    });
  });

  it('names what it reads', () => {
    const compiled = compileExpression('a > facts.rate_min and known(b) and a < emi(c, turn.x, 2)');
    expect(compiled.ok && compiled.expression.names).toEqual(['a', 'facts.rate_min', 'b', 'c', 'turn.x']);
  });

  it('does not hold when its value is unknown or no condition', () => {
    const holds = (source: string) => {
      const compiled = compileExpression(source);
      return compiled.ok && compiled.expression.holds(scope, testEnv);
    };
    expect([holds('flag'), holds('name == "x"'), holds('"true"'), holds('1')]).toEqual([true, false, false, false]);
  });

  it('keeps the clock time over a change of summer time', () => {
    const newYork = { ...testEnv, timezone: 'America/New_York', nowMs: Date.parse('2026-10-31T10:00:00-04:00') };
    expect(evaluate('add_days(now(), 1)', newYork).value).toBe('2026-11-01T10:00:00-05:00');
    expect(evaluate('add_hours(now(), 24)', newYork).value).toBe('2026-11-01T09:00:00-05:00');
  });

  it('reads an unknown timezone as UTC', () => {
    expect(evaluate('now()', { ...testEnv, timezone: 'Mars/Olympus' }).value).toBe('2026-11-22T04:30:00+00:00');
  });

  it('cuts a text that grows beyond the limit', () => {
    const long = testScope({ text: 'x'.repeat(15_000) });
    const compiled = compileExpression('text + text');
    const result = compiled.ok ? compiled.expression.evaluate(long, testEnv) : null;
    expect(result?.value).toHaveLength(20_000);
    expect(result?.issues).toMatchObject([{ code: 'expression.too_long' }]);
  });
});
