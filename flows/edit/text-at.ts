import type { LanguageCode } from '../schema/language';
import { entryOf } from './same-json';

/** The languages of the text that stands at a path; none where an optional text is not there yet. */
export function textAt(root: unknown, path: string): ReadonlyMap<LanguageCode, string> {
  const found = path.split('.').reduce<unknown>(entryOf, root);
  if (typeof found !== 'object' || found === null) return new Map();
  return new Map(
    Object.entries(found).flatMap(([language, text]) => (typeof text === 'string' ? [[language, text]] : [])),
  );
}

/** The same value with one language of the text at a path written, which may be a text that was not there. */
export function withTextAt(root: unknown, path: string, language: LanguageCode, text: string): unknown {
  return withText(root, path.split('.'), language, text);
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

/** The same value without one language of the text at a path. */
export function withoutTextAt(root: unknown, path: string, language: LanguageCode): unknown {
  return without(root, path.split('.'), language);
}

function without(root: unknown, keys: readonly string[], language: LanguageCode): unknown {
  const [key, ...rest] = keys;
  if (typeof root !== 'object' || root === null) return root;
  if (key === undefined) return Object.fromEntries(Object.entries(root).filter(([name]) => name !== language));
  if (Array.isArray(root)) {
    return root.map((item, index) => (String(index) === key ? without(item, rest, language) : item));
  }
  return { ...root, [key]: without(entryOf(root, key), rest, language) };
}
