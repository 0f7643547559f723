import { words } from '@/app/_words/en';

/** How far back the figures may go. */
export type Days = '1' | '7' | '30' | '90';

export const daysChoices = [
  { id: '1', label: words.analytics.days[1] },
  { id: '7', label: words.analytics.days[7] },
  { id: '30', label: words.analytics.days[30] },
  { id: '90', label: words.analytics.days[90] },
] as const satisfies readonly { id: Days; label: string }[];

/** What an address asks for; a week where it asks for nothing that there is. */
export function daysOf(asked: string | null): Days {
  return daysChoices.find(({ id }) => id === asked)?.id ?? '7';
}
