import { type FlowIssue, flowError } from './flow-issue';
import { placeOf, wordsOfPlace } from './issue-place';
import type { Json } from './json';
import { LARGEST_DOCUMENT_BYTES } from './read-json';

const DEEPEST = 64;
const MOST_VALUES = 1_000_000;

/** Names that reach an object's prototype in careless code; no document needs them. */
const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

export type PlainCopy = Readonly<{ ok: true; document: Json }> | Readonly<{ ok: false; issue: FlowIssue }>;

/**
 * Copies a value as plain JSON, within limits of depth and size (which end a cycle too), and refuses names that could
 * pollute a prototype, with their place. What is absent (`undefined`) stays absent.
 */
export function copyPlain(value: unknown): PlainCopy {
  const copier = new Copier(value);
  const document = copier.copy(value, []);
  return copier.issue ? { ok: false, issue: copier.issue } : { ok: true, document };
}

class Copier {
  issue: FlowIssue | null = null;
  private values = 0;
  private characters = 0;

  constructor(private readonly root: unknown) {}

  copy(value: unknown, path: readonly (string | number)[]): Json {
    this.values += 1;
    if (typeof value === 'string') this.characters += value.length;
    if (this.values > MOST_VALUES || this.characters > LARGEST_DOCUMENT_BYTES) {
      return this.refuse('document.too_large', {}, 'The document is larger than 5 MB.', 'Split it into subflows.');
    }
    if (path.length > DEEPEST) {
      const message = `The document is nested deeper than ${DEEPEST} levels${this.at(path.slice(0, 4))}.`;
      return this.refuse('document.too_deep', placeOf(path, this.root), message, 'Flatten it; no flow is that deep.');
    }
    if (value === null || typeof value === 'boolean' || typeof value === 'string' || typeof value === 'number') {
      return value;
    }
    if (Array.isArray(value)) return this.copyArray(value, path);
    if (typeof value === 'object') return this.copyObject(value, path);
    const message = `The document has a ${typeof value}${this.at(path)}, which is no JSON.`;
    return this.refuse('document.unreadable', placeOf(path, this.root), message, 'Give a plain JSON document.');
  }

  private copyArray(items: readonly unknown[], path: readonly (string | number)[]): Json {
    const copied: Json[] = [];
    for (let index = 0; index < items.length && !this.issue; index += 1) {
      copied.push(this.copy(items[index], [...path, index]));
    }
    return copied;
  }

  private copyObject(entries: object, path: readonly (string | number)[]): Json {
    const copied: { [key: string]: Json } = {};
    for (const [key, value] of Object.entries(entries)) {
      if (this.issue) break;
      this.characters += key.length;
      if (forbiddenKeys.has(key)) {
        const message = `The name "${key}" is not allowed${this.at(path)}.`;
        return this.refuse('document.forbidden_key', placeOf([...path, key], this.root), message, 'Remove this entry.');
      }
      if (value !== undefined) copied[key] = this.copy(value, [...path, key]);
    }
    return copied;
  }

  private at(path: readonly (string | number)[]): string {
    const words = wordsOfPlace(path, this.root);
    return words === '' ? '' : ` (${words})`;
  }

  private refuse(code: string, place: FlowIssue['place'], message: string, fix: string): null {
    this.issue ??= flowError(code, place, message, fix);
    return null;
  }
}
