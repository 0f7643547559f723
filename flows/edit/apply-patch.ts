import type { Flow } from '../schema/flow';
import { idOfItem, type ListItem } from './flow-lists';
import type { FlowPatch, Head, ItemChange, ListPatch } from './flow-patch-schema';
import { sameJson } from './same-json';

/**
 * Makes the changes of a patch: `applyPatch(before, flowPatch(before, after))` is `after`. On another flow, what the patch
 * names is set, added or removed, and everything else stays.
 */
export function applyPatch(flow: Flow, patch: FlowPatch): Flow {
  return {
    ...flow,
    ...(patch.head ? headWith(flow, patch.head.before, patch.head.after) : {}),
    states: applied(flow.states, patch.states),
    transitions: applied(flow.transitions, patch.transitions),
    rules: applied(flow.rules, patch.rules),
    variables: applied(flow.variables, patch.variables),
    notes: applied(flow.notes, patch.notes),
    groups: applied(flow.groups, patch.groups),
    translatedFrom: withRecords(flow.translatedFrom, patch.translatedFrom),
  };
}

/** The patch that puts back what a patch changed; orders and the places of what comes back are not kept. */
export function reversePatch(patch: FlowPatch): FlowPatch {
  return {
    states: reversed(patch.states),
    transitions: reversed(patch.transitions),
    rules: reversed(patch.rules),
    variables: reversed(patch.variables),
    notes: reversed(patch.notes),
    groups: reversed(patch.groups),
    translatedFrom: patch.translatedFrom?.map(reversedChange),
    head: patch.head ? { before: patch.head.after, after: patch.head.before } : undefined,
  };
}

function headWith(flow: Flow, before: Head, after: Head): Head {
  const field = <Name extends keyof Head>(name: Name): Head[Name] =>
    sameJson(before[name], after[name]) ? flow[name] : after[name];
  return {
    id: field('id'),
    name: field('name'),
    description: field('description'),
    languages: field('languages'),
    defaultLanguage: field('defaultLanguage'),
    start: field('start'),
  };
}

function applied<T extends ListItem>(items: T[], patch: ListPatch<T> | undefined): T[] {
  if (!patch) return items;
  const changes = new Map(patch.items.map((change) => [change.id, change]));
  const there = new Set(items.map(idOfItem));
  const kept = items.flatMap((item) => {
    const change = changes.get(idOfItem(item));
    if (!change) return [item];
    return change.after === undefined ? [] : [change.after];
  });
  const added = patch.items.filter(({ id }) => !there.has(id));
  const list = withAdded(kept, added);
  return patch.order ? inOrder(list, patch.order) : list;
}

/** Each new item stands behind the one that it names, which may be new itself; else at the end. */
function withAdded<T extends ListItem>(kept: readonly T[], added: readonly ItemChange<T>[]): T[] {
  const items = new Map(kept.map((item) => [idOfItem(item), item]));
  const next = new Map<string, string>();
  let last = FRONT;
  const insert = (id: string, behind: string): void => {
    const following = next.get(behind);
    if (following !== undefined) next.set(id, following);
    next.set(behind, id);
    if (behind === last) last = id;
  };
  for (const id of items.keys()) insert(id, last);
  for (const { id, after, behind } of added) {
    if (after === undefined) continue;
    const isKnown = typeof behind === 'string' && items.has(behind);
    insert(id, behind === null ? FRONT : isKnown ? behind : last);
    items.set(id, after);
  }
  const list: T[] = [];
  for (let id = next.get(FRONT); id !== undefined; id = next.get(id)) {
    const item = items.get(id);
    if (item !== undefined) list.push(item);
  }
  return list;
}

/** In front of the first item; no item has this id. */
const FRONT = '';

/** Items that the order does not name stay behind what they came behind. */
function inOrder<T extends ListItem>(list: readonly T[], order: readonly string[]): T[] {
  const named = new Set(order);
  const runs = new Map<string, T[]>([[FRONT, []]]);
  let current = FRONT;
  for (const item of list) {
    if (named.has(idOfItem(item))) current = idOfItem(item);
    const run = runs.get(current);
    if (run) run.push(item);
    else runs.set(current, [item]);
  }
  return [FRONT, ...order].flatMap((id) => runs.get(id) ?? []);
}

function withRecords(records: Flow['translatedFrom'], changes: FlowPatch['translatedFrom']): Flow['translatedFrom'] {
  if (!changes) return records;
  const changed = { ...records };
  for (const { id, after } of changes) {
    if (after) changed[id] = after;
    else delete changed[id];
  }
  return changed;
}

function reversed<T>(patch: ListPatch<T> | undefined): ListPatch<T> | undefined {
  return patch && { items: patch.items.map(reversedChange) };
}

function reversedChange<T>({ id, before, after }: ItemChange<T>): ItemChange<T> {
  return { id, ...(after === undefined ? {} : { before: after }), ...(before === undefined ? {} : { after: before }) };
}
