import { describe, expect, it } from 'vitest';
import { foldText } from './fold-text';

describe('foldText', () => {
  it('leaves a short text whole', () => {
    expect(foldText('Which city is the house in?')).toBe('Which city is the house in?');
  });

  it('cuts a long text between words', () => {
    const text = 'loan against property '.repeat(60);
    const folded = foldText(text);
    expect(text.startsWith(folded)).toBe(true);
    expect(folded).toMatch(/(loan|against|property)$/);
    expect(folded.length).toBeGreaterThan(600);
  });

  it('cuts many short lines after the first ones', () => {
    expect(foldText(Array.from({ length: 40 }, (_, line) => `- ${line}`).join('\n')).split('\n')).toHaveLength(16);
  });

  it('never cuts inside a letter, also where no space is near', () => {
    const letter = 'ಕ್ಷ';
    const folded = foldText(letter.repeat(400));
    expect(folded.length % letter.length).toBe(0);
    expect(folded.length).toBeGreaterThan(600);
  });
});
