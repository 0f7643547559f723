import { describe, expect, it } from 'vitest';
import { context, read, reader } from './testdata/reader';

describe('sensitive numbers', () => {
  it.each([
    ['my aadhaar is 2345 6789 0124', 'aadhaar', '2345 6789 0124'],
    ['आधार २३४५६७८९०१२४', 'aadhaar', '२३४५६७८९०१२४'],
    ['pan ABCPK1234F', 'pan', 'ABCPK1234F'],
    ['abcpk1234f', 'pan', 'abcpk1234f'],
    ['4111 1111 1111 1111', 'card', '4111 1111 1111 1111'],
    ['my account number is 12345678901', 'account', '12345678901'],
    ['ಖಾತೆ ಸಂಖ್ಯೆ 12345678901', 'account', '12345678901'],
  ])('in "%s" are found and never become a slot', (text, kind, number) => {
    const { sensitive, slots } = read(text, { expects: ['loan_amount_needed'] });
    expect(sensitive.map((found) => [found.kind, text.slice(found.start, found.end)])).toEqual([[kind, number]]);
    expect(slots).toEqual({});
  });

  it.each(['I need 1,50,00,000', 'call 98765 43210', '234567890123', '4111 1111 1111 1112', 'pin 560001'])(
    'are not seen in "%s"',
    (text) => {
      expect(read(text).sensitive).toEqual([]);
    },
  );

  it('in a burst are located in their own message', () => {
    const parts = [
      { messageId: 'a', text: 'here is my pan' },
      { messageId: 'b', text: 'ABCPK1234F' },
    ];
    expect(reader.understand(parts, context).sensitive).toEqual([{ messageId: 'b', kind: 'pan', start: 0, end: 10 }]);
  });
});
