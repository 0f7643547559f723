import { expect, test } from 'vitest';
import { isAbout, isCalled, takeOut, tracesOf } from './traces';

const asha = tracesOf({ phone: '+919812345670', bsuid: 'IN.7654', name: 'Asha Rao', email: 'asha@example.in' });

test.each([
  ['0 98123-45670', '[erased]'],
  ['call (+91) 98123 45670 today', 'call (+[erased] today'],
  ['೯೮೧೨೩೪೫೬೭೦ ಗೆ ಕರೆ ಮಾಡಿ', '[erased] ಗೆ ಕರೆ ಮಾಡಿ'],
  ['write to ASHA@example.in, in.7654', 'write to [erased], [erased]'],
])('what is nobody else’s is taken out of "%s"', (text, left) => {
  expect(takeOut(asha, text)).toBe(left);
  expect(isAbout(asha, text)).toBe(true);
});

test.each(['98123', '9812345671', 'min 98123, max 45670', 'Asha Rao', 'IN77654'])('"%s" is left as it is', (text) => {
  expect(isAbout(asha, text)).toBe(false);
});

test.each([
  ['I am asha  rao.', true],
  ['Asha Raonka', false],
  ['Asha', false],
])('whether the whole name stands in "%s": %s', (text, isThere) => {
  expect(isCalled(asha, text)).toBe(isThere);
});

test('who has neither number nor name leaves no traces', () => {
  const nobody = tracesOf({ phone: null, bsuid: null, name: ' ', email: '' });
  expect(isAbout(nobody, '9812345670 Asha')).toBe(false);
  expect(isCalled(nobody, 'anything')).toBe(false);
});
