import { describe, expect, it } from 'vitest';
import { languages } from '@/prompts/load-languages';
import { suggestionsFor } from './suggestions';

const flow = 'loan-against-property';

describe('suggestionsFor', () => {
  it.each(Object.keys(languages))('has the six sentences of the example in %s, in its own script', (language) => {
    const texts = suggestionsFor(flow, language);
    expect(texts).toHaveLength(6);
    const isLatin = /\p{Script=Latin}{3}/u;
    for (const text of texts) expect(isLatin.test(text)).toBe(language === 'en');
  });

  it('begins the English example with its first sentence', () => {
    expect(suggestionsFor(flow, 'en')[0]).toBe('Hi, I need a loan against my property');
  });

  it.each([
    ['another-flow', 'en'],
    [flow, 'xx'],
    [flow, 'constructor'],
  ])('has none for %s in %s', (flowId, language) => {
    expect(suggestionsFor(flowId, language)).toEqual([]);
  });
});
