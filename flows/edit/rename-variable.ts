import { reservedNames } from '../check/rules/variable-reserved';
import { parseExpression } from '../expressions/parse';
import { splitTemplate } from '../expressions/split-template';
import { childrenOf, type Expression } from '../expressions/syntax';
import { fingerprint } from '../schema/fingerprint';
import {
  type Flow,
  type FlowState,
  fingerprintOf,
  flowRule,
  flowState,
  flowVariable,
  transition,
} from '../schema/flow';
import { customerSlots } from '../schema/slots';
import { stateTypes } from '../states';
import { keepSame } from './keep-same';
import { textsOf } from './texts';

/**
 * Gives a variable another name, wherever the flow reads or fills it. A name that is taken or no name returns the flow
 * itself. What stands in quotes stays.
 */
export function renameVariable(flow: Flow, name: string, newName: string): Flow {
  const was = flow.variables.find((variable) => variable.name === name);
  const renamed = was && flowVariable.safeParse({ ...was, name: newName }).data;
  if (!renamed || isTaken(flow, newName)) return flow;
  const names = { name, newName };
  const states = flow.states.map((state) => inState(state, names));
  const transitions = flow.transitions.map((way) => transition.safeParse(withCondition(way, names)).data ?? null);
  const rules = flow.rules.map((rule) => {
    const changed = { ...withCondition(rule, names), action: inData(rule.action, names, none) };
    return flowRule.safeParse(changed).data ?? null;
  });
  if (!isWhole(states) || !isWhole(transitions) || !isWhole(rules)) return flow;
  const variables = flow.variables.map((other) => (other === was ? renamed : other));
  const changed = keepSame(flow, { ...flow, variables, states, transitions, rules });
  return { ...changed, translatedFrom: followedRecords(flow, changed) };
}

function isTaken(flow: Flow, name: string): boolean {
  const isSlot = Object.hasOwn(customerSlots, name) || flow.variables.some((other) => other.name === name);
  return isSlot || reservedNames.has(name);
}

/** Null where a longer name makes something too long. */
function isWhole<T>(items: (T | null)[]): items is T[] {
  return items.every((item) => item !== null);
}

function inState(state: FlowState, names: Names): FlowState | null {
  const expressions = stateTypes[state.type].bind(state.data).expressions.map(({ path }) => path);
  return flowState.safeParse({ ...state, data: inData(state.data, names, new Set(expressions)) }).data ?? null;
}

/** What fitted the original before fits it now, for both say the new name. */
function followedRecords(before: Flow, after: Flow): Flow['translatedFrom'] {
  const originals = new Map(textsOf(before).map(({ key, text }) => [key, text[before.defaultLanguage] ?? '']));
  const followed = textsOf(after).flatMap(({ key, text }) => {
    const [was, is] = [originals.get(key) ?? '', text[after.defaultLanguage] ?? ''];
    const record = before.translatedFrom[key];
    if (!record || was === is) return [];
    const sources = Object.entries(record).map(([language, source]) => {
      if (fingerprintOf(source) !== fingerprint(was)) return [language, source] as const;
      const made = fingerprint(is);
      return [language, typeof source === 'string' ? made : { ...source, fingerprint: made }] as const;
    });
    return [[key, Object.fromEntries(sources)] as const];
  });
  return followed.length > 0 ? { ...before.translatedFrom, ...Object.fromEntries(followed) } : before.translatedFrom;
}

function withCondition<T extends Readonly<{ condition?: string | undefined }>>(item: T, names: Names): T {
  return item.condition ? { ...item, condition: inExpression(item.condition, names) } : item;
}

const none: ReadonlySet<string> = new Set();

type Names = Readonly<{ name: string; newName: string }>;

/** The fields that hold the name of a slot. */
const slotFields: ReadonlySet<string> = new Set(['slot', 'into', 'atSlot', 'clear']);

/** `expressions`: the paths of what is no text but an expression. */
function inData(value: unknown, names: Names, expressions: ReadonlySet<string>, path = '', field = ''): unknown {
  if (typeof value === 'string') {
    if (slotFields.has(field)) return value === names.name ? names.newName : value;
    return expressions.has(path) ? inExpression(value, names) : inTemplate(value, names);
  }
  const below = (key: string): string => (path === '' ? key : `${path}.${key}`);
  if (Array.isArray(value))
    return value.map((item, index) => inData(item, names, expressions, below(`${index}`), field));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      field === 'fills' && key === names.name ? names.newName : key,
      inData(inner, names, expressions, below(key), key),
    ]),
  );
}

function inTemplate(source: string, names: Names): string {
  if (!source.includes('{{')) return source;
  return splitTemplate(source)
    .map((piece) => {
      if (piece.type === 'text') return piece.text;
      return piece.isClosed ? `{{${inExpression(piece.source, names)}}}` : `{{${piece.source}`;
    })
    .join('');
}

function inExpression(source: string, { name, newName }: Names): string {
  const parsed = parseExpression(source);
  if (!parsed.ok) return source;
  const places = placesOf(parsed.expression, name).sort((one, other) => other - one);
  return places.reduce((text, at) => text.slice(0, at) + newName + text.slice(at + name.length), source);
}

function placesOf(node: Expression, name: string): number[] {
  const inner = childrenOf(node).flatMap((child) => placesOf(child, name));
  return node.type === 'name' && node.name === name ? [...inner, node.at] : inner;
}
