import { momentOf } from '../functions';
import type { Evaluate } from '../operators';
import type { Run } from '../run';
import type { ExpressionValue } from '../values';

export type Format = (value: ExpressionValue | undefined, run: Run) => ExpressionValue | undefined;

export type FormatDefinition = Readonly<{
  /** The fewest and the most arguments. */
  arity: readonly [number, number];
  /** As an author sees it: "percent(decimals)". */
  signature: string;
  /** `name` is the slot that the formatted value comes from, when it is one. */
  build: (given: readonly Evaluate[], at: number, name: string | undefined) => Format;
}>;

type Write<Value> = (value: Value, run: Run, at: number) => string | undefined;

/** A format of numbers; what is unknown stays unknown, and what is no number is shown as it is, once reported. */
export function ofNumber(write: Write<number>): FormatDefinition['build'] {
  return (_given, at) => (value, run) => {
    if (value === undefined) return undefined;
    return typeof value === 'number' ? write(value, run, at) : shownAsIs(value, 'a number', run, at);
  };
}

/** A format of numbers with one optional argument: how many decimals are shown at most. */
export function ofNumberWithDecimals(
  usual: number,
  write: (value: number, decimals: number) => string,
): FormatDefinition['build'] {
  return ([decimals], at) =>
    (value, run) => {
      if (value === undefined) return undefined;
      if (typeof value !== 'number') return shownAsIs(value, 'a number', run, at);
      const wanted = decimals?.(run);
      const isUsable = typeof wanted === 'number' && Number.isInteger(wanted) && wanted >= 0 && wanted <= 10;
      return write(value, isUsable ? wanted : usual);
    };
}

export function ofText(write: (text: string) => string): FormatDefinition['build'] {
  return (_given, at) => (value, run) => {
    if (value === undefined) return undefined;
    return typeof value === 'string' ? run.limited(write(value), at) : shownAsIs(value, 'a text', run, at);
  };
}

/** A format of times, given as ms since the epoch. */
export function ofTime(write: Write<number>): FormatDefinition['build'] {
  return (_given, at) => (value, run) => {
    const moment = momentOf(value, run, at);
    return moment === undefined ? value : write(moment, run, at);
  };
}

function shownAsIs(value: ExpressionValue, wanted: string, run: Run, at: number): ExpressionValue {
  run.wrongType(wanted, value, at);
  return value;
}
