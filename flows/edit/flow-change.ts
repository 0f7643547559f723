import type { IssuePlace } from '../schema/flow-issue';

/** One difference between two flows. */
export type FlowChange = Readonly<{
  kind: 'added' | 'removed' | 'changed' | 'moved';
  place: IssuePlace;
  /** What changed, in a plain sentence. */
  message: string;
}>;

type Item = Readonly<{ id: string }>;

/** What was removed from a list, then what is new or changed in it, in its order. */
export function diffItems<T extends Item>(
  before: readonly T[],
  after: readonly T[],
  placeOf: (id: string) => IssuePlace,
  noun: string,
  changesOf: (was: T, is: T) => FlowChange[],
  nameOf: (item: T) => string = ({ id }) => `\`${id}\``,
): FlowChange[] {
  if (before === after) return [];
  const were = new Map(before.map((item) => [item.id, item]));
  const are = new Set(after.map(({ id }) => id));
  return [
    ...before
      .filter(({ id }) => !are.has(id))
      .map((item) => ({
        kind: 'removed' as const,
        place: placeOf(item.id),
        message: `The ${noun} ${nameOf(item)} was removed.`,
      })),
    ...after.flatMap((item): FlowChange[] => {
      const was = were.get(item.id);
      if (was) return was === item ? [] : changesOf(was, item);
      return [{ kind: 'added', place: placeOf(item.id), message: `The ${noun} ${nameOf(item)} is new.` }];
    }),
  ];
}

/** That the order of a list changed, or nothing. */
export function diffOrder(before: readonly Item[], after: readonly Item[], nouns: string): FlowChange[] {
  return isOrderChanged(before, after) ? [changed({}, `The order of the ${nouns} changed.`)] : [];
}

/** True when what both have stands in another order; what was added or removed does not count. */
export function isOrderChanged(before: readonly Item[], after: readonly Item[]): boolean {
  if (before === after) return false;
  const kept = new Set(after.map(({ id }) => id));
  const were = before.map(({ id }) => id).filter((id) => kept.has(id));
  const had = new Set(were);
  const are = after.map(({ id }) => id).filter((id) => had.has(id));
  return were.some((id, index) => id !== are[index]);
}

export function changed(place: IssuePlace, message: string): FlowChange {
  return { kind: 'changed', place, message };
}

/** What became of a value, as the end of a sentence. */
export function wordsOf(was: unknown, is: unknown): string {
  if (was === undefined) return `is new: ${shown(is)}`;
  return is === undefined ? 'was removed' : `changed from ${shown(was)} to ${shown(is)}`;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
