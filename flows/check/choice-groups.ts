import type { IssuePlace } from '../schema/flow-issue';
import type { CheckedText } from './checked-text';

/** The titles of the choices that one message offers; `place` is the message's. */
export type ChoiceGroup = Readonly<{
  place: IssuePlace;
  kind: 'buttons' | 'rows';
  titles: readonly CheckedText[];
}>;

/** The choices of each message, whichever state or rule says it: `….buttons.0.title` and its neighbours. */
export function choiceGroupsOf(texts: readonly CheckedText[]): ChoiceGroup[] {
  const groups = new Map<string, CheckedText[]>();
  for (const text of texts) {
    if (!text.key.endsWith('.title')) continue;
    const group = /^(.*)\.\d+\.title$/.exec(text.key)?.[1];
    if (group === undefined) continue;
    const known = groups.get(group);
    if (known) known.push(text);
    else groups.set(group, [text]);
  }
  return [...groups.values()].flatMap((titles) => {
    const [first] = titles;
    if (!first) return [];
    const path = first.path.replace(/\.\d+\.title$/, '');
    return [{ place: { ...first.place, path }, kind: first.use === 'rowTitle' ? 'rows' : 'buttons', titles }];
  });
}
