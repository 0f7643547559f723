import { words } from '@/app/_words/en';
import { nameOfSlot } from '../../../../_slots/name-of-slot';
import type { RuleField } from './rule-fields';

const names: Readonly<Record<string, string>> = words.campaigns.draft.segment.fields;

/** What people call the field of a rule. */
export function nameOfField(field: RuleField): string {
  return names[field] ?? nameOfSlot(field.replace(/^slot\./, ''));
}
