import { checkedStates } from '../../check/checked-state';
import { textsOfState } from '../../check/checked-text';
import type { Flow } from '../../schema/flow';
import type { LocalizedText } from '../../schema/language';

/** What opens the lists of this flow: the label of its first list, else the sign that is shown for none. */
export function listLabelIn(flow: Flow): LocalizedText {
  for (const state of checkedStates(flow).values()) {
    const known = textsOfState(state).find(
      ({ use, text }) => use === 'listButtonLabel' && text[flow.defaultLanguage]?.trim(),
    );
    if (known) return known.text;
  }
  return Object.fromEntries([...new Set([flow.defaultLanguage, ...flow.languages])].map((code) => [code, '☰']));
}
