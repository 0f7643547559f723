import { type Flow, type FlowState, flow as flowSchema, flowState } from '../schema/flow';
import type { IssuePlace } from '../schema/flow-issue';
import { type Clash, mergeJson } from './merge-json';
import { mergeList } from './merge-list';

/** Where both sides changed the same thing differently; the merged flow has mine. */
export type FlowClash = Clash & Readonly<{ place: IssuePlace; message: string }>;

export type MergedFlow = Readonly<{ flow: Flow; clashes: readonly FlowClash[] }>;

/**
 * Brings two edited copies of a flow together: what only one side changed is taken, state by state, transition by
 * transition, rule by rule, and inside them text by text. What one side removed and the other changed stays. Each clash
 * is listed. If the parts do not make a flow together, mine is returned as it is, with that said.
 */
export function mergeFlows(base: Flow, mine: Flow, theirs: Flow): MergedFlow {
  const clashes: FlowClash[] = [];
  const list = (name: ListName) => {
    const merged = mergeList<Item>(items(base, name), items(mine, name), items(theirs, name));
    clashes.push(...merged.clashes.map((clash) => clashAt(clash, name)));
    return merged.items.map(({ id, value }) => {
      if (name !== 'states' || flowState.safeParse(value).success) return value;
      const clash = { path: [id], base: at(base, id), mine: at(mine, id), theirs: at(theirs, id) };
      clashes.push(clashAt(clash, name));
      return clash.mine ?? clash.theirs;
    });
  };
  const top = mergeJson(topOf(base), topOf(mine), topOf(theirs));
  clashes.push(...top.clashes.map((clash) => clashAt(clash, null)));
  const lists = Object.fromEntries(listNames.map((name) => [name, list(name)]));
  const merged = flowSchema.safeParse({ ...Object(top.value), ...lists });
  if (merged.success) return { flow: merged.data, clashes };
  const message = 'The two versions do not fit together; mine was kept as it is.';
  return { flow: mine, clashes: [...clashes, { path: [], base, mine, theirs, place: {}, message }] };
}

const listNames = ['states', 'transitions', 'rules', 'variables', 'notes'] as const;
type ListName = (typeof listNames)[number];
type Item = Readonly<{ id: string; value: unknown }>;

function items(flow: Flow, name: ListName): Item[] {
  return name === 'variables'
    ? flow.variables.map((value) => ({ id: value.name, value }))
    : flow[name].map((value) => ({ id: value.id, value }));
}

function at(flow: Flow, id: string): FlowState | undefined {
  return flow.states.find((state) => state.id === id);
}

function topOf({ states: _s, transitions: _t, rules: _r, variables: _v, notes: _n, ...top }: Flow): object {
  return top;
}

const placeOf: Readonly<Record<ListName, (id: string) => IssuePlace>> = {
  states: (state) => ({ state }),
  transitions: (transition) => ({ transition }),
  rules: (rule) => ({ rule }),
  variables: (name) => ({ path: `variables.${name}` }),
  notes: (id) => ({ path: `notes.${id}` }),
};

function clashAt(clash: Clash, name: ListName | null): FlowClash {
  const [id = '', ...inner] = clash.path;
  const owner = name === null ? {} : placeOf[name](id);
  const path = (name === null ? clash.path : inner[0] === 'data' ? inner.slice(1) : inner).join('.');
  const place = path === '' || owner.path !== undefined ? owner : { ...owner, path };
  const where = [name === null ? 'the flow' : `\`${id}\``, ...(path === '' ? [] : [`\`${path}\``])].join(', ');
  const what =
    clash.mine === undefined || clash.theirs === undefined
      ? 'one side removed what the other changed; it was kept.'
      : 'both sides changed this differently; mine was kept.';
  return { ...clash, place, message: `In ${where}, ${what}` };
}
