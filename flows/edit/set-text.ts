import { textsOfRule } from '../check/checked-text';
import { fingerprint } from '../schema/fingerprint';
import { type Flow, flowRule, flowState, type TranslationSource } from '../schema/flow';
import type { LanguageCode } from '../schema/language';
import { stateTypes } from '../states';
import { entryOf } from './same-json';

/** Which text: of a state (`path` inside its data) or of a rule, as the checks name it. */
export type TextTarget = Readonly<{ path: string; language: LanguageCode }> &
  (Readonly<{ state: string }> | Readonly<{ rule: string }>);

/** Who wrote a text: what a model drafted is marked until a person writes it, changed or not. */
export type TextAuthor = 'person' | 'model';

/**
 * Writes one language of one text. Changing the flow's own language makes the translations stale; writing a translation,
 * also the same one again, says that it fits the text as it stands. A place that holds no text returns the flow itself.
 */
export function setText(flow: Flow, target: TextTarget, text: string, author: TextAuthor = 'person'): Flow {
  return 'state' in target ? setStateText(flow, target, text, author) : setRuleText(flow, target, text, author);
}

function setStateText(
  flow: Flow,
  { state: id, path, language }: TextTarget & { state: string },
  text: string,
  author: TextAuthor,
): Flow {
  const state = flow.states.find((other) => other.id === id);
  if (!state) return flow;
  const keys = path.split('.');
  const changed = flowState.safeParse({ ...state, data: withText(state.data, keys, language, text) });
  if (!changed.success) return flow;
  const { texts } = stateTypes[changed.data.type].bind(changed.data.data);
  if (!texts.some((place) => place.path === path)) return flow;
  const states = flow.states.map((other) => (other === state ? changed.data : other));
  return withFingerprints({ ...flow, states }, `${id}/${path}`, textAt(state.data, keys), { language, text, author });
}

function setRuleText(
  flow: Flow,
  { rule: id, path, language }: TextTarget & { rule: string },
  text: string,
  author: TextAuthor,
): Flow {
  const rule = flow.rules.find((other) => other.id === id);
  if (!rule) return flow;
  const keys = path.split('.');
  const changed = flowRule.safeParse(withText(rule, keys, language, text));
  if (!changed.success || !textsOfRule(changed.data).some((place) => place.path === path)) return flow;
  const rules = flow.rules.map((other) => (other === rule ? changed.data : other));
  return withFingerprints({ ...flow, rules }, `rule:${id}/${path}`, textAt(rule, keys), { language, text, author });
}

function withFingerprints(
  flow: Flow,
  key: string,
  before: ReadonlyMap<LanguageCode, string>,
  { language, text, author }: Readonly<{ language: LanguageCode; text: string; author: TextAuthor }>,
): Flow {
  const original = before.get(flow.defaultLanguage) ?? '';
  const record = { ...flow.translatedFrom[key] };
  if (language !== flow.defaultLanguage) {
    if (text === '') delete record[language];
    else record[language] = sourceOf(original, author);
  } else if (text !== original) {
    // A translation without a record was made from the text that is being replaced.
    for (const [other, translation] of before) {
      if (other !== language && translation !== '') record[other] ??= fingerprint(original);
    }
  }
  const { [key]: _replaced, ...others } = flow.translatedFrom;
  return { ...flow, translatedFrom: Object.keys(record).length > 0 ? { ...others, [key]: record } : others };
}

function sourceOf(original: string, author: TextAuthor): TranslationSource {
  const made = fingerprint(original);
  return author === 'model' ? { fingerprint: made, draftedBy: 'model' } : made;
}

/** The languages of the text that stands at a path; none where an optional text is not there yet. */
function textAt(root: unknown, keys: readonly string[]): ReadonlyMap<LanguageCode, string> {
  const found = keys.reduce<unknown>(entryOf, root);
  if (typeof found !== 'object' || found === null) return new Map();
  return new Map(
    Object.entries(found).flatMap(([language, text]) => (typeof text === 'string' ? [[language, text]] : [])),
  );
}

function withText(root: unknown, keys: readonly string[], language: LanguageCode, text: string): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return typeof root === 'object' ? { ...root, [language]: text } : { [language]: text };
  if (Array.isArray(root)) {
    return root.map((item, index) => (String(index) === key ? withText(item, rest, language, text) : item));
  }
  if (typeof root !== 'object' || root === null) return root;
  return { ...root, [key]: withText(entryOf(root, key), rest, language, text) };
}
