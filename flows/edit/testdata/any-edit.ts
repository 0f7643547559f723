import fc from 'fast-check';
import { BACK, type Flow } from '../../schema/flow';
import { type StateType, stateTypes } from '../../states';
import { addAnswer } from '../add-answer';
import { addState } from '../add-state';
import { alignStates } from '../align-states';
import { changeStateType } from '../change-state-type';
import { confirmTranslation } from '../confirm-translation';
import { connect } from '../connect';
import { copyFragment } from '../copy-fragment';
import { disconnect } from '../disconnect';
import { duplicateStates } from '../duplicate-states';
import { addLanguage, removeLanguage } from '../flow-languages';
import { groupStates, setGroup, toggleGroup, ungroup } from '../groups';
import { insertState } from '../insert-state';
import { moveNotes, moveStates } from '../move-states';
import { moveTransition } from '../move-transition';
import { addNote, removeNotes, setNote } from '../notes';
import { pasteFragment } from '../paste-fragment';
import { removeState } from '../remove-state';
import { removeStates } from '../remove-states';
import { renameState } from '../rename-state';
import { renameVariable } from '../rename-variable';
import { replaceInTexts } from '../replace-in-texts';
import { reroute } from '../reroute';
import { addRule, moveRule, removeRule, setRule } from '../rules';
import { setFlowHead } from '../set-flow-head';
import { setStateData } from '../set-state-data';
import { setConsent, setStateName } from '../set-state-head';
import { setText } from '../set-text';
import { setTransition } from '../set-transition';
import { targetOf, textsOf } from '../texts';
import { tableToTranslations, translationsToTable } from '../translation-table';
import { addVariable, removeVariable, setVariable } from '../variables';

/** Words as people and machines write them: joiners, marks of direction, emoji, marks, quotes, separators, line breaks. */
export const anyWords: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '\u200F',
        '\u202B',
        '\u202C',
        '\u200D',
        '\u200C',
        '👩‍👩‍👧',
        '👍🏽',
        '🇮🇳',
        'ಕ್ಷಿ',
        'கொ',
        'e\u0301',
        'مرحبا',
      ),
      fc.constantFrom('"', "'", ',', ';', '\t', '\n', '=1+1', '@', '\\', '{{ name }}', '\u00A0', '\uFEFF'),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((pieces) => pieces.join(''));

/** What an edit is made with: two numbers that choose, and words. */
type Chance = Readonly<{ one: number; other: number; words: string }>;

export type AnyEdit = Readonly<{ name: string; make: (flow: Flow) => Flow }>;

/** Any edit that there is, on any part of the flow that it is given. */
export const anyEdit: fc.Arbitrary<AnyEdit> = fc
  .record({ index: fc.nat(), one: fc.nat(), other: fc.nat(), words: anyWords })
  .map(({ index, ...chance }) => {
    const [name, edit] = pick(Object.entries(edits), index) ?? ['none', (flow: Flow) => flow];
    return { name, make: (flow) => edit(flow, chance) };
  });

const position = { x: 10, y: 20 };
const types = Object.keys(stateTypes).filter((type): type is StateType => Object.hasOwn(stateTypes, type));

