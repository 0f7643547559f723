import { splitTemplate } from '../../expressions/split-template';
import { isWebAddress } from '../../schema/web-address';
import type { CheckRule } from '../check-rule';

/** WhatsApp fetches files from the web, and a phone opens nothing else; another address would be sent as plain words. */
export const addressNotWeb: CheckRule = {
  code: 'address.not_web',
  severity: 'error',
  find: ({ texts }) =>
    texts
      .filter(({ use }) => use === 'url')
      .flatMap(({ place, text }) =>
        Object.entries(text)
          .filter(([, address]) => address.trim() !== '' && !isWebAddress(withSamples(address.trim())))
          .map(([language]) => ({
            place: { ...place, language },
            message: 'This is no web address: a customer could not open it.',
            fix: 'Write the whole address, beginning with https:// and without blanks.',
          })),
      ),
};

/** What a placeholder will show is not known; at the beginning it is taken for an address, elsewhere for a part of one. */
function withSamples(address: string): string {
  return splitTemplate(address)
    .map((piece, index) => (piece.type === 'text' ? piece.text : index === 0 ? 'https://example.com' : 'x'))
    .join('');
}
