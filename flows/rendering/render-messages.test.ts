import { expect, test } from 'vitest';
import type { Choice, OutgoingContent } from '../schema/message';
import type { ChannelPayload } from './channel-payload';
import { renderMessages } from './render-messages';

test('a text is one message, exactly as the Graph API wants it', () => {
  expect(renderMessages({ type: 'text', text: 'ನಮಸ್ಕಾರ' })).toEqual([
    {
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      type: 'text',
      text: { preview_url: false, body: 'ನಮಸ್ಕಾರ' },
    },
  ]);
});

test('a text of 4,096 characters is one message, of 4,097 two', () => {
  expect(renderMessages({ type: 'text', text: 'x'.repeat(4096) })).toHaveLength(1);
  expect(renderMessages({ type: 'text', text: 'x'.repeat(4097) })).toHaveLength(2);
});

test('three buttons stay buttons, with ids kept and titles shortened', () => {
  const buttons = [choice('a', 'Yes'), choice('b', 'Talk to a loan officer'), choice('c', 'No')];
  expect(renderMessages({ type: 'buttons', text: 'Shall we?', footer: 'Vaarta', buttons })).toEqual([
    {
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      type: 'interactive',
      interactive: {
        type: 'button',
        body: { text: 'Shall we?' },
        footer: { text: 'Vaarta' },
        action: {
          buttons: [
            { type: 'reply', reply: { id: 'a', title: 'Yes' } },
            { type: 'reply', reply: { id: 'b', title: 'Talk to a loan offi…' } },
            { type: 'reply', reply: { id: 'c', title: 'No' } },
          ],
        },
      },
    },
  ]);
});

test('a fourth button makes a list, opened by the words of the language', () => {
  const content: OutgoingContent = { type: 'buttons', text: 'Which?', buttons: choices(4) };
  expect(listsOf(renderMessages(content, { choose: 'ಆಯ್ಕೆಮಾಡಿ' }))).toMatchObject([
    { button: 'ಆಯ್ಕೆಮಾಡಿ', ids: ['0', '1', '2', '3'] },
  ]);
  expect(listsOf(renderMessages(content))).toMatchObject([{ button: '☰' }]);
});

test('buttons that would look alike become a list that tells them apart', () => {
  const buttons = [choice('a', 'Loan against property, new'), choice('b', 'Loan against property, top-up')];
  const [payload] = renderMessages({ type: 'buttons', text: 'Which?', buttons });
  expect(rowsOf(payload)).toEqual([
    { id: 'a', title: 'Loan against property,…', description: 'Loan against property, new' },
    { id: 'b', title: 'Loan against property,…', description: 'Loan against property, top-up' },
  ]);
});

test('twenty-five rows become three lists; further ones are headed by the label and the page', () => {
  const content: OutgoingContent = { type: 'list', text: 'Which city?', buttonLabel: 'Cities', rows: choices(25) };
  const lists = listsOf(renderMessages(content));
  expect(lists.map(({ body }) => body)).toEqual(['Which city?', 'Cities (2/3)', 'Cities (3/3)']);
  expect(lists.flatMap(({ ids }) => ids)).toEqual(choices(25).map(({ id }) => id));
  expect(lists.map(({ ids }) => ids.length)).toEqual([10, 10, 5]);
});

test('a row keeps the description of its author, and a title that fits gets none', () => {
  const rows = [{ id: 'a', title: 'A very long title for one row', description: 'kept' }, choice('b', 'Short')];
  expect(rowsOf(renderMessages({ type: 'list', text: '?', buttonLabel: 'Go', rows })[0])).toEqual([
    { id: 'a', title: 'A very long title for o…', description: 'kept' },
    { id: 'b', title: 'Short' },
  ]);
});

