import { textsOfRule } from '../check/checked-text';
import { fingerprint } from '../schema/fingerprint';
import { type Flow, type FlowRule, type FlowState, flowRule, flowState } from '../schema/flow';
import type { LanguageCode } from '../schema/language';
import { stateTypes } from '../states';
import { groupBy } from './group-by';
import { textAt, withTextAt } from './text-at';
import { TranslationRecords, withOriginalChanged, withTranslation } from './translation-records';

/** Which text: of a state (`path` inside its data) or of a rule, as the checks name it. */
export type TextTarget = Readonly<{ path: string; language: LanguageCode }> &
  (Readonly<{ state: string }> | Readonly<{ rule: string }>);

/** Who wrote a text: what a model drafted is marked until a person writes it, changed or not. */
export type TextAuthor = 'person' | 'model';

/** `madeFrom` is the fingerprint of what a translation was made from; absent: the original as it stands. */
export type TextChange = Readonly<{ target: TextTarget; text: string; author?: TextAuthor; madeFrom?: string }>;

/**
 * Writes one language of one text. Changing the flow's own language makes the translations stale; writing a translation,
 * also the same one again, says that it fits the text as it stands. A place that holds no text returns the flow itself.
 */
export function setText(flow: Flow, target: TextTarget, text: string, author: TextAuthor = 'person'): Flow {
  return setTexts(flow, [{ target, text, author }]);
}

/** Writes many texts, one after the other; those whose place holds no text are left out. Fast for thousands. */
export function setTexts(flow: Flow, changes: readonly TextChange[]): Flow {
  const records = new TranslationRecords(flow);
  const byOwner = groupBy(changes, ({ target }) => ownerOf(target));
  const states = written(flow.states, ({ id }) => byOwner.get(id), stateOwner, flow.defaultLanguage, records);
  const rules = written(flow.rules, ({ id }) => byOwner.get(`rule:${id}`), ruleOwner, flow.defaultLanguage, records);
  const translatedFrom = records.all();
  if (states === flow.states && rules === flow.rules && translatedFrom === flow.translatedFrom) return flow;
  return { ...flow, states, rules, translatedFrom };
}

function ownerOf(target: TextTarget): string {
  return 'state' in target ? target.state : `rule:${target.rule}`;
}

/** How the texts of a state or a rule are reached; `rebuilt` is null when the schema refuses it. */
type Owner<T> = Readonly<{
  keyOf: (item: T) => string;
  rootOf: (item: T) => unknown;
  rebuilt: (item: T, root: unknown) => T | null;
  pathsOf: (item: T) => readonly string[];
}>;

const stateOwner: Owner<FlowState> = {
  keyOf: ({ id }) => id,
  rootOf: ({ data }) => data,
  rebuilt: (state, data) => flowState.safeParse({ ...state, data }).data ?? null,
  pathsOf: ({ type, data }) => stateTypes[type].bind(data).texts.map(({ path }) => path),
};

const ruleOwner: Owner<FlowRule> = {
  keyOf: ({ id }) => `rule:${id}`,
  rootOf: (rule) => rule,
  rebuilt: (_rule, root) => flowRule.safeParse(root).data ?? null,
  pathsOf: (rule) => textsOfRule(rule).map(({ path }) => path),
};

function written<T>(
  items: T[],
  changesOf: (item: T) => readonly TextChange[] | undefined,
  owner: Owner<T>,
  defaultLanguage: LanguageCode,
  records: TranslationRecords,
): T[] {
  let isChanged = false;
  const all = items.map((item) => {
    const changes = changesOf(item);
    if (!changes) return item;
    const together = rewritten(item, changes, owner);
    const fitting = together ? changes : changes.filter((change) => rewritten(item, [change], owner));
    const result = together ?? rewritten(item, fitting, owner);
    if (!result) return item;
    noteSources(owner.rootOf(item), owner.keyOf(item), fitting, defaultLanguage, records);
    isChanged ||= result !== item;
    return result;
  });
  return isChanged ? all : items;
}

/** The item itself when it reads so already; null when one of the places holds no text. */
function rewritten<T>(item: T, changes: readonly TextChange[], owner: Owner<T>): T | null {
  const root = owner.rootOf(item);
  const paths = new Set(owner.pathsOf(item));
  const isThere = ({ target, text }: TextChange) =>
    paths.has(target.path) && textAt(root, target.path).get(target.language) === text;
  if (changes.every(isThere)) return item;
  const rebuilt = owner.rebuilt(item, changes.reduce<unknown>(withChange, root));
  if (!rebuilt) return null;
  const places = new Set(owner.pathsOf(rebuilt));
  return changes.every(({ target }) => places.has(target.path)) ? rebuilt : null;
}

function noteSources(
  root: unknown,
  owner: string,
  changes: readonly TextChange[],
  defaultLanguage: LanguageCode,
  records: TranslationRecords,
): void {
  let current = root;
  for (const change of changes) {
    const { target, text, author, madeFrom } = change;
    const key = `${owner}/${target.path}`;
    const before = textAt(current, target.path);
    const original = before.get(defaultLanguage) ?? '';
    if (target.language !== defaultLanguage) {
      const made = madeFrom ?? fingerprint(original);
      const source = author === 'model' ? ({ fingerprint: made, draftedBy: 'model' } as const) : made;
      records.set(key, withTranslation(records.of(key), target.language, text, source));
    } else if (text !== original) {
      records.set(key, withOriginalChanged(records.of(key), defaultLanguage, before));
    }
    current = withChange(current, change);
  }
}

function withChange(root: unknown, { target, text }: TextChange): unknown {
  return withTextAt(root, target.path, target.language, text);
}
