import { words } from '@/app/_words/en';
import { customerSlots, type SlotDefinition } from '@/flows/schema/slots';
import type { SegmentRule } from '@/server/campaigns/plan/segment-filter';
import { nameOfSlot } from '../../../../_slots/name-of-slot';

const texts = words.campaigns.draft.segment;

/** What a rule asks about: a field, or a slot as "slot.property_type". */
export type RuleField = 'state' | 'flow' | 'language' | 'tag' | 'score' | 'interest' | 'lastSeen' | `slot.${string}`;
export type RuleOperator = SegmentRule['operator'];

export type Choice = Readonly<{ value: string; label: string }>;
/** What can be chosen for each field that has a list of values. */
export type Choices = Readonly<Record<string, readonly Choice[] | undefined>>;

/** Every field that a rule can ask about, those with nothing to choose from left out. */
export function fieldOptions(choices: Choices): readonly Readonly<{ value: RuleField; label: string; hint: string }>[] {
  const listed = (['state', 'language', 'tag', 'flow'] as const).filter((field) => (choices[field] ?? []).length > 0);
  const counted = ['score', 'interest', 'lastSeen'] as const;
  return [
    ...[...listed, ...counted].map((value) => ({ value, label: texts.fields[value], hint: texts.aboutContact })),
    ...Object.keys(customerSlots).map((slot) => ({
      value: `slot.${slot}` as const,
      label: nameOfSlot(slot),
      hint: texts.aboutSlot,
    })),
  ];
}

export function fieldOf(rule: SegmentRule): RuleField {
  return rule.field === 'slot' ? `slot.${rule.slot}` : rule.field;
}

/** How a field can be compared. A choice that nobody could make is not offered. */
export function operatorsOf(field: RuleField, choices: Choices): readonly RuleOperator[] {
  if (!isSlot(field)) return isListed(field) ? ['is', 'isNot'] : ['atLeast', 'atMost'];
  if (isCounted(slotOf(field))) return ['atLeast', 'atMost', 'isKnown', 'isUnknown'];
  return valuesOf(field, choices).length > 0 ? ['is', 'isNot', 'isKnown', 'isUnknown'] : ['isKnown', 'isUnknown'];
}

/** The values to choose from for a field. */
export function valuesOf(field: RuleField, choices: Choices): readonly Choice[] {
  const known = choices[field] ?? [];
  if (known.length > 0 || !isSlot(field)) return known;
  const { choices: codes = [] } = definitionOf(slotOf(field)) ?? {};
  return codes.map((code) => ({ value: code, label: code.replaceAll('_', ' ') }));
}

/** A rule that can stand as it is: for a field that was just chosen, or compared in another way. */
export function newRule(field: RuleField, operator: RuleOperator, choices: Choices): SegmentRule | undefined {
  const [first] = valuesOf(field, choices);
  switch (operator) {
    case 'isKnown':
    case 'isUnknown':
      return isSlot(field) ? { field: 'slot', slot: slotOf(field), operator } : undefined;
    case 'atLeast':
    case 'atMost':
      if (isSlot(field)) return { field: 'slot', slot: slotOf(field), operator, amount: 0 };
      return isListed(field) ? undefined : { field, operator, amount: amountAtFirst[field] };
    case 'is':
    case 'isNot': {
      if (!first) return undefined;
      const values = [first.value];
      if (isSlot(field)) return { field: 'slot', slot: slotOf(field), operator, values };
      return isListed(field) ? { field, operator, values } : undefined;
    }
    default:
      return operator satisfies never;
  }
}

/** What is counted, behind the number. */
export function unitOf(field: RuleField): keyof typeof texts.units | 'rupees' | null {
  if (field === 'lastSeen') return 'days';
  if (field === 'interest') return 'percent';
  const kind = isSlot(field) ? definitionOf(slotOf(field))?.kind : undefined;
  if (kind === 'amountInr') return 'rupees';
  return kind === 'months' ? 'months' : null;
}

const amountAtFirst = { score: 50, interest: 0.5, lastSeen: 7 } as const;

type SlotField = Extract<RuleField, `slot.${string}`>;
type ListedField = 'state' | 'flow' | 'language' | 'tag';

function isSlot(field: RuleField): field is SlotField {
  return field.startsWith('slot.');
}

function slotOf(field: SlotField): string {
  return field.slice('slot.'.length);
}

function isListed(field: Exclude<RuleField, SlotField>): field is ListedField {
  return field === 'state' || field === 'flow' || field === 'language' || field === 'tag';
}

function isCounted(slot: string): boolean {
  const kind = definitionOf(slot)?.kind;
  return kind === 'amountInr' || kind === 'months' || kind === 'number';
}

function definitionOf(slot: string): SlotDefinition | undefined {
  const known: Readonly<Record<string, SlotDefinition>> = customerSlots;
  return Object.hasOwn(known, slot) ? known[slot] : undefined;
}
