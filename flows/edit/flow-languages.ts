import { type Flow, flowRule, flowState } from '../schema/flow';
import { type LanguageCode, languageCode } from '../schema/language';
import { groupBy } from './group-by';
import { withoutTextAt } from './text-at';
import { textsOf } from './texts';

/** Adds a language, as the last; its texts are missing until they are written. */
export function addLanguage(flow: Flow, language: LanguageCode): Flow {
  if (flow.languages.includes(language) || !languageCode.safeParse(language).success) return flow;
  return { ...flow, languages: [...flow.languages, language] };
}

/**
 * Takes a language away. Its texts are kept for when it comes back, or removed when that is wanted. The flow's own
 * language stays.
 */
export function removeLanguage(flow: Flow, language: LanguageCode, texts: 'keep' | 'remove' = 'keep'): Flow {
  if (!flow.languages.includes(language) || language === flow.defaultLanguage) return flow;
  const left = { ...flow, languages: flow.languages.filter((other) => other !== language) };
  return texts === 'keep' ? left : withoutTexts(left, language);
}

function withoutTexts(flow: Flow, language: LanguageCode): Flow {
  const written = textsOf(flow).filter(({ text }) => Object.hasOwn(text, language));
  const byOwner = groupBy(written, ({ place }) => place.state ?? `rule:${place.rule}`);
  const pathsOf = (owner: string): readonly string[] => (byOwner.get(owner) ?? []).map(({ path }) => path);
  const strip = (root: unknown, paths: readonly string[]): unknown =>
    paths.reduce((rest, path) => withoutTextAt(rest, path, language), root);
  const records = Object.entries(flow.translatedFrom).flatMap(([key, { [language]: _gone, ...record }]) =>
    Object.keys(record).length > 0 ? [[key, record] as const] : [],
  );
  return {
    ...flow,
    states: flow.states.map((state) => {
      const paths = pathsOf(state.id);
      return paths.length === 0 ? state : flowState.parse({ ...state, data: strip(state.data, paths) });
    }),
    rules: flow.rules.map((rule) => {
      const paths = pathsOf(`rule:${rule.id}`);
      return paths.length === 0 ? rule : flowRule.parse(strip(rule, paths));
    }),
    translatedFrom: Object.fromEntries(records),
  };
}
