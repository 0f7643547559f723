import { describe, expect, it } from 'vitest';
import { matchOptions } from './match-options';

const options = [
  { value: 'loan_details', label: 'Loan details' },
  { value: 'property_details', label: 'Property details', hint: 'asks' },
  { value: 'new_loan', label: 'Another loan' },
];

describe('matchOptions', () => {
  it('finds every word, in any order, in labels, hints and values', () => {
    expect(values('details property')).toEqual(['property_details']);
    expect(values('asks')).toEqual(['property_details']);
    expect(values('new_loan')).toEqual(['new_loan']);
  });

  it('puts what begins with the search first', () => {
    expect(values('loan')).toEqual(['loan_details', 'new_loan']);
  });

  it('gives all for an empty search, and never more than asked for', () => {
    expect(values('  ')).toHaveLength(3);
    expect(matchOptions(options, '', 2)).toHaveLength(2);
  });
});

function values(search: string): readonly string[] {
  return matchOptions(options, search, 10).map(({ value }) => value);
}
