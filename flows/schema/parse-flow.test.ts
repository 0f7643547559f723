import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseFlow } from './parse-flow';

const at = { x: 0, y: 0 };
const end = { id: 'over', type: 'end', position: at, data: {} };
const small = {
  schemaVersion: 1,
  id: 'small',
  name: 'Small',
  languages: ['en'],
  defaultLanguage: 'en',
  start: 'over',
  states: [end],
  transitions: [],
};

describe('a flow document', () => {
  it('is read from JSON text and from a value alike, with its defaults filled in', () => {
    const fromText = parseFlow(`\uFEFF${JSON.stringify(small)}`);
    expect(fromText).toEqual(parseFlow(small));
    expect(fromText).toMatchObject({
      ok: true,
      flow: { rules: [], variables: [], states: [{ data: { reason: 'finished' } }] },
    });
  });

  it('does not share anything with the value it was read from', () => {
    const given = structuredClone(small);
    const parsed = parseFlow(given);
    given.states[0]?.position && Object.assign(given.states[0].position, { x: 9 });
    expect(parsed).toMatchObject({ ok: true, flow: { states: [{ position: { x: 0 } }] } });
  });
});

describe('JSON that is none', () => {
  it.each([
    ['', 'The document is empty.'],
    ['{', 'line 1, column 2: the document ends too early.'],
    ['{\n  "id": "a",\n}', 'line 3, column 1: "}" was found where a name in double quotes was expected.'],
    ['{\n  "id" "a"\n}', 'line 2, column 8: """ was found where ":" was expected.'],
    ['[1 2]', 'line 1, column 4: "2" was found where "," or "]" was expected.'],
    ['{"a": nul}', 'line 1, column 7: this is no number, true, false or null.'],
    ['{"a": 01}', 'line 1, column 7: this is no number, true, false or null.'],
    ['{"a": "x\ny"}', 'line 1, column 9: a text goes over the end of its line or has a control character.'],
    ['{"a": "\\x"}', 'line 1, column 8: this "\\" escapes nothing.'],
    ['{"a": "x', 'line 1, column 7: this text is never closed.'],
    ['{} {}', 'line 1, column 4: there is more after the end.'],
    ["{'a': 1}", `line 1, column 2: "'" was found where a name in double quotes was expected.`],
  ])('is refused with its line and column: %j', (text, sentence) => {
    expect(onlyIssue(text).message).toContain(sentence);
    expect(onlyIssue(text).code).toBe('document.not_json');
  });
});

describe('limits', () => {
  it('refuse a document of more than 5 MB, counted in bytes', () => {
    const words = 'ಕ'.repeat(1_700_000);
    expect(onlyIssue(JSON.stringify({ ...small, description: words })).code).toBe('document.too_large');
    expect(onlyIssue(JSON.stringify({ ...small, description: words.slice(0, 1_600_000) })).code).toBe(
      'document.invalid',
    );
  });

  it('refuse deep nesting, as text and as a value', () => {
    const deep = `${'['.repeat(70)}${']'.repeat(70)}`;
    expect(onlyIssue(`{"notes":${deep}}`).code).toBe('document.too_deep');
    expect(onlyIssue({ notes: JSON.parse(deep) }).code).toBe('document.too_deep');
    expect(onlyIssue('['.repeat(2_000_000)).code).toBe('document.not_json');
  });

  it('end a value that contains itself, or itself many times over', () => {
    const circle: Record<string, unknown> = {};
    circle.again = circle;
    expect(onlyIssue(circle).code).toBe('document.too_deep');
    let wide: unknown = 'x';
    for (let level = 0; level < 40; level += 1) wide = [wide, wide];
    expect(onlyIssue({ wide }).code).toBe('document.too_large');
  });
});

describe('names that could pollute a prototype', () => {
  it.each(['__proto__', 'constructor', 'prototype'])('are refused with their place: %s', (name) => {
    const text = JSON.stringify(small).replace('"position"', `"${name}":{"polluted":true},"position"`);
    expect(onlyIssue(text)).toMatchObject({
      code: 'document.forbidden_key',
      place: { state: 'over', path: name },
      message: `The name "${name}" is not allowed (state over).`,
    });
    expect({}).not.toHaveProperty('polluted');
  });
});

describe('a document that is no flow', () => {
  it.each([[5], [null], [[]], ['"text"'], [undefined], [() => 1], [Symbol('x')], [10n]])('is refused: %s', (input) => {
    expect(parseFlow(input).ok).toBe(false);
  });

  it('is refused when reading it throws', () => {
    const trap = Object.defineProperty({}, 'id', {
      enumerable: true,
      get: () => {
        throw new Error('no entry');
      },
    });
    expect(onlyIssue(trap).message).toBe("The document can't be read: no entry.");
  });

  it('of a later version asks for an update', () => {
    expect(onlyIssue({ ...small, schemaVersion: 99 }).code).toBe('document.too_new');
    expect(onlyIssue({ ...small, schemaVersion: 'one' }).code).toBe('document.not_a_flow');
  });

  it('names the state and what is wrong with it', () => {
    const choose = {
      id: 'pick',
      type: 'choose',
      position: at,
      data: { text: { en: 5 }, options: [], giveUpAfter: 2.5 },
    };
    expect(messagesOf({ ...small, states: [end, choose, { id: 'x', type: 'magic' }] })).toEqual([
      'In state pick, text.en must be a text, and this is a number.',
      'In state pick, options must not be empty.',
      'In state pick, giveUpAfter must be a whole number, and this is a number with decimals.',
      expect.stringContaining('In state x, type must be one of say, ask, choose'),
    ]);
  });

  it('names what is missing, unknown or misspelled', () => {
    const broken = { ...small, name: undefined, colour: 'red', id: 'Not Good', transitions: [{ id: 't' }] };
    expect(messagesOf(broken)).toEqual([
      'In the document, id is not right. A flow id is written like-this.',
      'In the document, name is missing; it must be a text.',
      'In transition t, from is missing; it must be a text.',
      'In transition t, outcome is missing; it must be a text.',
      expect.stringContaining('In transition t, to is not right.'),
      'The document has the unknown name "colour".',
    ]);
  });

  it('refuses ids that are there twice', () => {
    const twice = { ...small, states: [end, end], variables: [1, 2].map(() => ({ name: 'rounds', kind: 'number' })) };
    expect(messagesOf(twice)).toEqual(['Two states are called "over".', 'Two variables are called "rounds".']);
  });
});

it('reads the shipped flows', () => {
  const file = path.join(import.meta.dirname, '..', 'library', 'loan-against-property.json');
  expect(parseFlow(readFileSync(file, 'utf8'))).toMatchObject({ ok: true });
});

function onlyIssue(input: unknown) {
  const parsed = parseFlow(input);
  if (parsed.ok) throw new Error('It was read.');
  const [issue] = parsed.issues;
  if (!issue?.fix) throw new Error('There is no issue, or no fix.');
  return issue;
}

function messagesOf(input: unknown): string[] {
  const parsed = parseFlow(input);
  return parsed.ok ? [] : parsed.issues.map(({ message }) => message);
}
