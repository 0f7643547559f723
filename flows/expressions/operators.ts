import { tidy } from './round';
import type { Run } from './run';
import type { BinaryOperator } from './syntax';
import { looksLikeMoment, readMoment } from './time';
import { type ExpressionValue, kindOf } from './values';

export type Evaluate = (run: Run) => ExpressionValue | undefined;

/**
 * Builds a binary operation. What is unknown stays unknown: only `and`, `or` can be decided by one side alone, and a
 * condition that is unknown does not hold.
 */
export function binaryOperation(operator: BinaryOperator, left: Evaluate, right: Evaluate, at: number): Evaluate {
  switch (operator) {
    case 'and':
      return logical(left, right, false, at);
    case 'or':
      return logical(left, right, true, at);
    case 'in':
      return (run) => isIn(left(run), right(run), run, at);
    case 'not in':
      return (run) => negated(isIn(left(run), right(run), run, at));
    case '==':
      return (run) => isEqual(left(run), right(run), run, at);
    case '!=':
      return (run) => negated(isEqual(left(run), right(run), run, at));
    case '<':
      return ordered(left, right, (order) => order < 0, at);
    case '<=':
      return ordered(left, right, (order) => order <= 0, at);
    case '>':
      return ordered(left, right, (order) => order > 0, at);
    case '>=':
      return ordered(left, right, (order) => order >= 0, at);
    case '+':
      return (run) => sum(left(run), right(run), run, at);
    case '-':
      return arithmetic(left, right, (a, b) => a - b, at);
    case '*':
      return arithmetic(left, right, (a, b) => a * b, at);
    case '/':
      return divided(left, right, (a, b) => a / b, at);
    case '%':
      return divided(left, right, (a, b) => a % b, at);
    default:
      return operator satisfies never;
  }
}

/** The value as true, false or unknown; anything else is reported. */
export function truth(value: ExpressionValue | undefined, run: Run, at: number): boolean | undefined {
  if (value === undefined || typeof value === 'boolean') return value;
  return run.wrongType('true or false', value, at);
}

export function negated(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value;
}

/** `decides`: the side that settles the result alone: false for `and`, true for `or`. */
function logical(left: Evaluate, right: Evaluate, decides: boolean, at: number): Evaluate {
  return (run) => {
    const first = truth(left(run), run, at);
    if (first === decides) return decides;
    const second = truth(right(run), run, at);
    if (second === decides) return decides;
    return first === undefined || second === undefined ? undefined : !decides;
  };
}

function isIn(
  value: ExpressionValue | undefined,
  list: ExpressionValue | undefined,
  run: Run,
  at: number,
): boolean | undefined {
  if (value === undefined || list === undefined) return undefined;
  if (typeof list !== 'object') return run.wrongType('a list after "in"', list, at);
  if (typeof value === 'object') return run.wrongType('one value before "in"', value, at);
  return list.includes(value);
}

function isEqual(
  left: ExpressionValue | undefined,
  right: ExpressionValue | undefined,
  run: Run,
  at: number,
): boolean | undefined {
  if (left === undefined || right === undefined) return undefined;
  if (typeof left !== typeof right) {
    run.report('expression.wrong_type', `${capital(kindOf(left))} is never equal to ${kindOf(right)}.`, at);
    return false;
  }
  if (typeof left === 'object' && typeof right === 'object') {
    return left.length === right.length && left.every((item, index) => item === right[index]);
  }
  if (typeof left === 'string' && typeof right === 'string') return compareTexts(left, right, run) === 0;
  return left === right;
}

function ordered(left: Evaluate, right: Evaluate, holds: (order: number) => boolean, at: number): Evaluate {
  return (run) => {
    const a = left(run);
    const b = right(run);
    if (a === undefined || b === undefined) return undefined;
    if (typeof a === 'number' && typeof b === 'number') return holds(a - b);
    if (typeof a === 'string' && typeof b === 'string') return holds(compareTexts(a, b, run));
    return run.report('expression.wrong_type', `${capital(kindOf(a))} and ${kindOf(b)} can't be compared.`, at);
  };
}

/** Two times are compared as moments, whatever offset they are written with; other texts by their characters. */
function compareTexts(left: string, right: string, run: Run): number {
  if (looksLikeMoment(left) && looksLikeMoment(right)) {
    const a = readMoment(left, run.env.timezone);
    const b = readMoment(right, run.env.timezone);
    if (a !== undefined && b !== undefined) return a - b;
  }
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function sum(
  left: ExpressionValue | undefined,
  right: ExpressionValue | undefined,
  run: Run,
  at: number,
): ExpressionValue | undefined {
  if (left === undefined || right === undefined) return undefined;
  if (typeof left === 'number' && typeof right === 'number') return finite(left + right, run, at);
  if (typeof left === 'string' && typeof right === 'string') return run.limited(left + right, at);
  return run.report('expression.wrong_type', `${capital(kindOf(left))} and ${kindOf(right)} can't be added.`, at);
}

function arithmetic(left: Evaluate, right: Evaluate, work: (a: number, b: number) => number, at: number): Evaluate {
  return (run) => {
    const a = number(left(run), run, at);
    const b = number(right(run), run, at);
    return a === undefined || b === undefined ? undefined : finite(work(a, b), run, at);
  };
}

function divided(left: Evaluate, right: Evaluate, work: (a: number, b: number) => number, at: number): Evaluate {
  return (run) => {
    const a = number(left(run), run, at);
    const b = number(right(run), run, at);
    if (a === undefined || b === undefined) return undefined;
    if (b === 0) return run.report('expression.division_by_zero', 'This divides by zero.', at);
    return finite(work(a, b), run, at);
  };
}

export function number(value: ExpressionValue | undefined, run: Run, at: number): number | undefined {
  if (value === undefined || typeof value === 'number') return value;
  return run.wrongType('a number', value, at);
}

export function finite(value: number, run: Run, at: number): number | undefined {
  if (Number.isFinite(value)) return tidy(value);
  return run.report('expression.out_of_range', 'The result is too large.', at);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
