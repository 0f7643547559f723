import { expect, test } from 'vitest';
import { guessMapping } from './guess-mapping';

const meanings = (columns: readonly string[], sample: readonly (readonly string[])[] = []) =>
  guessMapping(columns, sample).columns.map((column) => (column.as === 'slot' ? column.slot : column.as));

test.each([
  [['Customer Name', 'Mobile No.', 'Language', 'Tags', 'Branch']],
  [['नाम', 'मोबाइल नंबर', 'भाषा', 'टैग', 'शाखा']],
  [['ಹೆಸರು', 'ಮೊಬೈಲ್ ಸಂಖ್ಯೆ', 'ಭಾಷೆ', 'ಟ್ಯಾಗ್', 'ಶಾಖೆ']],
  [['பெயர்', 'மொபைல் எண்', 'மொழி', 'குறிச்சொல்', 'கிளை']],
  [['పేరు', 'మొబైల్ నంబర్', 'భాష', 'ట్యాగ్', 'శాఖ']],
])('headers are read in five languages: %j', (columns) => {
  expect(meanings(columns)).toEqual(['name', 'phone', 'language', 'tags', 'column']);
});

test('the phone number is where the numbers are, whatever the header says', () => {
  const sample = [
    ['17', 'Asha', '98450 12345'],
    ['18', 'Ravi', '9.19E+11'],
  ];
  expect(meanings(['Phone', 'Name', 'Contact'], sample)).toEqual(['column', 'name', 'phone']);
});

test('slots are found by their names, each once', () => {
  expect(meanings(['propertyValue', 'Loan amount', 'City', 'Property location', 'PIN'])).toEqual([
    'property_value',
    'loan_amount_needed',
    'property_location',
    'column',
    'pincode',
  ]);
});

test('a file without a phone number gets none', () => {
  expect(meanings(['Name', 'City'], [['Asha', 'Hosur']])).toEqual(['name', 'property_location']);
});
