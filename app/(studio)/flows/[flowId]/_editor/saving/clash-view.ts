import { words } from '@/app/_words/en';
import type { FlowClash } from '@/flows/edit/merge-flows';
import type { Flow } from '@/flows/schema/flow';
import type { LanguageCode } from '@/flows/schema/language';
import { languageName } from '@/flows/schema/language-name';
import { nameOfState } from '../../../../_flow/name-of-state';

const texts = words.editor.conflict;

/** A clash as it is shown: what it is about, and the three sides of it as text. */
export type ClashView = Readonly<{
  id: string;
  clash: FlowClash;
  what: string;
  /** Of the texts; null where the sides are no customer texts. */
  language: LanguageCode | null;
  base: string | undefined;
  mine: string | undefined;
  theirs: string | undefined;
}>;

export type ClashGroup = Readonly<{ owner: string; clashes: readonly ClashView[] }>;

/** The clashes state by state, in the order of the flow. */
export function groupClashes(clashes: readonly FlowClash[], flow: Flow): readonly ClashGroup[] {
  const groups = new Map<string, ClashView[]>();
  for (const clash of clashes) {
    const owner = ownerOf(clash, flow);
    const known = groups.get(owner);
    if (known) known.push(viewOf(clash, flow));
    else groups.set(owner, [viewOf(clash, flow)]);
  }
  return [...groups].map(([owner, views]) => ({ owner, clashes: views }));
}

/** What a clash is known by while the sheet is open, also when it is found again. */
export function idOfClash({ list, path }: FlowClash): string {
  return JSON.stringify([list, ...path]);
}

function ownerOf({ list, path: [id = ''] }: FlowClash, flow: Flow): string {
  if (list === null) return texts.whole;
  if (list === 'states') return nameOfState(flow.states.find((state) => state.id === id) ?? { id });
  if (list === 'rules') return texts.rule(flow.rules.find((rule) => rule.id === id)?.name ?? id);
  if (list === 'transitions') {
    const way = flow.transitions.find((transition) => transition.id === id);
    return way ? nameOfState(flow.states.find((state) => state.id === way.from) ?? { id: way.from }) : id;
  }
  return texts.lists[list](id);
}

function viewOf(clash: FlowClash, flow: Flow): ClashView {
  const { base, mine, theirs, path } = clash;
  const [, ...afterId] = path;
  const inner = clash.list === null ? path : afterId[0] === 'data' ? afterId.slice(1) : afterId;
  const last = inner.at(-1) ?? '';
  const language = flow.languages.includes(last) && [mine, theirs].some(isText) ? last : null;
  return {
    id: idOfClash(clash),
    clash,
    what: whatOf(clash, language === null ? inner : inner.slice(0, -1), language),
    language,
    base: shown(base),
    mine: shown(mine),
    theirs: shown(theirs),
  };
}

function whatOf({ list }: FlowClash, path: readonly string[], language: LanguageCode | null): string {
  const name = path.join('.');
  if (language !== null) return texts.textOf(languageName(language), name);
  if (list === 'transitions') return texts.transition(name);
  return name === '' ? texts.all : name;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function shown(value: unknown): string | undefined {
  if (value === undefined || isText(value)) return value;
  return JSON.stringify(value, null, 2);
}
