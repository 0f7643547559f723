import { compileFlow } from '../../engine/compile-flow';
import { turnNames } from '../../engine/turn-scope';
import type { CompiledExpression } from '../../expressions/expression';
import type { ExpressionEnv } from '../../expressions/run';
import { scopeOf } from '../../expressions/scope';
import type { Flow } from '../../schema/flow';
import { customerSlots, type SlotName, type SlotValue } from '../../schema/slots';
import type { World } from '../conversation';
import type { Edge, Route } from './routes';
import { SCENARIO_NOW, sampleValues, slotDefinition } from './sample-slots';

/** What is known when a scenario begins. */
export type KnownSlots = Readonly<Record<SlotName, SlotValue>>;

const MOST_VARIANTS = 60;
const MOST_NAMES = 10;

/**
 * What could be known at the beginning so that a route is taken: everything, nothing, and what is near to these, changed
 * in the names that the route's conditions read; the nearest first. Left out is what the first condition surely refuses.
 */
export function* slotVariants(flow: Flow, route: Route, world: World): Generator<KnownSlots> {
  const names = relevantNames(flow, route);
  const mayBegin = beginning(flow, route[0], world);
  const seen = new Set<string>();
  let found = 0;
  for (const variant of everyVariant(flow, names)) {
    if (found >= MOST_VARIANTS) return;
    const key = JSON.stringify(Object.entries(variant).toSorted(([one], [other]) => (one < other ? -1 : 1)));
    if (seen.has(key)) continue;
    seen.add(key);
    if (!mayBegin(variant)) continue;
    found += 1;
    yield variant;
  }
}

function* everyVariant(flow: Flow, names: readonly SlotName[]): Generator<KnownSlots> {
  const bases = [everythingKnown(flow), {}];
  yield* bases;
  const near = inTurn(bases.map((base) => changed(flow, base, names)));
  yield* near;
  for (const one of near) yield* changed(flow, one, names);
}

/** Facts of the loan; not a time or a language, which lead the conversation elsewhere. */
function everythingKnown(flow: Flow): KnownSlots {
  const wanted = new Set([...compileFlow(flow).states.values()].flatMap(({ behaviour }) => behaviour.slots));
  const facts = Object.entries(customerSlots).filter(
    ([slot, { kind }]) => wanted.has(slot) && kind !== 'dateTime' && kind !== 'text',
  );
  return Object.fromEntries(facts.flatMap(([slot]) => firstSample(flow, slot)));
}

function firstSample(flow: Flow, slot: SlotName): [SlotName, SlotValue][] {
  const definition = slotDefinition(flow, slot);
  const value = definition && sampleValues(slot, definition)[0];
  return value === undefined ? [] : [[slot, value]];
}

/** The same with one name unknown or of another value. */
function changed(flow: Flow, known: KnownSlots, names: readonly SlotName[]): KnownSlots[] {
  return names.flatMap((name) => {
    const definition = slotDefinition(flow, name);
    const { [name]: current, ...without } = known;
    const values = definition ? sampleValues(name, definition).filter((value) => value !== current) : [];
    const others = values.map((value): KnownSlots => ({ ...without, [name]: value }));
    return current === undefined ? others : [without, ...others];
  });
}

/** The first of each list, then the second of each, and so on. */
function inTurn<Item>(lists: readonly (readonly Item[])[]): Item[] {
  const longest = Math.max(...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, index) => lists.flatMap((list) => list.slice(index, index + 1))).flat();
}

/** Slots and variables that decide on a route: in conditions of its edges and of those before them, and in its states. */
function relevantNames(flow: Flow, route: Route): readonly SlotName[] {
  const { states, expression } = compileFlow(flow);
  const sources = route
    .toReversed()
    .flatMap((edge) => [
      ...conditionsOf(flow, edge),
      ...(states.get(edge.from)?.behaviour.expressions.map((place) => place.expression) ?? []),
    ]);
  const names = sources.flatMap((source) => {
    const compiled = expression(source);
    return 'broken' in compiled ? [] : compiled.names;
  });
  return [...new Set(names)].filter((name) => slotDefinition(flow, name) !== undefined).slice(0, MOST_NAMES);
}

/** The edge's own condition and those of the transitions that would be taken before it. */
function conditionsOf(flow: Flow, edge: Edge): string[] {
  if (edge.type === 'rule') return edge.rule.condition ? [edge.rule.condition] : [];
  const { from, outcome, id } = edge.transition;
  const siblings = flow.transitions.filter((other) => other.from === from && other.outcome === outcome);
  const place = siblings.findIndex((other) => other.id === id);
  return siblings.slice(0, place + 1).flatMap(({ condition }) => condition ?? []);
}

/** Whether the first edge's condition may hold; what is only known in the turn itself is not judged. */
function beginning(flow: Flow, edge: Edge, world: World): (variant: KnownSlots) => boolean {
  const { condition } = edge.type === 'rule' ? edge.rule : edge.transition;
  const compiled = condition ? compileFlow(flow).expression(condition) : undefined;
  if (!compiled || 'broken' in compiled || readsTurn(compiled)) return () => true;
  const env: ExpressionEnv = {
    language: flow.defaultLanguage,
    defaultLanguage: flow.defaultLanguage,
    timezone: 'Asia/Kolkata',
    nowMs: Date.parse(SCENARIO_NOW),
    packs: world.packs,
    facts: world.facts,
  };
  const initial = [...compileFlow(flow).initial];
  const declared = new Set(compiled.names);
  return (variant) => compiled.holds(scopeOf(new Map([...initial, ...Object.entries(variant)]), declared), env);
}

function readsTurn({ names }: CompiledExpression): boolean {
  return names.some((name) => turnOnly.has(name));
}

const turnOnly: ReadonlySet<string> = new Set(turnNames);
