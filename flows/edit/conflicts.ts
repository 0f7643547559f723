import { type Flow, flowState, type Transition } from '../schema/flow';
import { parseFlow } from '../schema/parse-flow';
import { disconnect } from './disconnect';
import { duplicateStates } from './duplicate-states';
import { idOfItem, type ListName } from './flow-lists';
import { freeTransitionId } from './free-name';
import { groupBy } from './group-by';
import { ungroup } from './groups';
import { keepSame } from './keep-same';
import type { FlowClash } from './merge-flows';
import { removeNotes } from './notes';
import { removeState } from './remove-state';
import { restorePath } from './restore-path';
import { removeRule } from './rules';
import { removeVariable } from './variables';

/** `both`: mine stays, and theirs is added as a copy beside it. */
export type ClashChoice = 'mine' | 'theirs' | 'both';

export type ClashDecision = Readonly<{ clash: FlowClash; choice: ClashChoice }>;

/** Whether both sides of a clash can stand beside each other: two states can, two names of one flow can't. */
export function canKeepBoth({ list, path, mine, theirs }: FlowClash): boolean {
  if (mine === undefined || theirs === undefined) return false;
  return list === 'states' && (path.length === 1 || path[1] === 'data');
}

/** The merged flow with one clash as a person decided it. */
export function resolveClash(flow: Flow, clash: FlowClash, choice: ClashChoice): Flow {
  return resolveClashes(flow, [{ clash, choice }]);
}

/**
 * The merged flow with its clashes as a person decided them. A state that has several clashes with both sides kept gets one
 * copy, with all of theirs in it and with the ways out of the original. What can't be done leaves the flow as it is there.
 */
export function resolveClashes(flow: Flow, decisions: readonly ClashDecision[]): Flow {
  const doubled = decisions.filter(({ clash, choice }) => choice === 'both' && canKeepBoth(clash));
  const decided = decisions.reduce(
    (current, { clash, choice }) => (choice === 'both' ? current : withSide(current, clash, choice)),
    flow,
  );
  const byState = groupBy(
    doubled.map(({ clash }) => clash),
    ({ path }) => path[0] ?? '',
  );
  return [...byState].reduce((current, [id, clashes]) => withCopy(current, id, clashes), decided);
}

function withSide(flow: Flow, { list, path, mine, theirs }: FlowClash, choice: 'mine' | 'theirs'): Flow {
  const chosen = choice === 'theirs' ? theirs : mine;
  const [id = '', ...inner] = path;
  if (list === null) return withValue(flow, path, chosen);
  if (inner.length === 0 && chosen === undefined) return withoutItem(flow, list, id);
  const index = flow[list].findIndex((item) => idOfItem(item) === id);
  return index === -1 ? flow : withValue(flow, [list, String(index), ...inner], chosen);
}

function withValue(flow: Flow, path: readonly string[], value: unknown): Flow {
  const parsed = parseFlow(restorePath(flow, holderOf(path, value), path));
  return parsed.ok ? keepSame(flow, parsed.flow) : flow;
}

/** An object that has nothing but a value at a path. */
function holderOf(path: readonly string[], value: unknown): unknown {
  return path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);
}

function withoutItem(flow: Flow, list: ListName, id: string): Flow {
  switch (list) {
    case 'states':
      return removeState(flow, id);
    case 'transitions':
      return disconnect(flow, [id]);
    case 'rules':
      return removeRule(flow, id);
    case 'variables':
      return removeVariable(flow, id);
    case 'notes':
      return removeNotes(flow, [id]);
    case 'groups':
      return ungroup(flow, id);
    default:
      return list satisfies never;
  }
}

function withCopy(flow: Flow, id: string, clashes: readonly FlowClash[]): Flow {
  const copied = duplicateStates(flow, [id]);
  const copy = copied === flow ? undefined : copied.states.at(-1);
  if (!copy) return flow;
  const theirs = clashes.reduce<unknown>(
    (state, { path: [, ...inner], theirs: value }) => restorePath(state, holderOf(inner, value), inner),
    copy,
  );
  const parsed = flowState.safeParse({ ...Object(theirs), id: copy.id, position: copy.position }).data;
  if (!parsed) return flow;
  return {
    ...copied,
    states: copied.states.map((state) => (state === copy ? parsed : state)),
    transitions: [...flow.transitions, ...waysOut(flow, id, copy.id)],
  };
}

function waysOut(flow: Flow, id: string, copy: string): Transition[] {
  const taken = new Set<string>(flow.transitions.map((way) => way.id));
  return flow.transitions
    .filter(({ from }) => from === id)
    .map((way) => {
      const wayId = freeTransitionId(copy, way.outcome, taken);
      taken.add(wayId);
      return { ...way, id: wayId, from: copy, to: way.to === id ? copy : way.to };
    });
}
