import type { ReachKind } from '../../outreach/judge-reach';

/** What a template counts as when somebody is written to first, by WhatsApp's category of it; one that is not known counts as marketing. */
export function kindOf(category: string | undefined): Exclude<ReachKind, 'answer'> {
  return category === 'UTILITY' ? 'utility' : 'marketing';
}
