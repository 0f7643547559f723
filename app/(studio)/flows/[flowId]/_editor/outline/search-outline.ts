import { textsOfRule } from '@/flows/check/checked-text';
import type { Flow, FlowRule, FlowState } from '@/flows/schema/flow';
import type { LanguageCode } from '@/flows/schema/language';
import { boundState } from '@/flows/states/bound-state';
import { nameOfState } from '../../../../_flow/name-of-state';
import { plainText } from '../canvas/plain-summary';
import { nameOfRule } from './name-of-rule';

/** What a search came to: the ids, each with the words around the hit, or null where the name itself has it. */
export type Found = Readonly<{
  states: ReadonlyMap<string, string | null>;
  rules: ReadonlyMap<string, string | null>;
  notes: ReadonlySet<string>;
}>;

/** Looks for words in names, ids and the texts of one language; null when nothing is looked for. */
export function searchOutline(flow: Flow, query: string, language: LanguageCode): Found | null {
  const wanted = folded(query.trim());
  if (wanted === '') return null;
  return {
    states: hits(flow.states, (state) => hitInState(state, wanted, language)),
    rules: hits(flow.rules, (rule) => hitInRule(rule, wanted, language)),
    notes: new Set(flow.notes.filter(({ text }) => folded(text).includes(wanted)).map(({ id }) => id)),
  };
}

/** How many things were found. */
export function countFound({ states, rules, notes }: Found): number {
  return states.size + rules.size + notes.size;
}

/** A hit, the words around it; undefined without one. */
type Hit = string | null | undefined;

function hits<T extends Readonly<{ id: string }>>(things: readonly T[], find: (thing: T) => Hit) {
  return new Map(
    things.flatMap((thing): [string, string | null][] => {
      const hit = find(thing);
      return hit === undefined ? [] : [[thing.id, hit]];
    }),
  );
}

function hitInState(state: FlowState, wanted: string, language: LanguageCode): Hit {
  if (isNamed(wanted, nameOfState(state), state.id)) return null;
  return firstHit(textsIn(state, language), wanted);
}

function hitInRule(rule: FlowRule, wanted: string, language: LanguageCode): Hit {
  if (isNamed(wanted, nameOfRule(rule), rule.id, ...rule.intents)) return null;
  return firstHit(
    textsOfRule(rule).map(({ text }) => text[language] ?? ''),
    wanted,
  );
}

function isNamed(wanted: string, ...names: readonly string[]): boolean {
  return names.some((name) => folded(name).includes(wanted) || folded(name.replaceAll('_', ' ')).includes(wanted));
}

function firstHit(texts: readonly string[], wanted: string): Hit {
  const text = texts.find((candidate) => folded(candidate).includes(wanted));
  return text === undefined ? undefined : around(text, wanted);
}

const BEFORE = 24;
const LONGEST = 120;

/** The part of a long text in which the words stand. */
function around(text: string, wanted: string): string {
  const plain = plainText(text).replace(/\s+/g, ' ');
  const at = folded(plain).indexOf(wanted);
  if (at <= BEFORE) return plain.slice(0, LONGEST);
  const start = plain.lastIndexOf(' ', at - BEFORE / 2) + 1;
  return `… ${plain.slice(start, start + LONGEST)}`;
}

const texts = new WeakMap<FlowState, Map<LanguageCode, readonly string[]>>();

/** States never change, so the texts of each are gathered once. */
function textsIn(state: FlowState, language: LanguageCode): readonly string[] {
  const known = texts.get(state) ?? new Map<LanguageCode, readonly string[]>();
  texts.set(state, known);
  const gathered = known.get(language) ?? boundState(state).texts.map(({ text }) => text[language] ?? '');
  known.set(language, gathered);
  return gathered;
}

function folded(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
