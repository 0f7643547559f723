import { checkedStates } from '../check/checked-state';
import { type CheckedText, textsOfRule, textsOfState } from '../check/checked-text';
import type { Flow, FlowRule, FlowState, FlowVariable, Transition } from '../schema/flow';
import type { IssuePlace } from '../schema/flow-issue';
import { languageName } from '../schema/language-name';
import { stateTypes } from '../states';
import { changedPaths } from './changed-paths';
import { diffCanvas } from './diff-canvas';
import { changed, diffItems, diffOrder, type FlowChange, isOrderChanged, wordsOf } from './flow-change';
import { placeOfItem, topOf } from './flow-lists';
import { sameJson } from './same-json';

export type { FlowChange };

/** What is different in the later flow, in sentences for its owner: the flow, its rules, its states, its transitions. */
export function diffFlows(before: Flow, after: Flow): FlowChange[] {
  return [
    ...diffTop(before, after),
    ...diffVariables(before, after),
    ...diffItems(before.rules, after.rules, (id) => ({ rule: id }), 'flow-wide rule', changesOfRule),
    ...diffItems(before.states, after.states, (id) => ({ state: id }), 'state', changesOfState),
    ...diffTransitions(before, after),
    ...diffConfirmations(before, after),
    ...diffCanvas(before, after),
  ];
}

function diffTop(before: Flow, after: Flow): FlowChange[] {
  const changes = changedPaths(headOf(before), headOf(after)).map(({ path, was, is }) => {
    const name = path.join('.');
    return changed({ path: name }, `\`${name}\` ${wordsOf(was, is)}.`);
  });
  return [...changes, ...diffOrder(before.rules, after.rules, 'flow-wide rules')];
}

function headOf(flow: Flow): object {
  const { translatedFrom: _told, ...head } = topOf(flow);
  return head;
}

function diffVariables(before: Flow, after: Flow): FlowChange[] {
  const asItem = (variable: FlowVariable) => ({ ...variable, id: variable.name });
  const [were, are] = [before.variables.map(asItem), after.variables.map(asItem)];
  const placeOf = (id: string) => placeOfItem('variables', id);
  return [
    ...diffItems(were, are, placeOf, 'variable', (was, is) =>
      changedPaths(was, is).map((change) =>
        changed(
          { path: `variables.${is.id}.${change.path.join('.')}` },
          `In the variable \`${is.id}\`, \`${change.path.join('.')}\` ${wordsOf(change.was, change.is)}.`,
        ),
      ),
    ),
    ...diffOrder(were, are, 'variables'),
  ];
}

/** Translations that were confirmed, while text and translation stayed as they were. */
function diffConfirmations(before: Flow, after: Flow): FlowChange[] {
  const changes = changedPaths(before.translatedFrom, after.translatedFrom);
  if (changes.length === 0) return [];
  const were = textsByKey(before);
  return [...textsByKey(after)].flatMap(([key, { place, text }]): FlowChange[] => {
    const [was, is] = [before.translatedFrom[key], after.translatedFrom[key]];
    if (sameJson(was, is) || !sameJson(were.get(key)?.text, text)) return [];
    const names = changedPaths(was ?? {}, is ?? {}).map(({ path: [language = ''] }) => languageName(language));
    const owner = place.rule ?? place.state ?? '';
    return [
      changed(place, `In \`${owner}\`, \`${place.path}\` in ${names.join(', ')} was compared with its original.`),
    ];
  });
}

function textsByKey(flow: Flow): ReadonlyMap<string, CheckedText> {
  const texts = [...[...checkedStates(flow).values()].flatMap(textsOfState), ...flow.rules.flatMap(textsOfRule)];
  return new Map(texts.map((text) => [text.key, text]));
}

function changesOfState(was: FlowState, is: FlowState): FlowChange[] {
  if (was === is) return [];
  const texts = new Set(
    [was, is].flatMap((state) => stateTypes[state.type].bind(state.data).texts.map(({ path }) => path)),
  );
  const { position: from, data: dataWas, ...restWas } = was;
  const { position: to, data: dataIs, ...restIs } = is;
  const moved: FlowChange[] = sameJson(from, to)
    ? []
    : [{ kind: 'moved', place: { state: is.id }, message: `\`${is.id}\` was moved on the canvas.` }];
  return [
    ...moved,
    ...sentencesFor(changedPaths(restWas, restIs), { state: is.id }, new Set()),
    ...sentencesFor(changedPaths(dataWas, dataIs), { state: is.id }, texts),
  ];
}

function changesOfRule(was: FlowRule, is: FlowRule): FlowChange[] {
  const texts = new Set([was, is].flatMap((rule) => textsOfRule(rule).map(({ path }) => path)));
  return sentencesFor(changedPaths(was, is), { rule: is.id }, texts);
}

function sentencesFor(
  changes: ReturnType<typeof changedPaths>,
  owner: IssuePlace,
  texts: ReadonlySet<string>,
): FlowChange[] {
  const name = owner.rule ?? owner.state ?? '';
  return changes.map(({ path, was, is }) => {
    const inner = path.join('.');
    const textPath = path.slice(0, -1).join('.');
    const language = path.at(-1) ?? '';
    if (!texts.has(textPath))
      return changed({ ...owner, path: inner }, `In \`${name}\`, \`${inner}\` ${wordsOf(was, is)}.`);
    const what = was === undefined ? 'was added' : is === undefined ? 'was removed' : 'changed';
    return changed(
      { ...owner, path: textPath, language },
      `In \`${name}\`, the ${languageName(language)} text of \`${textPath}\` ${what}.`,
    );
  });
}

function diffTransitions(before: Flow, after: Flow): FlowChange[] {
  const changes = diffItems(
    before.transitions,
    after.transitions,
    (id) => ({ transition: id }),
    'transition',
    (was, is) => (sameJson(was, is) ? [] : [changed({ state: is.from, transition: is.id }, changedWay(was, is))]),
  ).map((change) => (change.kind === 'changed' ? change : withWay(change, before, after)));
  const order = isOrderChanged(before.transitions, after.transitions);
  return order ? [...changes, changed({}, 'The order in which transitions are tried changed.')] : changes;
}

function withWay(change: FlowChange, before: Flow, after: Flow): FlowChange {
  const { transitions } = change.kind === 'added' ? after : before;
  const way = transitions.find(({ id }) => id === change.place.transition);
  if (!way) return change;
  const verb = change.kind === 'added' ? 'now leads' : 'no longer leads';
  const message = `From \`${way.from}\`, \`${way.outcome}\` ${verb} to \`${way.to}\`${when(way)}.`;
  return { ...change, place: { state: way.from, transition: way.id }, message };
}

function changedWay(was: Transition, is: Transition): string {
  if (was.from !== is.from || was.outcome !== is.outcome || was.to !== is.to) {
    return `From \`${is.from}\`, \`${is.outcome}\` now leads to \`${is.to}\`${when(is)}; it was \`${was.from}\`, \`${was.outcome}\` to \`${was.to}\`.`;
  }
  const what =
    was.condition !== is.condition ? `now leads on${when(is) || ' in any case'}` : 'now comes back differently';
  return `From \`${is.from}\`, \`${is.outcome}\` to \`${is.to}\` ${what}.`;
}

function when({ condition }: Transition): string {
  return condition ? ` when \`${condition}\`` : '';
}