const edits: Readonly<Record<string, (flow: Flow, chance: Chance) => Flow>> = {
  addState: (flow, { one, words }) => addState(flow, { type: pick(types, one) ?? 'say', position, name: words }),
  removeState: (flow, { one }) => removeState(flow, stateOf(flow, one)),
  removeStates: (flow, { one, other }) => removeStates(flow, someStates(flow, one, other)),
  insertState: (flow, { one, other }) =>
    insertState(flow, wayOf(flow, one), { type: pick(types, other) ?? 'say', position }),
  duplicateStates: (flow, { one, other }) => duplicateStates(flow, [stateOf(flow, one), stateOf(flow, other)]),
  renameState: (flow, { one, other }) => renameState(flow, stateOf(flow, one), `renamed_${other % 50}`),
  moveStates: (flow, { one, other }) => moveStates(flow, new Map([[stateOf(flow, one), { x: other % 999, y: 1 }]])),
  alignStates: (flow, { one, other }) =>
    alignStates(flow, someStates(flow, one, other), 'centre', () => ({ width: 280, height: 120 })),
  setStateName: (flow, { one, words }) => setStateName(flow, stateOf(flow, one), words),
  setConsent: (flow, { one, words }) =>
    setConsent(flow, stateOf(flow, one), { status: 'given', purpose: words, noticeVersion: '1' }),
  changeStateType: (flow, { one, other }) => changeStateType(flow, stateOf(flow, one), pick(types, other) ?? 'say'),
  setStateData: (flow, { one, words }) => {
    const state = pick(flow.states, one);
    if (!state) return flow;
    const shorter = withoutFirstItem(state.data);
    return setStateData(flow, state.id, shorter ?? { message: { type: 'text', text: { en: words } } });
  },
  connect: (flow, { one, other, words }) =>
    connect(flow, { from: stateOf(flow, one), outcome: 'next', to: stateOf(flow, other), ...when(one, words) }),
  disconnect: (flow, { one }) => disconnect(flow, [wayOf(flow, one)]),
  reroute: (flow, { one, other }) => reroute(flow, wayOf(flow, one), { to: other % 9 ? stateOf(flow, other) : BACK }),
  rerouteFrom: (flow, { one, other }) =>
    reroute(flow, wayOf(flow, one), { from: { state: stateOf(flow, other), outcome: 'next' } }),
  setTransition: (flow, { one, other, words }) =>
    setTransition(flow, wayOf(flow, one), { condition: other % 2 ? words : '', remember: other % 3 === 0 }),
  moveTransition: (flow, { one, other }) => moveTransition(flow, wayOf(flow, one), other % 2 ? 'up' : 'down'),
  setText: (flow, { one, other, words }) =>
    setText(flow, textOf(flow, one, other), words, other % 3 ? 'person' : 'model'),
  confirmTranslation: (flow, { one, other }) => confirmTranslation(flow, textOf(flow, one, other)),
  replaceInTexts: (flow, { words }) => replaceInTexts(flow, 'property', words),
  importTable: (flow, { one, words }) => {
    const table = translationsToTable(flow, flow.languages);
    const row = 1 + (one % (table.length - 1));
    return tableToTranslations(
      flow,
      table.map((cells, index) => (index === row ? cells.with(-1, words) : cells)),
    ).flow;
  },
  paste: (flow, { one, other }) => {
    const fragment = copyFragment(
      flow,
      someStates(flow, one, other),
      flow.notes.slice(0, 1).map(({ id }) => id),
    );
    return fragment ? pasteFragment(flow, fragment, position).flow : flow;
  },
  addRule: (flow, { one }) =>
    addRule(flow, { id: 'added', intents: ['greet'], action: { type: 'goTo', to: stateOf(flow, one) } }),
  addAnswer: (flow, { one, words }) =>
    addAnswer(flow, { intent: one % 2 ? 'out_of_scope' : 'ask_fees', text: words, language: 'en', names: [] }),
  setRule: (flow, { one, other }) => {
    const rule = pick(flow.rules, one);
    return rule ? setRule(flow, rule.id, { ...rule, id: `rule_${other % 9}`, condition: 'visits > 1' }) : flow;
  },
  removeRule: (flow, { one }) => removeRule(flow, pick(flow.rules, one)?.id ?? ''),
  moveRule: (flow, { one, other }) => moveRule(flow, pick(flow.rules, one)?.id ?? '', other % 2 ? 'up' : 'down'),
  addVariable: (flow, { one }) => addVariable(flow, { name: `added_${one % 9}`, kind: 'number' }),
  setVariable: (flow, { one, words }) => {
    const variable = pick(flow.variables, one);
    return variable ? setVariable(flow, variable.name, { ...variable, description: words }) : flow;
  },
  renameVariable: (flow, { one, other }) =>
    renameVariable(flow, pick(flow.variables, one)?.name ?? '', `renamed_${other % 50}`),
  removeVariable: (flow, { one }) => removeVariable(flow, pick(flow.variables, one)?.name ?? ''),
  setFlowHead: (flow, { one, other, words }) =>
    setFlowHead(flow, { name: words, start: stateOf(flow, one), defaultLanguage: pick(flow.languages, other) ?? 'en' }),
  addLanguage: (flow) => addLanguage(flow, 'mr'),
  removeLanguage: (flow, { one, other }) =>
    removeLanguage(flow, pick(flow.languages, one) ?? '', other % 2 ? 'keep' : 'remove'),
  addNote: (flow, { words }) => addNote(flow, { text: words, position, width: 200, colour: 'blue' }),
  setNote: (flow, { one, words }) => setNote(flow, pick(flow.notes, one)?.id ?? '', { text: words }),
  moveNotes: (flow, { one, other }) =>
    moveNotes(flow, new Map([[pick(flow.notes, one)?.id ?? '', { x: other % 999, y: 0 }]])),
  removeNotes: (flow, { one }) => removeNotes(flow, [pick(flow.notes, one)?.id ?? '']),
  groupStates: (flow, { one, other, words }) => groupStates(flow, someStates(flow, one, other), words),
  setGroup: (flow, { one, other }) =>
    setGroup(flow, pick(flow.groups, one)?.id ?? '', { states: someStates(flow, other, one), colour: 'red' }),
  toggleGroup: (flow, { one }) => toggleGroup(flow, pick(flow.groups, one)?.id ?? ''),
  ungroup: (flow, { one }) => ungroup(flow, pick(flow.groups, one)?.id ?? ''),
};

function pick<T>(items: readonly T[], index: number): T | undefined {
  return items[index % Math.max(1, items.length)];
}

function stateOf(flow: Flow, index: number): string {
  return pick(flow.states, index)?.id ?? '';
}

function someStates(flow: Flow, one: number, other: number): string[] {
  return flow.states.map(({ id }) => id).filter((_, index) => (index + one) % (2 + (other % 9)) === 0);
}

function wayOf(flow: Flow, index: number): string {
  return pick(flow.transitions, index)?.id ?? '';
}

function textOf(flow: Flow, one: number, other: number) {
  const text = pick(textsOf(flow), one);
  const language = pick(flow.languages, other) ?? 'en';
  return text ? targetOf(text, language) : { state: '', path: '', language };
}

function when(one: number, words: string) {
  return one % 2 ? { condition: words } : {};
}

/** The data with the first item of a list gone, as when a wording or a choice is removed. */
function withoutFirstItem(data: object): unknown {
  const list = Object.entries(data).find(([, value]) => Array.isArray(value) && value.length > 1);
  return list ? { ...data, [list[0]]: list[1].slice(1) } : null;
}
