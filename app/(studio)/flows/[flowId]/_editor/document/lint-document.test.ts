import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lintDocument } from './lint-document';
import { pathOfPlace } from './path-of-place';

const id = 'collect-address';
const shipped = readFileSync(`flows/library/${id}.json`, 'utf8');

/** The problems of a text as "line: what is underlined: message". */
function problems(text: string): string[] {
  return lintDocument(text, id).map(({ from, to, line, message }) => `${line}: ${text.slice(from, to)}: ${message}`);
}

describe('lintDocument', () => {
  it('finds nothing in a shipped flow', () => {
    expect(problems(shipped)).toEqual([]);
  });

  it('finds a missing comma at its line', () => {
    const [first, second] = shipped.split('\n', 2);
    const text = shipped.replace(`${second}`, `${second?.slice(0, -1)}`);
    expect(first).toBe('{');
    expect(problems(text)).toEqual([expect.stringMatching(/^3: ": The document is not JSON: line 3, column 3/)]);
  });

  it('finds a text that ends too early at its last line', () => {
    const text = shipped.trimEnd().slice(0, -2);
    const [problem] = lintDocument(text, id);
    expect(problem?.line).toBe(text.split('\n').length);
    expect(problem?.from).toBe(text.length);
  });

  it('underlines a value of the wrong kind', () => {
    const text = shipped.replace(/"x": \d+/, '"x": "far"');
    const line = text.split('\n').findIndex((written) => written.includes('far')) + 1;
    expect(problems(text)).toEqual([expect.stringMatching(new RegExp(`^${line}: "far": .*must be a number`))]);
  });

  it('underlines a name that is not known', () => {
    const text = shipped.replace('"name":', '"colour": 1,\n  "name":');
    expect(problems(text)).toEqual([expect.stringMatching(/^\d+: 1: .*unknown name "colour"/)]);
  });

  it('points at the second of two states with one id', () => {
    const [, first, second] = /"id": "(\w+)",\n\s+"type"[\s\S]*?"id": "(\w+)",\n\s+"type"/.exec(shipped) ?? [];
    const text = shipped.replace(`"id": "${second}"`, `"id": "${first}"`);
    const [problem] = lintDocument(text, id);
    expect(problem?.message).toContain(`Two states are called "${first}"`);
    expect(problem?.from).toBeGreaterThan(text.indexOf(`"id": "${first}"`));
  });

  it('refuses another id of the flow where it stands', () => {
    expect(problems(shipped.replace(`"${id}"`, '"another"'))).toEqual([expect.stringMatching(/^3: "another": /)]);
  });

  it('counts lines behind a byte order mark', () => {
    expect(problems(`\uFEFF${shipped}`)).toEqual([]);
    expect(problems(`\uFEFF${shipped.replace('"id"', 'id')}`)).toEqual([expect.stringMatching(/^3: i: /)]);
  });

  it('says something about whatever it is given', () => {
    for (const text of ['', ' ', '1', '[]', '{}', 'null', '"\uD800', '{"states": [{"id": {}}]}', '}}}', '\uFEFF']) {
      expect(lintDocument(text, id).length, text).toBeGreaterThan(0);
    }
  });
});

describe('pathOfPlace', () => {
  const document = {
    states: [
      { id: 'a', name: 'A', position: { x: 1 }, data: { text: { 'a.b': 1 }, name: 2 } },
      { id: 'b', data: {} },
    ],
    transitions: [{ id: 'a:go', to: 'b' }],
    rules: [],
  };

  it('goes into the data of a state', () => {
    expect(pathOfPlace(document, { state: 'a', path: 'text.a.b' })).toEqual(['states', 0, 'data', 'text', 'a.b']);
    expect(pathOfPlace(document, { state: 'a', path: 'name' })).toEqual(['states', 0, 'data', 'name']);
  });

  it('goes to the state itself for what its data does not have', () => {
    expect(pathOfPlace(document, { state: 'a', path: 'position.x' })).toEqual(['states', 0, 'position', 'x']);
  });

  it('stays where the document ends', () => {
    expect(pathOfPlace(document, { state: 'b', path: 'message.text' })).toEqual(['states', 1, 'data']);
    expect(pathOfPlace(document, { state: 'gone' })).toEqual(['states']);
    expect(pathOfPlace(document, { transition: 'a:go', path: 'to' })).toEqual(['transitions', 0, 'to']);
    expect(pathOfPlace(document, {})).toEqual([]);
    expect(pathOfPlace(null, { rule: 'x' })).toEqual([]);
  });
});
