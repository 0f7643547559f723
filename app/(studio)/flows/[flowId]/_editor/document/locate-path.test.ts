import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type JsonPath, locatePaths } from './locate-path';

const text = `{
  "name": "A \\"flow\\" {[",
  "states": [
    { "id": "one", "data": { "text": { "en": "x" } } },
    { "id": "two", "data": { "n": -1.5e3, "b": true, "list": [1, [2, 3]] } }
  ],
  "na\\u006De2": null
}`;

function at(...path: JsonPath): string {
  const [range] = locatePaths(text, [path]);
  return range ? text.slice(range.from, range.to) : '';
}

describe('locatePaths', () => {
  it('finds a text, a number and a truth value', () => {
    expect(at('name')).toBe('"A \\"flow\\" {["');
    expect(at('states', 1, 'data', 'n')).toBe('-1.5e3');
    expect(at('states', 1, 'data', 'b')).toBe('true');
    expect(at('states', 1, 'data', 'list', 1, 0)).toBe('2');
  });

  it('gives the name that opens an object or a list', () => {
    expect(at('states')).toBe('"states"');
    expect(at('states', 0, 'data', 'text')).toBe('"text"');
  });

  it('gives the bracket where there is no name', () => {
    expect(at('states', 1)).toBe('{');
    expect(at()).toBe('{');
  });

  it('stays at the last place that is there', () => {
    expect(at('states', 0, 'data', 'missing', 'deeper')).toBe('"data"');
    expect(at('states', 7)).toBe('"states"');
    expect(at('name', 'inside')).toBe('"A \\"flow\\" {["');
  });

  it('reads a name that is written with escapes', () => {
    expect(at('name2')).toBe('null');
  });

  it('takes the last of two equal names', () => {
    const twice = '{"a": 1, "a": 22}';
    const [range] = locatePaths(twice, [['a']]);
    expect(range).toEqual({ from: 14, to: 16 });
  });

  it('finds many paths in one walk of a real flow, where JSON.parse finds them', () => {
    const flow = readFileSync('flows/library/loan-against-property.json', 'utf8');
    const leaves = leavesOf(JSON.parse(flow), []);
    const ranges = locatePaths(
      flow,
      leaves.map(({ path }) => path),
    );
    expect(leaves.length).toBeGreaterThan(3_000);
    expect(ranges.map(({ from, to }) => JSON.parse(flow.slice(from, to)))).toEqual(leaves.map(({ value }) => value));
  });

  it('does not go deeper than the paths do', () => {
    const deep = `{"a": ${'['.repeat(100_000)}${']'.repeat(100_000)}, "b": 1}`;
    const [range] = locatePaths(deep, [['b']]);
    expect(deep.slice(range?.from, range?.to)).toBe('1');
  });
});

function leavesOf(value: unknown, path: JsonPath): { path: JsonPath; value: unknown }[] {
  if (typeof value !== 'object' || value === null) return [{ path, value }];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key]));
}
