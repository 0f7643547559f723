import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Flow } from '@/flows/schema/flow';
import { parseFlow } from '@/flows/schema/parse-flow';
import { flowToText } from './flow-to-text';
import { printDocument } from './print-document';

const files = ['loan-against-property', 'collect-address'].map((id) => `flows/library/${id}.json`);

describe('the text of a flow', () => {
  it.each(files)('is formatted as %s is', (file) => {
    const text = readFileSync(file, 'utf8');
    // One shipped file writes some whole numbers with a decimal point, which no reader of JSON keeps.
    expect(printDocument(JSON.parse(text))).toBe(text.replace(/(": -?\d+)\.0$/gm, '$1'));
  });

  it.each(files)('of %s reads back as the same flow', (file) => {
    const flow = parsed(readFileSync(file, 'utf8'));
    expect(parsed(flowToText(flow))).toEqual(flow);
  });

  it('names a state’s type before its name, as the shipped files do', () => {
    const flow = parsed(readFileSync(files[1] ?? '', 'utf8'));
    expect(flowToText(flow)).toMatch(/"id": "[a-z_]+",\n {6}"type": "say",\n {6}"name"/);
  });

  it('keeps marks of direction, joiners, emoji and names of 200 characters', () => {
    const flow = parsed(readFileSync(files[1] ?? '', 'utf8'));
    const [first, ...others] = flow.states;
    if (first?.type !== 'say') throw new Error('The first state says something.');
    const name = '\u202Eನಾ\u200Dಮ\u200F🏠👨‍👩‍👧 "\\'.padEnd(200, 'ಕ್ಷ').slice(0, 200);
    const message = {
      type: 'text' as const,
      text: { en: '\u200F\u061Cمرحبا 👩🏽‍🌾\n\u2066{{ x }}\u2069\u0000', kn: '\uFEFFಕ್ಷ' },
    };
    const odd: Flow = { ...flow, states: [{ ...first, name, data: { ...first.data, message } }, ...others] };
    expect(parsed(flowToText(odd))).toEqual(odd);
  });
});

describe('printDocument', () => {
  it('breaks a list that does not fit on its line', () => {
    const fits = { list: ['x'.repeat(105)] };
    const breaks = { list: ['x'.repeat(106)] };
    expect(printDocument(fits).split('\n')[1]).toHaveLength(120 - ','.length);
    expect(printDocument(breaks).split('\n')).toHaveLength(6);
  });

  it('leaves out what is not there', () => {
    expect(printDocument({ a: undefined, b: [], c: {} })).toBe('{\n  "b": [],\n  "c": {}\n}\n');
  });
});

function parsed(text: string): Flow {
  const result = parseFlow(text);
  if (!result.ok) throw new Error(result.issues[0]?.message);
  return result.flow;
}
