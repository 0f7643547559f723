import { eligibility } from '../calculations/eligibility';
import { emi } from '../calculations/emi';
import { loanForEmi } from '../calculations/loan-for-emi';
import { ltv } from '../calculations/ltv';
import { monthsForEmi } from '../calculations/months-for-emi';
import { type Evaluate, finite, number, truth } from './operators';
import { roundHalfUp } from './round';
import type { Run } from './run';
import { addDays, inRange, localTime, readMoment, startOfDate, writeMoment } from './time';
import type { ExpressionValue } from './values';

export type FunctionDefinition = Readonly<{
  /** The fewest and the most arguments. */
  arity: readonly [number, number];
  /** As an author sees it: "emi(principal, rate, months)". */
  signature: string;
  build: (given: readonly Evaluate[], at: number) => Evaluate;
}>;

const HOUR_MS = 3_600_000;
const ANY_NUMBER = 50;

const definitions = {
  known: {
    arity: [1, 1],
    signature: 'known(x)',
    build:
      ([x = unknown]) =>
      (run) =>
        x(run) !== undefined,
  },
  unknown: {
    arity: [1, 1],
    signature: 'unknown(x)',
    build:
      ([x = unknown]) =>
      (run) =>
        x(run) === undefined,
  },
  if: { arity: [3, 3], signature: 'if(condition, then, else)', build: chosen },
  coalesce: { arity: [1, ANY_NUMBER], signature: 'coalesce(a, b, …)', build: firstKnown },

  lower: { arity: [1, 1], signature: 'lower(text)', build: ofTexts(([text = '']) => text.toLowerCase()) },
  upper: { arity: [1, 1], signature: 'upper(text)', build: ofTexts(([text = '']) => text.toUpperCase()) },
  starts_with: {
    arity: [2, 2],
    signature: 'starts_with(text, beginning)',
    build: ofTexts(([text = '', beginning = '']) => text.startsWith(beginning)),
  },
  contains: { arity: [2, 2], signature: 'contains(text or list, x)', build: contains },
  length: { arity: [1, 1], signature: 'length(text or list)', build: lengthOf },

  min: { arity: [1, ANY_NUMBER], signature: 'min(a, b, …)', build: ofNumbers((values) => Math.min(...values)) },
  max: { arity: [1, ANY_NUMBER], signature: 'max(a, b, …)', build: ofNumbers((values) => Math.max(...values)) },
  abs: { arity: [1, 1], signature: 'abs(x)', build: ofNumbers(([x = 0]) => Math.abs(x)) },
  floor: { arity: [1, 1], signature: 'floor(x)', build: ofNumbers(([x = 0]) => Math.floor(x)) },
  ceil: { arity: [1, 1], signature: 'ceil(x)', build: ofNumbers(([x = 0]) => Math.ceil(x)) },
  round: {
    arity: [1, 2],
    signature: 'round(x, decimals)',
    build: ofNumbers(([x = 0, decimals = 0]) =>
      Number.isInteger(decimals) && decimals >= 0 && decimals <= 10 ? roundHalfUp(x, decimals) : null,
    ),
  },

  now: { arity: [0, 0], signature: 'now()', build: () => (run) => writeMoment(run.env.nowMs, run.env.timezone) },
  date: { arity: [1, 3], signature: 'date("2026-12-01") or date(year, month, day)', build: date },
  hour: { arity: [1, 1], signature: 'hour(time)', build: ofTime((at, { timezone }) => localTime(at, timezone).hour) },
  weekday: {
    arity: [1, 1],
    signature: 'weekday(time): 1 is Monday',
    build: ofTime((at, { timezone }) => localTime(at, timezone).weekday),
  },
  add_days: {
    arity: [2, 2],
    signature: 'add_days(time, days)',
    build: moved((at, days, timezone) => addDays(at, days, timezone)),
  },
  add_hours: {
    arity: [2, 2],
    signature: 'add_hours(time, hours)',
    build: moved((at, hours) => inRange(at + hours * HOUR_MS)),
  },
  days_between: { arity: [2, 2], signature: 'days_between(earlier, later)', build: daysBetween },

  emi: {
    arity: [3, 3],
    signature: 'emi(principal, rate, months)',
    build: ofNumbers(([principal = 0, ratePercent = 0, months = 0]) => emi(principal, { ratePercent, months })),
  },
  loan_for_emi: {
    arity: [3, 3],
    signature: 'loan_for_emi(emi, rate, months)',
    build: ofNumbers(([room = 0, ratePercent = 0, months = 0]) => loanForEmi(room, { ratePercent, months })),
  },
  months_for_emi: {
    arity: [3, 3],
    signature: 'months_for_emi(principal, rate, emi)',
    build: ofNumbers(([principal = 0, rate = 0, budget = 0]) => monthsForEmi(principal, rate, budget)),
  },
  ltv: { arity: [2, 2], signature: 'ltv(loan, value)', build: ofNumbers(([loan = 0, value = 0]) => ltv(loan, value)) },
  eligible: {
    arity: [8, 8],
    signature: 'eligible(value, income, obligations, ltv, foir, rate, months, ticket_max)',
    build: ofNumbers(eligibleAmount),
  },
} as const satisfies Record<string, FunctionDefinition>;

/** Every function of the language by name, in a map, so that a name such as "constructor" is no function. */
export const functions: ReadonlyMap<string, FunctionDefinition> = new Map<string, FunctionDefinition>(
  Object.entries(definitions),
);

