import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { FLOW_SCHEMA_VERSION } from '../flow';
import type { Json } from '../json';
import { parseFlow } from '../parse-flow';
import { migrations } from '.';
import { migrate } from './migrate';

const versions = Array.from({ length: FLOW_SCHEMA_VERSION }, (_, version) => version);

describe.each(versions)('a document of version %d', (version) => {
  const document: Json = JSON.parse(read(`from-${version}.json`));

  it('becomes what was agreed, by every migration on the way, each run once and in order', () => {
    const ran: number[] = [];
    const watched = new Map(
      [...migrations].map(([from, migration]) => [
        from,
        (given: Parameters<typeof migration>[0]) => {
          ran.push(from);
          return migration(given);
        },
      ]),
    );
    const migrated = migrate(document, watched);
    const expected = versions.slice(version);
    expect(ran).toEqual(expected);
    expect(migrated).toEqual({
      ok: true,
      applied: expected,
      document: JSON.parse(read(`from-${version}.expected.json`)),
    });
  });

  it('is a flow afterwards', () => {
    expect(parseFlow(document)).toMatchObject({ ok: true });
  });

  it('is not changed by being read', () => {
    const before = JSON.stringify(document);
    migrate(document);
    expect(JSON.stringify(document)).toBe(before);
  });
});

it('has a migration for each earlier version, and none for others', () => {
  expect([...migrations.keys()]).toEqual(versions);
});

it('says which version it can no longer read', () => {
  expect(migrate({ schemaVersion: 0 }, new Map())).toMatchObject({ ok: false, issue: { code: 'document.too_old' } });
});

it.each([
  [{ states: 5 }],
  [{ states: [5, null, { next: 7 }, { id: 3, next: { a: [null, 'b', { to: {} }] } }] }],
  [{ transitions: {}, states: [{ id: 'x', next: { '': 'y', '!': ['z', 'z'] } }] }],
])('leaves what it does not understand to the schema: %j', (document) => {
  const parsed = parseFlow(document);
  expect(parsed.ok || parsed.issues.every(({ code }) => code === 'document.invalid')).toBe(true);
});

function read(file: string): string {
  return readFileSync(path.join(import.meta.dirname, 'testdata', file), 'utf8');
}
