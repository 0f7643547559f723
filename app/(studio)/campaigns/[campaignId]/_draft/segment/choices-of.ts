import { languageName } from '../../../../_language/language-name';
import type { SegmentValues } from '../../../campaign-types';
import type { Choice, Choices } from './rule-fields';

/** What the server found to choose from, by the fields of rules. */
export function choicesOf(values: SegmentValues): Choices {
  const { languages, tags, places, slots } = values;
  const named = (value: string): Choice => ({ value, label: value });
  const ofSlots = new Map<string, readonly Choice[]>();
  for (const { slot, value } of slots) {
    const key = `slot.${slot}`;
    ofSlots.set(key, [...(ofSlots.get(key) ?? []), { value, label: value.replaceAll('_', ' ') }]);
  }
  return {
    ...Object.fromEntries(ofSlots),
    language: languages.map((value) => ({ value, label: languageName(value) })),
    tag: tags.map(named),
    flow: places.map(({ flowId }) => flowId).map(named),
    state: places.map(({ stateId }) => stateId).map(named),
  };
}
