import type { Option } from '@/app/_ui/match-options';
import { words } from '@/app/_words/en';
import { turnNames } from '@/flows/engine/turn-scope';
import { factsByName } from '@/flows/expressions/facts-by-name';
import { formats } from '@/flows/expressions/formats';
import type { Flow } from '@/flows/schema/flow';
import { customerSlots, type SlotKind } from '@/flows/schema/slots';
import { defaultProductFacts } from '@/prompts/facts/product-facts';

const texts = words.editor.inspector.texts;

/** What `{{ }}` can show, slots and variables first; where a value is best written in a certain way, that way too. */
export function variableOptions(variables: Flow['variables']): readonly Option<string>[] {
  const slots = Object.entries(customerSlots).map(([name, { kind }]) => ({ name, kind, hint: texts.customer }));
  const own = variables.map(({ name, kind }) => ({ name, kind, hint: texts.variable }));
  return [
    ...[...slots, ...own].flatMap(optionsOf),
    ...factNames.map((name) => ({ value: name, label: name, hint: texts.fact })),
    ...turnNames.map((name) => ({ value: name, label: name, hint: texts.turn })),
  ];
}

/** The ways in which a value can be written, after `|`. */
export const formatOptions: readonly Option<string>[] = [...formats].map(([name, { signature }]) => ({
  value: name,
  label: name,
  hint: signature === name ? texts.format : signature,
}));

const factNames = [...factsByName(defaultProductFacts).keys()].map((name) => `facts.${name}`);

function optionsOf({ name, kind, hint }: { name: string; kind: SlotKind; hint: string }): Option<string>[] {
  const plain = { value: name, label: name, hint };
  const format = formatOf[kind];
  return format === null ? [plain] : [{ value: `${name} | ${format}`, label: `${name} | ${format}`, hint }, plain];
}

/** How customers read a value of a kind: an amount in lakh and crore, a choice by its label. */
const formatOf = {
  text: null,
  number: 'number',
  amountInr: 'lakhCrore',
  months: 'months',
  choice: 'label',
  dateTime: 'relativeDateTime',
  boolean: null,
  place: 'city',
} as const satisfies Record<SlotKind, string | null>;
