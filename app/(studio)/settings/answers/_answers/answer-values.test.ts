import { describe, expect, it } from 'vitest';
import { answerOf, isFound, isWritten, valuesOf } from './answer-values';

const answer = {
  id: 'a1',
  shortcut: 'documents',
  title: 'What to bring',
  texts: { en: 'Please bring your papers.', kn: 'ದಾಖಲೆಗಳನ್ನು ತನ್ನಿ.' },
  updatedAt: '2026-12-01T10:00:00.000Z',
};

describe('an answer in the form', () => {
  it('comes back as it was, without the languages that are empty', () => {
    const { id, shortcut, title, texts } = answer;
    const values = valuesOf(answer);
    expect(answerOf('a1', { ...values, texts: { ...values.texts, ta: ' ' } })).toEqual({ id, shortcut, title, texts });
  });

  it('is written when it has a shortcut, a title and a text', () => {
    expect(isWritten(valuesOf(answer))).toBe(true);
    expect(isWritten(valuesOf(null))).toBe(false);
    expect(isWritten({ ...valuesOf(answer), texts: { en: '' } })).toBe(false);
  });

  it('is found by its words in every script', () => {
    expect(isFound(answer, 'BRING')).toBe(true);
    expect(isFound(answer, 'ದಾಖಲೆ')).toBe(true);
    expect(isFound(answer, 'visit')).toBe(false);
  });
});
