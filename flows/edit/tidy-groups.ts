import type { CanvasGroup } from '../schema/flow';

/** Groups that name only states that are there, each in one group: the last that names it. */
export function tidyGroups(groups: readonly CanvasGroup[], states: readonly Readonly<{ id: string }>[]): CanvasGroup[] {
  const free = new Set(states.map(({ id }) => id));
  const tidy = [...groups].reverse().map((group) => {
    const own = group.states.filter((id) => free.delete(id));
    return own.length === group.states.length ? group : { ...group, states: own };
  });
  return tidy.reverse();
}
