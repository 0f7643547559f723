import { expect, test } from 'vitest';
import type { Possessions } from './possessions';
import { validateMessage } from './validate-message';

const possessions: Possessions = {
  templates: [
    { name: 'visit', language: 'kn', variables: 2, header: 'image', buttons: [1] },
    { name: 'paused', language: 'en', variables: 0, status: 'PAUSED' },
    { name: 'disabled', language: 'en', variables: 0, status: 'DISABLED' },
  ],
  hasFile: (id) => id === '100',
  hasMessage: (id) => id === 'wamid.in',
};

const link = interactive('cta_url', {
  name: 'cta_url',
  parameters: { display_text: 'Pay now', url: 'https://a.in/p' },
});
const body = [text('Asha', 'name'), text('27 September', 'date')];

test.each([
  ['a link', link],
  ['a request for the location', interactive('location_request_message', { name: 'send_location' })],
  ['a reaction', { type: 'reaction', reaction: { message_id: 'wamid.in', emoji: '👍🏽' } }],
  ['a reaction taken back', { type: 'reaction', reaction: { message_id: 'wamid.in', emoji: '' } }],
  ['a quoting text', { type: 'text', text: { body: 'Yes.' }, context: { message_id: 'wamid.in' } }],
  ['a voice note by id', { type: 'audio', audio: { id: '100', voice: true } }],
  ['a document by id', { type: 'document', document: { id: '100', filename: 'ಬಿಲ್.pdf', caption: 'Bill' } }],
  ['a template with header and button', visit()],
])('%s is taken', (_, message) => {
  expect(validateMessage(addressed(message), possessions)).toBeUndefined();
});

test.each([
  [
    'a link to nothing',
    interactive('cta_url', { name: 'cta_url', parameters: { display_text: 'Pay', url: 'pay' } }),
    131009,
  ],
  [
    'a link with a label of 21 characters',
    interactive('cta_url', { name: 'cta_url', parameters: { display_text: 'x'.repeat(21), url: 'https://a.in' } }),
    131009,
  ],
  ['a link without its action', interactive('cta_url', {}), 131009],
  ['a link with a body of 1,025 characters', interactive('cta_url', {}, 'x'.repeat(1025)), 100],
  ['a request for the location without its action', interactive('location_request_message', {}), 131009],
  ['a reaction to an unknown message', { type: 'reaction', reaction: { message_id: 'wamid.x', emoji: '👍' } }, 131009],
  ['a reaction of two emoji', { type: 'reaction', reaction: { message_id: 'wamid.in', emoji: '👍👍' } }, 131009],
  ['a reaction without an emoji', { type: 'reaction', reaction: { message_id: 'wamid.in' } }, 131008],
  [
    'a reaction that quotes',
    { type: 'reaction', reaction: { message_id: 'wamid.in', emoji: '👍' }, context: { message_id: 'wamid.in' } },
    100,
  ],
  ['a quote of nothing', { type: 'text', text: { body: 'Yes.' }, context: {} }, 131008],
  ['an unknown file', { type: 'audio', audio: { id: '101', voice: true } }, 131009],
  ['a file by id and by address', { type: 'image', image: { id: '100', link: 'https://a.in/b.png' } }, 100],
  ['an audio with a caption', { type: 'audio', audio: { id: '100', caption: 'Listen' } }, 100],
  ['a voice that is not a boolean', { type: 'audio', audio: { id: '100', voice: 'true' } }, 100],
  ['an image with a file name', { type: 'image', image: { id: '100', filename: 'a.png' } }, 100],
  ['a caption of 1,025 characters', { type: 'image', image: { id: '100', caption: 'x'.repeat(1025) } }, 100],
  ['a template without its header', visit({ header: [] }), 132012],
  ['a template with another header', visit({ header: [text('Hello')] }), 132012],
  ['a template whose button lacks its part', visit({ button: undefined }), 132000],
  ['a template with one variable too few', visit({ body: body.slice(1) }), 132000],
  ['a template with half its variables named', visit({ body: [text('Asha', 'name'), text('27 September')] }), 100],
  ['a template with a variable twice', visit({ body: [text('a', 'name'), text('b', 'name')] }), 132000],
  ['a template in another language', template('visit', 'ta', []), 132001],
  ['a paused template', template('paused', 'en', []), 132015],
  ['a disabled template', template('disabled', 'en', []), 132016],
  ['a template with a footer to fill', template('paused', 'en', [{ type: 'footer', parameters: [] }]), 131009],
])('%s is refused', (_, message, code) => {
  expect(validateMessage(addressed(message), possessions)?.code).toBe(code);
});

function addressed(message: object): Readonly<Record<string, unknown>> {
  return { messaging_product: 'whatsapp', recipient_type: 'individual', to: '+919845000001', ...message };
}

function interactive(type: string, action: object, words = 'Please.'): object {
  return { type: 'interactive', interactive: { type, body: { text: words }, action } };
}

function text(words: string, name?: string): object {
  return { type: 'text', text: words, ...(name === undefined ? {} : { parameter_name: name }) };
}

function template(name: string, code: string, components: readonly object[]): object {
  return { type: 'template', template: { name, language: { code }, components } };
}

/** The template that has everything, with one part of it changed. */
function visit(change: { header?: object[]; body?: object[]; button?: undefined } = {}): object {
  const header = change.header ?? [{ type: 'image', image: { id: '100' } }];
  const button = { type: 'button', sub_type: 'url', index: '1', parameters: [text('4711')] };
  return template('visit', 'kn', [
    ...(header.length > 0 ? [{ type: 'header', parameters: header }] : []),
    { type: 'body', parameters: change.body ?? body },
    ...('button' in change ? [] : [button]),
  ]);
}