test('of a text too long for buttons the end stands beside them and the rest goes before', () => {
  const text = `${'The documents are these. '.repeat(100)}\n\nShall we go on?`;
  const payloads = renderMessages({ type: 'buttons', text, buttons: choices(2) });
  expect(payloads.map(({ type }) => type)).toEqual(['text', 'interactive']);
  const said = payloads.map(bodyOf);
  expect(said[1]?.endsWith('Shall we go on?')).toBe(true);
  expect(said.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
});

test('a caption goes with its file; what does not fit follows, and audio has none', () => {
  const url = 'https://example.org/a.ogg';
  expect(renderMessages({ type: 'media', kind: 'audio', url, caption: 'Listen' })).toMatchObject([
    { type: 'audio', audio: { link: url } },
    { type: 'text', text: { body: 'Listen' } },
  ]);
  const long = renderMessages({ type: 'media', kind: 'image', url, caption: 'word '.repeat(500) });
  expect(long.map(({ type }) => type)).toEqual(['image', 'text']);
});

test.each([
  ['https://example.org/files/Document%20list.pdf?v=2', 'Document list.pdf'],
  ['https://example.org/files/', undefined],
  ['https://example.org/download?id=7', undefined],
])('the document at %s is called %s', (url, filename) => {
  const [payload] = renderMessages({ type: 'media', kind: 'document', url });
  expect(payload?.type === 'document' && payload.document.filename).toBe(filename);
});

test('a variable of a template is made fit: WhatsApp refuses line breaks and emptiness', () => {
  const variables = ['', 'one\ntwo\t     three'];
  expect(renderMessages({ type: 'template', name: 'follow_up', language: 'kn', variables })).toMatchObject([
    { template: { components: [{ parameters: [{ text: '–' }, { text: 'one two three' }] }] } },
  ]);
});

test('a text with nothing in it is no message', () => {
  expect(renderMessages({ type: 'text', text: ' \n' })).toEqual([]);
});

test('a link is a button with the end of the text beside it', () => {
  const url = 'https://example.org/upload/a1';
  expect(renderMessages({ type: 'link', text: 'Send them here.', footer: '3 days', label: 'Upload', url })).toEqual([
    {
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      type: 'interactive',
      interactive: {
        type: 'cta_url',
        body: { text: 'Send them here.' },
        footer: { text: '3 days' },
        action: { name: 'cta_url', parameters: { display_text: 'Upload', url } },
      },
    },
  ]);
  const long = renderMessages({ type: 'link', text: 'word '.repeat(500), label: 'A label that is much too long', url });
  expect(long.map(({ type }) => type)).toEqual(['text', 'interactive']);
  expect(long[1]).toMatchObject({ interactive: { action: { parameters: { display_text: 'A label that is muc…' } } } });
});

test('a link without a label is called by its host', () => {
  expect(renderMessages({ type: 'link', text: 'Here', label: ' ', url: 'https://example.org/a?b' })).toMatchObject([
    { interactive: { action: { parameters: { display_text: 'example.org' } } } },
  ]);
});

test.each(['www.example.org', 'javascript:alert(1)', 'https://a b', `https://example.org/${'x'.repeat(2000)}`])(
  'a link to %s is no button: everything is said in words',
  (url) => {
    const [payload] = renderMessages({ type: 'link', text: 'Here', label: 'Open', footer: 'f', url });
    expect(payload && bodyOf(payload)).toBe(`Here\n\nOpen: ${url}\n\nf`);
  },
);

test('a link without an address is its text', () => {
  expect(renderMessages({ type: 'link', text: 'Here', label: 'Open', url: ' ' }).map(bodyOf)).toEqual(['Here']);
});

test('a request for a place has a button of its own', () => {
  expect(renderMessages({ type: 'locationRequest', text: 'Where is it?' })).toMatchObject([
    {
      interactive: {
        type: 'location_request_message',
        body: { text: 'Where is it?' },
        action: { name: 'send_location' },
      },
    },
  ]);
});

test('a voice note is audio that says so', () => {
  const content: OutgoingContent = {
    type: 'media',
    kind: 'voice',
    url: 'https://example.org/a.ogg',
    caption: 'Listen',
  };
  expect(renderMessages(content)).toMatchObject([
    { type: 'audio', audio: { link: 'https://example.org/a.ogg', voice: true } },
    { type: 'text', text: { body: 'Listen' } },
  ]);
});

test('an emoji goes to the message that it is about', () => {
  expect(renderMessages({ type: 'reaction', to: 'wamid.1', emoji: '👍' })).toMatchObject([
    { type: 'reaction', reaction: { message_id: 'wamid.1', emoji: '👍' } },
  ]);
});

test('of an answer in several messages the first shows what it answers', () => {
  const payloads = renderMessages({ type: 'text', text: 'x'.repeat(5000), quotes: 'wamid.1' });
  expect(payloads.map(({ context }) => context)).toEqual([{ message_id: 'wamid.1' }, undefined]);
});

test('a template is told what stands in its header, its body and its buttons', () => {
  const payloads = renderMessages({
    type: 'template',
    name: 'document_reminder',
    language: 'kn',
    variables: ['Asha'],
    header: { type: 'document', url: 'https://example.org/list.pdf' },
    buttons: [
      { index: 0, type: 'quickReply', value: 'reminder/later' },
      { index: 1, type: 'url', value: 'a1' },
      { index: 2, type: 'copyCode', value: 'SAVE10' },
    ],
  });
  expect(payloads).toMatchObject([
    {
      template: {
        components: [
          { type: 'header', parameters: [{ type: 'document', document: { link: 'https://example.org/list.pdf' } }] },
          { type: 'body', parameters: [{ type: 'text', text: 'Asha' }] },
          { sub_type: 'quick_reply', index: '0', parameters: [{ type: 'payload', payload: 'reminder/later' }] },
          { sub_type: 'url', index: '1', parameters: [{ type: 'text', text: 'a1' }] },
          { sub_type: 'copy_code', index: '2', parameters: [{ type: 'coupon_code', coupon_code: 'SAVE10' }] },
        ],
      },
    },
  ]);
});

function choice(id: string, title: string): Choice {
  return { id, title };
}

function choices(count: number): Choice[] {
  return Array.from({ length: count }, (_, index) => choice(String(index), `Choice ${index}`));
}

function listsOf(payloads: readonly ChannelPayload[]) {
  return payloads.flatMap((payload) => {
    if (payload.type !== 'interactive' || payload.interactive.type !== 'list') return [];
    const { body, action } = payload.interactive;
    return [{ body: body.text, button: action.button, ids: idsOf(payload) }];
  });
}

function rowsOf(payload: ChannelPayload | undefined) {
  if (payload?.type !== 'interactive' || payload.interactive.type !== 'list') return [];
  return payload.interactive.action.sections.flatMap(({ rows }) => rows);
}

function idsOf(payload: ChannelPayload): string[] {
  return rowsOf(payload).map(({ id }) => id);
}

function bodyOf(payload: ChannelPayload): string {
  if (payload.type === 'interactive') return payload.interactive.body.text;
  return payload.type === 'text' ? payload.text.body : '';
}
