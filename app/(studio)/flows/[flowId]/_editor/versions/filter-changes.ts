import type { LanguageCode } from '@/flows/schema/language';
import type { ComparedChange, ComparedGroup } from './comparison';

/** What of a difference is shown: all, all but texts, or the texts of one language. */
export type ChangeFilter = 'all' | 'structure' | `texts:${LanguageCode}`;

/** The groups with what the filter lets through; groups of which nothing is left are gone. */
export function filterChanges(groups: readonly ComparedGroup[], filter: ChangeFilter): readonly ComparedGroup[] {
  if (filter === 'all') return groups;
  return groups.flatMap((group) => {
    const changes = group.changes.filter((change) => passes(change, filter));
    return changes.length > 0 ? [{ ...group, changes }] : [];
  });
}

function passes({ place: { language } }: ComparedChange, filter: ChangeFilter): boolean {
  return filter === 'structure' ? language === undefined : filter === `texts:${language}`;
}

/** The first groups, with so many changes together at most; at least one group. */
export function firstGroups(groups: readonly ComparedGroup[], most: number): readonly ComparedGroup[] {
  let count = 0;
  const end = groups.findIndex(({ changes }, index) => {
    count += changes.length;
    return index > 0 && count > most;
  });
  return end === -1 ? groups : groups.slice(0, end);
}
