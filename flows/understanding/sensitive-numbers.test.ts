import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SlotName } from '@/flows/schema/slots';
import { languages } from '@/prompts/load-languages';
import { context, read, reader } from './testdata/reader';
import { disclosureArbitrary } from './testdata/sensitive-arbitrary';

describe('sensitive numbers', () => {
  it.each([
    ['my aadhaar is 2345 6789 0124', 'aadhaar', '2345 6789 0124'],
    ['आधार २३४५६७८९०१२४', 'aadhaar', '२३४५६७८९०१२४'],
    ['pan ABCPK1234F', 'pan', 'ABCPK1234F'],
    ['abcpk1234f', 'pan', 'abcpk1234f'],
    ['4111 1111 1111 1111', 'card', '4111 1111 1111 1111'],
    ['my account number is 12345678901', 'account', '12345678901'],
    ['ಖಾತೆ ಸಂಖ್ಯೆ 12345678901', 'account', '12345678901'],
    ['2345-6789-0124', 'aadhaar', '2345-6789-0124'],
    ['XXXX XXXX 0124', 'aadhaar', 'XXXX XXXX 0124'],
    ['aadhar xxxxxxxx0124', 'aadhaar', 'xxxxxxxx0124'],
    ['ABCPK 1234 F', 'pan', 'ABCPK 1234 F'],
    ['my pan is abcpk 1234 f', 'pan', 'abcpk 1234 f'],
    ['12345678901 mera account number hai', 'account', '12345678901'],
    ['aadhaar 2345 6789 0125', 'account', '2345 6789 0125'],
  ])('in "%s" are found and never become a slot', (text, kind, number) => {
    const { sensitive, slots } = read(text, { expects: ['loan_amount_needed'] });
    expect(sensitive.map((found) => [found.kind, text.slice(found.start, found.end)])).toEqual([[kind, number]]);
    expect(slots).toEqual({});
  });

  it('with an IFSC beside it is an account number, and neither is a slot', () => {
    const text = '12345678901 SBIN0001234';
    const { sensitive, slots } = read(text, { expects: ['loan_amount_needed'] });
    expect(sensitive.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ['account', '12345678901'],
      ['account', 'SBIN0001234'],
    ]);
    expect(slots).toEqual({});
  });

  it.each(Object.entries(languages))(
    'in %s are found however they are written, and never become a slot',
    (code, pack) => {
      const expected: readonly SlotName[] = ['property_value', 'current_loans', 'pincode', 'phone', 'tenure_months'];
      const slot = fc.constantFrom(...expected);
      fc.assert(
        fc.property(disclosureArbitrary(pack), slot, ({ text, number, kind }, asked) => {
          const { sensitive, slots } = read(text, { language: code, expects: [asked] });
          // An account number may pass for another kind by chance.
          if (kind === 'account') expect(sensitive).not.toEqual([]);
          else expect(sensitive.map((found) => found.kind)).toContain(kind);
          const start = text.indexOf(number);
          for (const { span } of Object.values(slots)) {
            const isOutside = span === null || span.end <= start || span.start >= start + number.length;
            expect(isOutside, span?.text).toBe(true);
          }
        }),
        { numRuns: 150 },
      );
    },
  );

  it.each(['250000 350000', 'villa 2400 s ft', '+91 88001 45670'])('are not seen in "%s"', (text) => {
    expect(read(text).sensitive).toEqual([]);
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
