import type { Results } from '../../../campaign-types';

type Group = Results['groups'][number];

/** The counts of one language, or of one variant, with what a qualified lead of it cost; null while there is none. */
export type ResultRow = Readonly<
  Pick<Group, 'people' | 'sent' | 'delivered' | 'read' | 'replied' | 'qualified'> & {
    key: string;
    inrPerQualified: number | null;
  }
>;

/** The results added up by language or by variant, in the order in which they come. */
export function groupResults(groups: Results['groups'], by: 'language' | 'variant'): readonly ResultRow[] {
  const keys = [...new Set(groups.map((group) => group[by]))].sort();
  return keys.map((key) =>
    rowOf(
      key,
      groups.filter((group) => group[by] === key),
    ),
  );
}

function rowOf(key: string, groups: readonly Group[]): ResultRow {
  const sum = (count: (group: Group) => number): number => groups.reduce((total, group) => total + count(group), 0);
  const qualified = sum((group) => group.qualified);
  return {
    key,
    people: sum((group) => group.people),
    sent: sum((group) => group.sent),
    delivered: sum((group) => group.delivered),
    read: sum((group) => group.read),
    replied: sum((group) => group.replied),
    qualified,
    inrPerQualified: qualified === 0 ? null : sum((group) => Number(group.costInr)) / qualified,
  };
}
