import type { Option } from '@/app/_ui/match-options';
import { words } from '@/app/_words/en';
import { turnNames } from '@/flows/engine/turn-scope';
import { factsByName } from '@/flows/expressions/facts-by-name';
import type { Flow } from '@/flows/schema/flow';
import { defaultProductFacts } from '@/prompts/facts/product-facts';
import { nameOfSlot } from '../../../../../_slots/name-of-slot';
import { slotOptions } from '../pickers/SlotPicker';

const texts = words.editor.inspector.texts;

/** What a condition can be about: slots and variables, what the turn knows, and the product facts. */
export function nameOptions(variables: Flow['variables']): readonly Option<string>[] {
  const known = lists.get(variables);
  if (known) return known;
  const made = [
    ...slotOptions(variables),
    ...turnNames.map((name) => ({ value: name, label: nameOfSlot(name.replace('turn.', '')), hint: texts.turn })),
    ...factNames.map((name) => ({ value: `facts.${name}`, label: nameOfSlot(name), hint: texts.fact })),
  ];
  lists.set(variables, made);
  return made;
}

const factNames = [...factsByName(defaultProductFacts)].flatMap(([name, fact]) =>
  fact.type === 'value' ? [name] : [],
);
const lists = new WeakMap<Flow['variables'], readonly Option<string>[]>();
