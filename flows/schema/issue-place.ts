import type { IssuePlace } from './flow-issue';

type Path = readonly PropertyKey[];

/** An issue's place from a path into the document: the index of a state, transition or rule becomes its id. */
export function placeOf(path: Path, document: unknown): IssuePlace {
  const [collection, index, ...rest] = path;
  const owner = ownerOf(path, document);
  if (owner === null || typeof index !== 'number') return path.length === 0 ? {} : { path: dotted(path) };
  const inner = collection === 'states' && rest[0] === 'data' ? rest.slice(1) : rest;
  return { [owner.kind]: owner.id, ...(inner.length > 0 ? { path: dotted(inner) } : {}) };
}

/** The place for a sentence: "state qualifying, message.text"; empty for the document as a whole. */
export function wordsOfPlace(path: Path, document: unknown): string {
  const { path: inner, ...owner } = placeOf(path, document);
  const [kind, id] = Object.entries(owner)[0] ?? [];
  return [...(kind === undefined ? [] : [`${kind} ${id}`]), ...(inner === undefined ? [] : [inner])].join(', ');
}

const kinds: ReadonlyMap<PropertyKey, 'state' | 'transition' | 'rule'> = new Map([
  ['states', 'state'],
  ['transitions', 'transition'],
  ['rules', 'rule'],
] as const);

function ownerOf([collection, index]: Path, document: unknown): { kind: string; id: string } | null {
  const kind = collection === undefined ? undefined : kinds.get(collection);
  if (kind === undefined || typeof index !== 'number' || collection === undefined) return null;
  const id = entry(entry(entry(document, collection), index), 'id');
  return typeof id === 'string' && id !== '' ? { kind, id: id.slice(0, 100) } : null;
}

function entry(value: unknown, key: PropertyKey): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return Object.getOwnPropertyDescriptor(value, key)?.value;
}

function dotted(path: Path): string {
  return path.map(String).join('.').slice(0, 300);
}
