import { describe, expect, it } from 'vitest';
import { read } from '../testdata/reader';

describe('language detection', () => {
  it.each([
    ['mujhe 50 lakh ka loan chahiye property pe', 'hi'],
    ['nange home loan interest rate heli', 'kn'],
    ['enaku property loan venum', 'ta'],
    ['naaku property loan kavali', 'te'],
    ['What documents are required for this?', 'en'],
    ['मुझे home loan चाहिए', 'hi'],
  ])('reads "%s" as %s though English words are mixed in', (text, language) => {
    expect(read(text, { language: 'en' }).language).toBe(language);
  });

  it('takes a bare "Hi" of an English conversation for English, though it is a Hindi word, too', () => {
    for (const text of ['Hi', 'hi sir', 'hi there']) expect(read(text, { language: 'en' }).language).toBe('en');
    expect(read('haan ji, yahi hai', { language: 'en' }).language).toBe('hi');
  });

  it('lets English loan words alone not change the language of the conversation', () => {
    for (const text of ['interest rate?', 'documents?', 'EMI', 'home loan', 'house', 'yes please', 'Suresh Kumar']) {
      expect(read(text, { language: 'ta' }).language).toBe('ta');
    }
  });
});
