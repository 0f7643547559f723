import { fingerprint } from '../schema/fingerprint';
import type { Flow, TranslationSource } from '../schema/flow';
import type { LanguageCode } from '../schema/language';
import { entryOf, sameJson } from './same-json';

/** After texts were put back: what their translations were made from is again what it was in `earlier`, key by key. */
export function restoreSources(flow: Flow, earlier: Flow, isRestored: (key: string) => boolean): Flow {
  const kept = Object.entries(flow.translatedFrom).filter(([key]) => !isRestored(key));
  const back = Object.entries(earlier.translatedFrom).filter(([key]) => isRestored(key));
  return withSources(flow, Object.fromEntries([...kept, ...back]));
}

/**
 * After one language of one text was put back. With the flow's own language every translation that is still the same has
 * its source again; a translation alone keeps what it was made from, so that it is stale where its original has changed.
 */
export function restoreSource(flow: Flow, earlier: Flow, key: string, language: LanguageCode): Flow {
  const [is, was] = [textOf(flow, key), textOf(earlier, key)];
  const own = flow.defaultLanguage;
  const restored =
    language === own ? Object.keys({ ...is, ...was }).filter((code) => is[code] === was[code]) : [language];
  const sources = { ...flow.translatedFrom[key] };
  for (const code of restored) {
    const source = earlier.translatedFrom[key]?.[code] ?? unrecorded(is, was, code, own);
    if (source === undefined) delete sources[code];
    else sources[code] = source;
  }
  const { [key]: _replaced, ...others } = flow.translatedFrom;
  return withSources(flow, Object.keys(sources).length > 0 ? { ...others, [key]: sources } : others);
}

type Text = Readonly<Record<LanguageCode, unknown>>;

/** A translation without a record counts as made from the text beside it: recorded as soon as that is another one. */
function unrecorded(is: Text, was: Text, language: LanguageCode, own: LanguageCode): TranslationSource | undefined {
  const original = was[own];
  if (language === own || !is[language] || typeof original !== 'string' || original === is[own]) return undefined;
  return fingerprint(original);
}

/** The text that a key of `translatedFrom` is about, in all its languages. */
function textOf({ states, rules }: Flow, key: string): Text {
  const [owner = '', ...rest] = key.split('/');
  const root = owner.startsWith('rule:')
    ? rules.find(({ id }) => `rule:${id}` === owner)
    : states.find(({ id }) => id === owner)?.data;
  const found = rest.join('/').split('.').reduce<unknown>(entryOf, root);
  return typeof found === 'object' && found !== null ? { ...found } : {};
}

function withSources(flow: Flow, translatedFrom: Flow['translatedFrom']): Flow {
  return sameJson(flow.translatedFrom, translatedFrom) ? flow : { ...flow, translatedFrom };
}
