import { diffFlows } from '@/flows/edit/diff-flows';
import type { FlowChange } from '@/flows/edit/flow-change';
import { entryOf } from '@/flows/edit/same-json';
import type { Flow, FlowState } from '@/flows/schema/flow';
import type { LanguageCode } from '@/flows/schema/language';
import { type StateType, stateTypes } from '@/flows/states';
import { nameOfState } from '../../../../_flow/name-of-state';
import type { Lit } from '../lit';

/** A text before and after; undefined where it was not there. */
export type ComparedText = Readonly<{ language: LanguageCode; was: string | undefined; is: string | undefined }>;

/** One difference, with the text that it is about. */
export type ComparedChange = FlowChange & Readonly<{ id: string; text: ComparedText | null }>;

/** What the differences of a group are about. */
export type ComparedOwner =
  | Readonly<{ type: 'flow' }>
  | Readonly<{ type: 'rule'; rule: string; name: string }>
  | Readonly<{
      type: 'state';
      state: string;
      name: string;
      stateType: StateType;
      presence: 'kept' | 'added' | 'removed';
    }>;

export type ComparedGroup = Readonly<{ id: string; owner: ComparedOwner; changes: readonly ComparedChange[] }>;

/** What is different in a later flow, grouped by what it is about, and what of it can be lit up in the drawing. */
export type Comparison = Readonly<{
  groups: readonly ComparedGroup[];
  count: number;
  /** In how many changed texts each language occurs. */
  languages: ReadonlyMap<LanguageCode, number>;
  lit: NonNullable<Lit['compared']>;
}>;

/** Compares two flows for a screen: first what holds everywhere, then state by state in the order of the later flow. */
export function compareFlows(before: Flow, after: Flow): Comparison {
  const sides: Sides = { before: sideOf(before), after: sideOf(after) };
  const changes = diffFlows(before, after).map((change) => comparedChange(change, sides));
  return {
    groups: groupsOf(changes, sides),
    count: changes.length,
    languages: countLanguages(changes),
    lit: litBy(changes, sides),
  };
}

type Side = Readonly<{ flow: Flow; states: ReadonlyMap<string, FlowState> }>;
type Sides = Readonly<{ before: Side; after: Side }>;

function sideOf(flow: Flow): Side {
  return { flow, states: new Map(flow.states.map((state) => [state.id, state])) };
}

function groupsOf(changes: readonly ComparedChange[], sides: Sides): ComparedGroup[] {
  const groups = new Map<string, ComparedChange[]>();
  for (const change of changes) {
    const id = groupOf(change.place);
    const known = groups.get(id);
    if (known) known.push(change);
    else groups.set(id, [change]);
  }
  return ['flow', ...idsOf(sides)].flatMap((id) => {
    const found = groups.get(id);
    return found ? [{ id, owner: ownerOf(id, sides), changes: found }] : [];
  });
}

function groupOf({ state, rule }: FlowChange['place']): string {
  if (state !== undefined) return `state:${state}`;
  return rule === undefined ? 'flow' : `rule:${rule}`;
}

function idsOf({ before, after }: Sides): ReadonlySet<string> {
  const rules = [...after.flow.rules, ...before.flow.rules].map(({ id }) => `rule:${id}`);
  const states = [...after.flow.states, ...before.flow.states].map(({ id }) => `state:${id}`);
  return new Set([...rules, ...states]);
}

function ownerOf(id: string, { before, after }: Sides): ComparedOwner {
  const [kind, name = ''] = id.split(':');
  if (kind === 'rule') {
    const rule = [...after.flow.rules, ...before.flow.rules].find((other) => other.id === name);
    return { type: 'rule', rule: name, name: rule?.name ?? name.replaceAll('_', ' ') };
  }
  const [was, is] = [before.states.get(name), after.states.get(name)];
  const state = is ?? was;
  if (!state) return { type: 'flow' };
  const presence = was && is ? 'kept' : is ? 'added' : 'removed';
  return { type: 'state', state: name, name: nameOfState(state), stateType: state.type, presence };
}

function comparedChange(change: FlowChange, sides: Sides): ComparedChange {
  const { place, kind, message } = change;
  const id = [kind, ...Object.values(place), message].join('/');
  return { ...change, id, text: place.language === undefined ? wholeText(change, sides) : textAt(change, sides) };
}

function textAt({ place }: FlowChange, { before, after }: Sides): ComparedText | null {
  const { language } = place;
  if (language === undefined) return null;
  return { language, was: readText(before, place), is: readText(after, place) };
}

function readText({ flow, states }: Side, { state, rule, path = '', language = '' }: FlowChange['place']) {
  const root = state === undefined ? flow.rules.find(({ id }) => id === rule) : states.get(state)?.data;
  const text = entryOf(path.split('.').reduce<unknown>(entryOf, root), language);
  return typeof text === 'string' ? text : undefined;
}

/** A state that is new or gone is shown by what it says first: one that is gone can be seen nowhere else. */
function wholeText({ kind, place }: FlowChange, { before, after }: Sides): ComparedText | null {
  if (place.state === undefined || place.transition !== undefined || place.path !== undefined) return null;
  if (kind !== 'added' && kind !== 'removed') return null;
  const { flow, states } = kind === 'added' ? after : before;
  const language = flow.defaultLanguage;
  const state = states.get(place.state);
  const text = state && stateTypes[state.type].bind(state.data).texts[0]?.text[language];
  if (!text) return null;
  return kind === 'added' ? { language, was: undefined, is: text } : { language, was: text, is: undefined };
}

function countLanguages(changes: readonly ComparedChange[]): ReadonlyMap<LanguageCode, number> {
  const counts = new Map<LanguageCode, number>();
  for (const { place } of changes) {
    if (place.language !== undefined) counts.set(place.language, (counts.get(place.language) ?? 0) + 1);
  }
  return counts;
}

/** What is gone can't be lit: a state is marked that lost a transition. */
function litBy(changes: readonly ComparedChange[], { after }: Sides): Comparison['lit'] {
  const states = new Map<string, 'added' | 'changed' | 'moved'>();
  const transitions = new Map<string, 'added' | 'changed'>();
  for (const { kind, place } of changes) {
    if (place.transition !== undefined && (kind === 'added' || kind === 'changed')) {
      transitions.set(place.transition, kind);
    } else if (place.state !== undefined && after.states.has(place.state)) {
      states.set(place.state, stronger(states.get(place.state), kind === 'removed' ? 'changed' : kind));
    }
  }
  return { states, transitions };
}

function stronger<T extends 'added' | 'changed' | 'moved'>(one: T | undefined, other: T): T {
  return one === undefined || one === 'moved' ? other : one;
}
