import { describe, expect, it } from 'vitest';
import { nextSuggestions } from './next-suggestions';

const example = ['one', 'two', 'three', 'four', 'five'];

describe('nextSuggestions', () => {
  it('begins with the first sentences', () => {
    expect(nextSuggestions(example, [])).toEqual(['one', 'two', 'three']);
  });

  it('goes on after the last sentence that was used, whatever else was said', () => {
    expect(nextSuggestions(example, ['one', 'something else', 'three', 'two'])).toEqual(['four', 'five']);
  });

  it('has nothing more at the end', () => {
    expect(nextSuggestions(example, ['five'])).toEqual([]);
    expect(nextSuggestions([], ['x'])).toEqual([]);
  });
});
