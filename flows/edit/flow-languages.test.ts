import { expect, it } from 'vitest';
import { addLanguage, removeLanguage } from './flow-languages';
import { setText } from './set-text';
import { shippedFlow, smallFlow } from './testdata/flows';

it('adds a language once', () => {
  expect(addLanguage(smallFlow, 'ta').languages).toEqual(['en', 'kn', 'ta']);
  expect(addLanguage(smallFlow, 'kn')).toBe(smallFlow);
  expect(addLanguage(smallFlow, 'Tamil')).toBe(smallFlow);
});

it('takes a language away and keeps its texts for when it comes back', () => {
  const without = removeLanguage(smallFlow, 'kn');
  expect(without.languages).toEqual(['en']);
  expect(addLanguage(without, 'kn')).toEqual(smallFlow);
  expect(removeLanguage(smallFlow, 'en')).toBe(smallFlow);
  expect(removeLanguage(smallFlow, 'ta')).toBe(smallFlow);
});

it('removes the texts of a language when that is wanted, and nothing else', () => {
  const rule = shippedFlow.rules.find(({ action }) => action.type === 'changeLanguage')?.id ?? '';
  const edited = setText(shippedFlow, { rule, path: 'action.say.text', language: 'kn' }, 'ಸರಿ.');
  const without = removeLanguage(edited, 'kn', 'remove');
  expect(JSON.stringify(without)).not.toMatch(/[\u0C80-\u0CFF]/);
  expect(without.translatedFrom).toEqual({});
  expect(without.languages).toEqual(['en', 'hi', 'ta', 'te']);
  const tamil = /[\u0B80-\u0BFF]/g;
  expect(JSON.stringify(without).match(tamil)).toEqual(JSON.stringify(shippedFlow).match(tamil));
});
