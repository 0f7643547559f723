import { describe, expect, it } from 'vitest';
import heldOut from './testdata/held-out.json';
import { read } from './testdata/reader';

describe('language detection', () => {
  it.each(Object.entries(heldOut))('finds the language and script of %s', (variant, messages) => {
    const [language, script] = variant.split('-');
    const texts = messages.map(([, text]) => text ?? '').filter((text) => text.split(' ').length > 2);
    const missed = texts.filter((text) => {
      const found = read(text, { language: 'en' });
      return found.language !== language || found.script !== script;
    });
    expect(missed.length / texts.length, missed.join(' | ')).toBeLessThanOrEqual(0.07);
  });

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

  it('lets English loan words alone not change the language of the conversation', () => {
    for (const text of ['interest rate?', 'documents?', 'EMI', 'home loan', 'house', 'yes please', 'Suresh Kumar']) {
      expect(read(text, { language: 'ta' }).language).toBe('ta');
    }
  });
});
