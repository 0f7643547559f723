import { expect, test } from 'vitest';
import { readPhone } from './read-phone';

test.each([
  '9845012345',
  '09845012345',
  '919845012345',
  '+91 98450 12345',
  '0091-98450-12345',
  '(+91) 98450-12345',
  '98450.12345',
  "'+919845012345",
  '9845012345.0',
  '919845012345.00',
  '9.845012345E9',
  '9.19845012345E+11',
  '९८४५०१२३४५',
  '೯೮೪೫೦೧೨೩೪೫',
  '\u202a+91 98450 12345\u202c',
])('%j is the mobile number that it is meant to be', (cell) => {
  expect(readPhone(cell, 'IN')).toEqual({ ok: true, phone: '+919845012345' });
});

test('a number of another country needs its code, or a file of that country', () => {
  expect(readPhone('+65 8123 4567', 'IN')).toEqual({ ok: true, phone: '+6581234567' });
  expect(readPhone('8123 4567', 'SG')).toEqual({ ok: true, phone: '+6581234567' });
  expect(readPhone('8123 4567', 'IN')).toMatchObject({ ok: false });
});

test.each([
  ['', 'phone.missing'],
  [' - ', 'phone.missing'],
  ['9.19E+11', 'phone.lossy'],
  ['9.19845E+11', 'phone.lossy'],
  ['9,84501E+09', 'phone.lossy'],
  ['98450', 'phone.invalid'],
  ['1234567890', 'phone.invalid'],
  ['080 2222 1111', 'phone.invalid'], // a landline of Bengaluru
  ['9845012345.5', 'phone.invalid'],
  ['9845012345 / 9845054321', 'phone.invalid'],
  ['asha@example.com', 'phone.invalid'],
  ['call 9845012345 now', 'phone.invalid'],
])('%j is no number that we would write to: %s', (cell, code) => {
  expect(readPhone(cell, 'IN')).toEqual({ ok: false, code });
});
