import fc from 'fast-check';
import { expect, test } from 'vitest';
import { validateMessage } from '@/server/testing/fake-whatsapp/validate-message';
import type { Choice, OutgoingContent } from '../schema/message';
import { type ChannelPayload, channelPayload } from './channel-payload';
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

test('whatever an author writes, WhatsApp takes it, the ids come through and the outbox can store it', () => {
  fc.assert(
    fc.property(contents, (content) => {
      const payloads = renderMessages(content);
      for (const payload of payloads) {
        expect(validateMessage({ ...payload, to: '+919845000001' })).toBeUndefined();
        expect(channelPayload.parse(JSON.parse(JSON.stringify(payload)))).toEqual(payload);
      }
      const ids = content.type === 'buttons' ? content.buttons : content.type === 'list' ? content.rows : [];
      expect(payloads.flatMap(idsOf)).toEqual(ids.map(({ id }) => id));
    }),
    { numRuns: 1000 },
  );
});

const letters = fc.constantFrom('ಕ್ಷಿ', 'நி', 'స్త్రీ', 'क्या', 'a', 'Z', '👨‍👩‍👧‍👦', '🇮🇳', ' ', '\n', '. ', '\u200d', '₹');
const texts = fc.oneof(
  fc.array(letters, { maxLength: 40 }).map((parts) => parts.join('')),
  fc.array(letters, { minLength: 800, maxLength: 3000 }).map((parts) => parts.join('')),
);
const anyChoices = fc.uniqueArray(
  fc.record({
    id: fc.stringMatching(/^[a-z.:]{1,200}$/),
    title: texts,
    description: fc.option(texts, { nil: undefined }),
  }),
  { minLength: 1, maxLength: 24, selector: ({ id }) => id },
);
const footer = fc.option(texts, { nil: undefined });
const contents: fc.Arbitrary<OutgoingContent> = fc.oneof(
  fc.record({ type: fc.constant('text' as const), text: texts }),
  fc.record({ type: fc.constant('buttons' as const), text: texts, footer, buttons: anyChoices }),
  fc.record({ type: fc.constant('list' as const), text: texts, footer, buttonLabel: texts, rows: anyChoices }),
  fc.record({
    type: fc.constant('media' as const),
    kind: fc.constantFrom('image', 'video', 'audio', 'document'),
    url: fc.constant('https://example.org/a.pdf'),
    caption: footer,
  }),
  fc.record({
    type: fc.constant('template' as const),
    name: fc.constant('follow_up'),
    language: fc.constantFrom('en', 'kn'),
    variables: fc.array(texts, { maxLength: 4 }),
  }),
);

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
  if (payload.type !== 'interactive') return [];
  if (payload.interactive.type === 'list') return rowsOf(payload).map(({ id }) => id);
  return payload.interactive.action.buttons.map(({ reply }) => reply.id);
}

function bodyOf(payload: ChannelPayload): string {
  if (payload.type === 'interactive') return payload.interactive.body.text;
  return payload.type === 'text' ? payload.text.body : '';
}
