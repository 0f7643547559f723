import { isDeepStrictEqual } from 'node:util';
import type { ProductFacts } from '@/prompts/facts/product-facts';

/** One fact that another version says otherwise. Of texts and lists only that they differ. */
export type FactChange = {
  readonly name: string;
  readonly from: string | number | null;
  readonly to: string | number | null;
};

/** What is another in `after` than in `before`, values first. */
export function changesBetween(before: ProductFacts, after: ProductFacts): readonly FactChange[] {
  const { texts: textsBefore, ...valuesBefore } = before;
  const { texts: textsAfter, ...valuesAfter } = after;
  return [...differences(valuesBefore, valuesAfter), ...differences(textsBefore, textsAfter)];
}

function differences(before: Entries, after: Entries): FactChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names
    .filter((name) => !isDeepStrictEqual(before[name], after[name]))
    .map((name) => ({ name, from: plain(before[name]), to: plain(after[name]) }));
}

type Entries = Readonly<Record<string, unknown>>;

function plain(value: unknown): string | number | null {
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}