function unknown(): undefined {
  return undefined;
}

function chosen([condition = unknown, then = unknown, otherwise = unknown]: readonly Evaluate[], at: number): Evaluate {
  return (run) => {
    const holds = truth(condition(run), run, at);
    if (holds === undefined) return undefined;
    return holds ? then(run) : otherwise(run);
  };
}

function firstKnown(given: readonly Evaluate[]): Evaluate {
  return (run) => {
    for (const evaluate of given) {
      const value = evaluate(run);
      if (value !== undefined) return value;
    }
    return undefined;
  };
}

/** A function of numbers; unknown when an argument is, null when its arguments are out of its range. */
function ofNumbers(work: (values: readonly number[]) => number | null): FunctionDefinition['build'] {
  return (given, at) => (run) => {
    const values: number[] = [];
    for (const evaluate of given) {
      const value = number(evaluate(run), run, at);
      if (value === undefined) return undefined;
      values.push(value);
    }
    const result = work(values);
    return result === null ? outOfRange(run, at) : finite(result, run, at);
  };
}

function ofTexts(work: (texts: readonly string[]) => ExpressionValue): FunctionDefinition['build'] {
  return (given, at) => (run) => {
    const texts: string[] = [];
    for (const evaluate of given) {
      const value = evaluate(run);
      if (value === undefined) return undefined;
      if (typeof value !== 'string') return run.wrongType('a text', value, at);
      texts.push(value);
    }
    const result = work(texts);
    return typeof result === 'string' ? run.limited(result, at) : result;
  };
}

function contains([whole = unknown, part = unknown]: readonly Evaluate[], at: number): Evaluate {
  return (run) => {
    const inside = whole(run);
    const wanted = part(run);
    if (inside === undefined || wanted === undefined) return undefined;
    if (typeof wanted === 'object') return run.wrongType('one value', wanted, at);
    if (typeof inside === 'object') return inside.includes(wanted);
    if (typeof inside !== 'string') return run.wrongType('a text or a list', inside, at);
    return typeof wanted === 'string' ? inside.includes(wanted) : run.wrongType('a text', wanted, at);
  };
}

function lengthOf([of = unknown]: readonly Evaluate[], at: number): Evaluate {
  return (run) => {
    const value = of(run);
    if (value === undefined || typeof value === 'object') return value?.length;
    return typeof value === 'string' ? [...value].length : run.wrongType('a text or a list', value, at);
  };
}

/** A time from a value: ISO 8601, or ms since the epoch; unknown, once reported, when it is no time. */
export function momentOf(value: ExpressionValue | undefined, run: Run, at: number): number | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'string' && typeof value !== 'number') return run.wrongType('a time', value, at);
  const moment = typeof value === 'string' ? readMoment(value, run.env.timezone) : inRange(value);
  return moment ?? run.report('expression.wrong_type', 'Here a time is needed, such as 2026-12-01T11:00+05:30.', at);
}

function ofTime(work: (atMs: number, env: Run['env']) => ExpressionValue): FunctionDefinition['build'] {
  return ([time = unknown], at) =>
    (run) => {
      const moment = momentOf(time(run), run, at);
      return moment === undefined ? undefined : work(moment, run.env);
    };
}

function moved(move: (atMs: number, by: number, timezone: string) => number | undefined): FunctionDefinition['build'] {
  return ([time = unknown, by = unknown], at) =>
    (run) => {
      const moment = momentOf(time(run), run, at);
      const distance = number(by(run), run, at);
      if (moment === undefined || distance === undefined) return undefined;
      const result = move(moment, distance, run.env.timezone);
      return result === undefined ? outOfRange(run, at) : writeMoment(result, run.env.timezone);
    };
}

/** Midnights between two times on the contact's calendar: tomorrow is 1 at any hour. */
function daysBetween([earlier = unknown, later = unknown]: readonly Evaluate[], at: number): Evaluate {
  return (run) => {
    const from = momentOf(earlier(run), run, at);
    const to = momentOf(later(run), run, at);
    if (from === undefined || to === undefined) return undefined;
    return localTime(to, run.env.timezone).epochDay - localTime(from, run.env.timezone).epochDay;
  };
}

function date([first = unknown, month = unknown, day = unknown]: readonly Evaluate[], at: number): Evaluate {
  return (run) => {
    const { timezone } = run.env;
    const value = first(run);
    if (typeof value !== 'number') {
      const moment = momentOf(value, run, at);
      return moment === undefined ? undefined : writeMoment(moment, timezone);
    }
    const monthNumber = number(month(run), run, at);
    const dayNumber = number(day(run), run, at);
    if (monthNumber === undefined || dayNumber === undefined) return undefined;
    const moment = startOfDate(value, monthNumber, dayNumber, timezone);
    return moment === undefined ? outOfRange(run, at) : writeMoment(moment, timezone);
  };
}

function eligibleAmount(values: readonly number[]): number | null {
  const [valueInr = 0, monthlyIncomeInr = 0, obligationsInr = 0, ltvPercent = 0, foirPercent = 0] = values;
  const [ratePercent = 0, months = 0, ticketMaxInr = 0] = values.slice(5);
  const terms = { ratePercent, months };
  const figures = { valueInr, monthlyIncomeInr, obligationsInr, ltvPercent, foirPercent, terms, ticketMaxInr };
  return eligibility(figures)?.amountInr ?? null;
}

function outOfRange(run: Run, at: number): undefined {
  return run.report('expression.out_of_range', 'These values are outside the range of this function.', at);
}
