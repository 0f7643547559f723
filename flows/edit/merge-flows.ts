import {
  canvasNote,
  type Flow,
  flowLimits,
  flowRule,
  flow as flowSchema,
  flowState,
  flowVariable,
  transition,
} from '../schema/flow';
import type { IssuePlace } from '../schema/flow-issue';
import { type ListName, listNames, placeOfItem, topOf } from './flow-lists';
import { type MergedItems, mergeGroups, mergeItems } from './merge-items';
import { type Clash, mergeJson } from './merge-json';
import { tidyGroups } from './tidy-groups';

/**
 * Where both sides changed the same thing differently; the merged flow has mine. `list` is null for what is in no list:
 * then `path` begins with the field's name, else with the item's id.
 */
export type FlowClash = Clash & Readonly<{ list: ListName | null; place: IssuePlace; message: string }>;

export type MergedFlow = Readonly<{ flow: Flow; clashes: readonly FlowClash[] }>;

/**
 * Brings two edited copies of a flow together: what only one side changed is taken, state by state, transition by
 * transition, rule by rule, and inside them text by text. What one side removed and the other changed stays. Each clash
 * is listed. If the parts do not make a flow together, mine is returned as it is, with that said.
 */
export function mergeFlows(base: Flow, mine: Flow, theirs: Flow): MergedFlow {
  const of = <Name extends ListName>(name: Name) => ({ base: base[name], mine: mine[name], theirs: theirs[name] });
  const states = mergeItems(flowState, of('states'));
  const transitions = mergeItems(transition, of('transitions'));
  const rules = mergeItems(flowRule, of('rules'));
  const variables = mergeItems(flowVariable, of('variables'));
  const notes = mergeItems(canvasNote, of('notes'));
  const groups = mergeGroups(of('groups'));
  const merged: Readonly<Record<ListName, MergedItems<unknown>>> = {
    states,
    transitions,
    rules,
    variables,
    notes,
    groups,
  };
  const top = mergeJson(topOf(base), topOf(mine), topOf(theirs));
  const clashes = [
    ...listNames.flatMap((name) => merged[name].clashes.map((clash) => clashAt(clash, name))),
    ...top.clashes.map((clash) => clashAt(clash, null)),
  ];
  const parsed = topSchema.safeParse(top.value);
  const fits = listNames.every((name) => merged[name].items.length <= flowLimits[name]) && states.items.length > 0;
  if (!parsed.success || !fits) {
    const message = 'The two versions do not fit together; mine was kept as it is.';
    return { flow: mine, clashes: [...clashes, { path: [], base, mine, theirs, list: null, place: {}, message }] };
  }
  const flow = {
    ...parsed.data,
    states: [...states.items],
    transitions: [...transitions.items],
    rules: [...rules.items],
    variables: [...variables.items],
    notes: [...notes.items],
    groups: tidyGroups(groups.items, states.items),
  };
  return { flow, clashes };
}

const topSchema = flowSchema.omit({
  states: true,
  transitions: true,
  rules: true,
  variables: true,
  notes: true,
  groups: true,
});

function clashAt(clash: Clash, list: ListName | null): FlowClash {
  const [id = '', ...inner] = clash.path;
  const owner = list === null ? {} : placeOfItem(list, id);
  const path = (list === null ? clash.path : inner[0] === 'data' ? inner.slice(1) : inner).join('.');
  const place = path === '' || owner.path !== undefined ? owner : { ...owner, path };
  const where = [list === null ? 'the flow' : `\`${id}\``, ...(path === '' ? [] : [`\`${path}\``])].join(', ');
  const what =
    clash.mine === undefined || clash.theirs === undefined
      ? 'one side removed what the other changed; it was kept.'
      : 'both sides changed this differently; mine was kept.';
  return { ...clash, list, place, message: `In ${where}, ${what}` };
}
