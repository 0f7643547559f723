import type { Flow } from '../schema/flow';
import { isOrderChanged } from './flow-change';
import { idOfItem, type ListItem } from './flow-lists';
import type { FlowPatch, Head, ItemChange, ListPatch } from './flow-patch-schema';
import { sameJson } from './same-json';

/** What changed between two versions of a flow; cheap where they share objects. */
export function flowPatch(before: Flow, after: Flow): FlowPatch {
  return {
    states: changesOf(before.states, after.states),
    transitions: changesOf(before.transitions, after.transitions),
    rules: changesOf(before.rules, after.rules),
    variables: changesOf(before.variables, after.variables),
    notes: changesOf(before.notes, after.notes),
    groups: changesOf(before.groups, after.groups),
    translatedFrom: changedRecords(before.translatedFrom, after.translatedFrom),
    head: changedHead(before, after),
  };
}

/** True when a patch changes nothing. */
export function isEmptyPatch(patch: FlowPatch): boolean {
  return Object.values(patch).every((part) => part === undefined);
}

function changesOf<T extends ListItem>(before: readonly T[], after: readonly T[]): ListPatch<T> | undefined {
  if (before === after) return undefined;
  const are = new Set(after.map(idOfItem));
  const were = new Map(before.map((item) => [idOfItem(item), item]));
  const removed = before
    .filter((item) => !are.has(idOfItem(item)))
    .map((item): ItemChange<T> => ({ id: idOfItem(item), before: item }));
  const others = after.flatMap((item, index): ItemChange<T>[] => {
    const id = idOfItem(item);
    const was = were.get(id);
    if (was) return was === item || sameJson(was, item) ? [] : [{ id, before: was, after: item }];
    const previous = after[index - 1];
    return [{ id, after: item, behind: previous ? idOfItem(previous) : null }];
  });
  const items = [...removed, ...others];
  if (isOrderChanged(before.map(asId), after.map(asId))) return { items, order: after.map(idOfItem) };
  return items.length > 0 ? { items } : undefined;
}

function asId(item: ListItem): Readonly<{ id: string }> {
  return { id: idOfItem(item) };
}

function changedRecords(
  before: Flow['translatedFrom'],
  after: Flow['translatedFrom'],
): FlowPatch['translatedFrom'] | undefined {
  if (before === after) return undefined;
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  const changes = [...keys].flatMap((id) => {
    const [was, is] = [before[id], after[id]];
    if (was === is || sameJson(was, is)) return [];
    return [{ id, ...(was ? { before: was } : {}), ...(is ? { after: is } : {}) }];
  });
  return changes.length > 0 ? changes : undefined;
}

function changedHead(before: Flow, after: Flow): FlowPatch['head'] {
  const [was, is] = [headOf(before), headOf(after)];
  if (sameJson(was, is)) return undefined;
  return { before: was, after: is };
}

function headOf({ id, name, description, languages, defaultLanguage, start }: Flow): Head {
  return { id, name, description, languages, defaultLanguage, start };
}
