import type { Option } from '@/app/_ui/match-options';
import { words } from '@/app/_words/en';
import { customerSlots } from '@/flows/schema/slots';
import { writeCount } from '../../_figures/write-figure';
import { languageName } from '../../_language/language-name';
import { sayCode } from '../../_reading/say-code';
import type { Choices } from '../lead-types';
import type { FilterKey } from './filter-address';

const texts = words.leads.filters;
const LAKH = 100_000;

/** How one part of the filter is asked for. */
export type FilterField = Readonly<{ key: Exclude<FilterKey, 'search'>; name: string }> &
  (
    | Readonly<{ kind: 'many' | 'one'; options: (choices: Choices | undefined) => readonly Option<string>[] }>
    | Readonly<{ kind: 'amounts'; unit: number }>
    | Readonly<{ kind: 'moments' }>
  );

/** Everything that leads can be narrowed by; the first ones stand in the bar from the start. */
export const filterFields: readonly FilterField[] = [
  field('stages', 'many', () => named(words.leadsShared.stages)),
  field('bands', 'many', () => named(texts.bands)),
  field('assignee', 'one', (choices) => [...named(texts.assignee), ...people(choices)]),
  field('cities', 'many', (choices) =>
    (choices?.cities ?? []).map(({ value, count }) => ({ value, label: value, hint: writeCount(count) })),
  ),
  field('languages', 'many', (choices) => plain(choices?.languages, languageName)),
  { key: 'loanAmount', name: texts.names.loanAmount, kind: 'amounts', unit: LAKH },
  field('nextAction', 'one', () => named(texts.nextAction)),
  field('conversationStatuses', 'many', () => named(texts.conversationStatuses)),
  field('window', 'one', () => named(texts.window)),
  field('tags', 'many', (choices) => plain(choices?.tags)),
  field('propertyTypes', 'many', () => plain(customerSlots.property_type.choices, sayCode)),
  { key: 'propertyValue', name: texts.names.propertyValue, kind: 'amounts', unit: LAKH },
  field('purposes', 'many', () => plain(customerSlots.loan_purpose.choices, sayCode)),
  { key: 'income', name: texts.names.income, kind: 'amounts', unit: 1 },
  { key: 'score', name: texts.names.score, kind: 'amounts', unit: 1 },
  field('sources', 'many', () => named(texts.sources)),
  field('outcomes', 'many', () => named(words.leadsShared.outcomes)),
  { key: 'created', name: texts.names.created, kind: 'moments' },
  { key: 'active', name: texts.names.active, kind: 'moments' },
  field('isOptedOut', 'one', () => named(texts.isOptedOut)),
  field('channel', 'one', () => named(texts.channel)),
];

/** How many of the fields stand in the bar without being asked for. */
export const USUAL_FIELDS = 6;

type Options = (choices: Choices | undefined) => readonly Option<string>[];

function field(key: FilterField['key'], kind: 'many' | 'one', options: Options): FilterField {
  return { key, name: texts.names[key], kind, options };
}

function named(labels: Readonly<Record<string, string>>): readonly Option<string>[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}

function plain(values: readonly string[] = [], say = (value: string) => value): readonly Option<string>[] {
  return values.map((value) => ({ value, label: say(value) }));
}

function people(choices: Choices | undefined): readonly Option<string>[] {
  return (choices?.officers ?? []).map(({ id, name }) => ({ value: id, label: name }));
}
