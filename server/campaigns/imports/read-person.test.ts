import { expect, test } from 'vitest';
import { customerSlots } from '@/flows/schema/slots';
import type { ColumnMeaning, ImportMapping } from './import-mapping';
import { readPerson } from './read-person';
import { readSlot } from './read-slot';

const mapping: ImportMapping = {
  columns: [
    { as: 'name' },
    { as: 'phone' },
    { as: 'language' },
    { as: 'tags' },
    slot('property_value'),
    { as: 'column' },
  ],
  country: 'IN',
  tags: ['october'],
};

test('a row says who somebody is, with what is known of them', () => {
  const cells = [' Asha  Rao', '98450 12345', 'ಕನ್ನಡ', 'vip; branch 4', '₹ 1.5 crore', 'anything'];
  expect(readPerson(cells, mapping, customerSlots)).toEqual({
    ok: true,
    person: {
      phone: '+919845012345',
      name: 'Asha Rao',
      language: 'kn',
      tags: ['october', 'vip', 'branch 4'],
      slots: { property_value: 15_000_000 },
    },
  });
});

test('an empty cell says nothing', () => {
  expect(readPerson(['', '9845012345', '', '', '', ''], mapping, customerSlots)).toMatchObject({
    person: { name: null, language: null, tags: ['october'], slots: {} },
  });
});

test('the first cell that is wrong is named', () => {
  const read = (cells: readonly string[]) => readPerson(cells, mapping, customerSlots);
  expect(read(['Asha', '9845', 'kn', '', '', ''])).toEqual({ ok: false, code: 'phone.invalid', column: 1 });
  expect(read(['Asha', '9845012345', 'Klingon', '', '', ''])).toMatchObject({ code: 'language.unknown', column: 2 });
  expect(read(['Asha', '9845012345', 'kn', '', 'a lot', ''])).toMatchObject({ code: 'slot.invalid', column: 4 });
});

test.each([
  ['property_type', 'House', 'house'],
  ['property_type', 'मकान', 'house'],
  ['property_type', 'commercial building', 'commercial_building'],
  ['property_type', 'castle', undefined],
  ['property_value', '50,00,000', 5_000_000],
  ['property_value', '45 lakh', 4_500_000],
  ['property_value', 'Rs. 2cr', 20_000_000],
  ['property_value', '-5', undefined],
  ['tenure_months', '15 years', 180],
  ['tenure_months', '180', 180],
  ['callback_at', '25/11/2026', '2026-11-25T10:00:00+05:30'],
  ['callback_at', '31/02/2026', undefined],
  ['pincode', '560 001', '560001'],
  ['pincode', '5600', undefined],
  ['email', 'Asha@Example.com', 'asha@example.com'],
  ['email', 'asha', undefined],
  ['property_location', 'Hosur', 'Hosur'],
] as const)('%s takes %j as %j', (name, cell, value) => {
  expect(readSlot(name, customerSlots[name], cell)).toBe(value);
});

function slot(name: string): ColumnMeaning {
  return { as: 'slot', slot: name };
}
