import { ownEntry, type Run } from '../run';
import { type ExpressionValue, kindOf } from '../values';
import type { FormatDefinition } from './define-format';

/** A value as text: yes and no in the language's words, a list with "and" before its last. */
export function textOf(value: ExpressionValue, run: Run, at: number): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'object') return joined(value, 'and', run, at);
  const words = run.pack(at)?.format;
  return words ? (value ? words.yes : words.no) : String(value);
}

export function joined(items: ExpressionValue, by: 'and' | 'or', run: Run, at: number): string {
  if (typeof items !== 'object') return textOf(items, run, at);
  const texts = items.map((item) => textOf(item, run, at));
  const last = texts.pop() ?? '';
  if (texts.length === 0) return last;
  const words = run.pack(at)?.format;
  const link = by === 'and' ? words?.listAnd : words?.listOr;
  return run.limited(texts.join(', ') + (link ?? ', ') + last, at);
}

/** The wording of a choice slot's value, of each value in a list; `label("slot")` names the slot for other values. */
export const label: FormatDefinition['build'] =
  ([slot], at, name) =>
  (value, run) => {
    if (value === undefined) return undefined;
    const given = slot === undefined ? name : slot(run);
    const labels = typeof given === 'string' ? ownEntry(run.pack(at)?.labels ?? {}, given) : undefined;
    return eachOf(value, (item) => {
      if (typeof item === 'boolean') return textOf(item, run, at);
      const wording = labels === undefined ? undefined : ownEntry(labels, String(item));
      if (wording !== undefined) return wording;
      run.report('expression.no_wording', `The value "${item}" has no label in this language.`, at);
      return String(item).replaceAll('_', ' ');
    });
  };

/** A city as the language writes it, each of a list; a city that the pack lacks stays as the customer wrote it. */
export const city: FormatDefinition['build'] = (_given, at) => (value, run) => {
  if (value === undefined) return undefined;
  const cities = run.pack(at)?.cities ?? {};
  return eachOf(value, (item) => ownEntry(cities, String(item)) ?? String(item));
};

export const list: FormatDefinition['build'] =
  ([by], at) =>
  (value, run) => {
    if (value === undefined) return undefined;
    return joined(value, by?.(run) === 'or' ? 'or' : 'and', run, at);
  };

/** The text that stands in for an unknown or empty value. */
export const fallback: FormatDefinition['build'] =
  ([substitute]) =>
  (value, run) =>
    value === undefined || value === '' ? substitute?.(run) : value;

export function capitalize(text: string): string {
  const [first = ''] = text;
  return first.toUpperCase() + text.slice(first.length);
}

/** Percent-encoded, for a part of an address; half a surrogate pair, which has no encoding, becomes U+FFFD. */
export const url: FormatDefinition['build'] = (_given, at) => (value, run) => {
  if (value === undefined) return undefined;
  if (typeof value === 'object')
    return run.report('expression.wrong_type', `An address takes no ${kindOf(value).slice(2)}.`, at);
  return run.limited(encodeURIComponent(String(value).replace(/\p{Surrogate}/gu, '\u{fffd}')), at);
};

function eachOf(value: ExpressionValue, write: (item: string | number | boolean) => string): ExpressionValue {
  return typeof value === 'object' ? value.map(write) : write(value);
}
