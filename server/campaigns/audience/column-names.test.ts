import { expect, test } from 'vitest';
import { columnNames } from './column-names';

test('columns are called by their headers, in the letters of an expression', () => {
  const headers = ['Loan Amount (₹)', 'Café', 'ಊರು', '2nd phone', 'City', 'city', ''];
  expect(columnNames(headers)).toEqual(['loan_amount', 'cafe', 'column_3', 'nd_phone', 'city', 'city_2', 'column_7']);
});
