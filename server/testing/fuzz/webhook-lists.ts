import { type Json, phoneNumberIds } from './webhook-fixtures';

/** A list in a webhook of which every element must come out as an event or be counted as skipped. */
export type WebhookList = { readonly name: 'messages' | 'statuses'; readonly list: Json[] };

/**
 * The lists of an entry that are about our numbers. Written apart from the parser and without its tools, so that one checks
 * the other.
 */
export function ourLists(entry: Json): WebhookList[] {
  return listOf(entry, 'changes').flatMap((change) => {
    const isMessages = (wordOf(child(change, 'field')) ?? 'messages') === 'messages';
    const value = child(change, 'value');
    const number = wordOf(child(child(value, 'metadata'), 'phone_number_id'));
    const isOurs = number === undefined || phoneNumberIds.some((id) => id === number);
    if (!isMessages || !isOurs) return [];
    return [
      { name: 'messages' as const, list: listOf(value, 'messages') },
      { name: 'statuses' as const, list: listOf(value, 'statuses') },
    ].filter(({ list }) => list.length > 0);
  });
}

/** The entries of a whole webhook. */
export function entriesOf(webhook: Json): Json[] {
  return listOf(webhook, 'entry');
}

function listOf(holder: Json | undefined, key: string): Json[] {
  const list = child(holder, key);
  return Array.isArray(list) ? list : [];
}

function child(holder: Json | undefined, key: string): Json | undefined {
  const isObject = typeof holder === 'object' && holder !== null && !Array.isArray(holder);
  return isObject && Object.hasOwn(holder, key) ? holder[key] : undefined;
}

/** A short word, where a number counts as one, and one of nothing but NUL as none; so does what is too large a number. */
function wordOf(value: Json | undefined): string | undefined {
  if (typeof value !== 'string' && !Number.isFinite(value)) return undefined;
  const word = String(value).slice(0, 1024).replaceAll('\u0000', '');
  return word === '' ? undefined : word;
}
