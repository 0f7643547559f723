import type { IssuePlace } from '@/flows/schema/flow-issue';
import type { JsonPath } from './locate-path';

/**
 * The path into a document that an issue's place names, as far as the document has it. Of two items with one id, the last:
 * it is the one to be renamed.
 */
export function pathOfPlace(document: unknown, { state, transition, rule, path = '' }: IssuePlace): JsonPath {
  const parts = path === '' ? [] : path.split('.');
  if (transition !== undefined) return inItem(document, 'transitions', transition, parts);
  if (rule !== undefined) return inItem(document, 'rules', rule, parts);
  return state === undefined ? follow(document, parts) : inItem(document, 'states', state, parts);
}

function inItem(document: unknown, list: string, id: string, parts: readonly string[]): JsonPath {
  const items = entry(document, list);
  if (!Array.isArray(items)) return [];
  const index = items.findLastIndex((item) => entry(item, 'id') === id);
  if (index === -1) return [list];
  if (parts.length === 0) return [list, index];
  const here = follow(items[index], parts);
  if (list !== 'states') return [list, index, ...here];
  // Inside a state a path means its data; only what the data has no word for is about the state itself.
  const inData = follow(entry(items[index], 'data'), parts);
  return [list, index, ...(here.length > inData.length ? here : ['data', ...inData])];
}

/** A name may have dots in it, so the shortest that is there is taken at each step. */
function follow(value: unknown, parts: readonly string[]): string[] {
  for (let length = 1; length <= parts.length; length += 1) {
    const name = parts.slice(0, length).join('.');
    if (entry(value, name) !== undefined) return [name, ...follow(entry(value, name), parts.slice(length))];
  }
  return [];
}

function entry(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}
