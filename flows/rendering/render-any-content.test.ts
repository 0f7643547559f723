import fc from 'fast-check';
import { expect, test } from 'vitest';
import { validateMessage } from '@/server/testing/fake-whatsapp/validate-message';
import type { OutgoingContent } from '../schema/message';
import { type ChannelPayload, channelPayload } from './channel-payload';
import { renderMessages } from './render-messages';

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

test('no word of a text is lost, wherever it is cut', () => {
  fc.assert(
    fc.property(contents, (content) => {
      if (!('text' in content) || content.text.trim() === '') return;
      const said = renderMessages(content).map(bodyOf).join('');
      expect(inked(said)).toContain(inked(content.text));
    }),
    { numRuns: 500 },
  );
});

test('only the first message of an answer shows what it answers', () => {
  fc.assert(
    fc.property(contents, (content) => {
      const quotes = 'quotes' in content ? content.quotes : undefined;
      const [first, ...others] = renderMessages(content);
      expect(first?.context?.message_id).toBe(first ? quotes : undefined);
      expect(others.every(({ context }) => context === undefined)).toBe(true);
    }),
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
const quotes = fc.option(fc.constant('wamid.HBgM'), { nil: undefined });
const urls = fc.oneof(
  fc.constantFrom('https://example.org/a.pdf', 'http://example.org', '', 'www.example.org', 'tel:+91'),
  texts,
  texts.map((path) => `https://example.org/${path}`),
);
const fileUrl = fc.constant('https://example.org/a.pdf');
const contents: fc.Arbitrary<OutgoingContent> = fc.oneof(
  fc.record({ type: fc.constant('text' as const), text: texts, quotes }),
  fc.record({ type: fc.constant('buttons' as const), text: texts, footer, buttons: anyChoices, quotes }),
  fc.record({ type: fc.constant('list' as const), text: texts, footer, buttonLabel: texts, rows: anyChoices, quotes }),
  fc.record({ type: fc.constant('link' as const), text: texts, footer, label: texts, url: urls, quotes }),
  fc.record({ type: fc.constant('locationRequest' as const), text: texts, quotes }),
  fc.record({
    type: fc.constant('media' as const),
    kind: fc.constantFrom('image', 'video', 'audio', 'voice', 'document'),
    url: fileUrl,
    caption: footer,
    quotes,
  }),
  fc.record({
    type: fc.constant('reaction' as const),
    to: fc.constant('wamid.HBgM'),
    emoji: fc.constantFrom('👍', '🙏🏽', '🇮🇳'),
  }),
  fc.record({
    type: fc.constant('template' as const),
    name: fc.constant('follow_up'),
    language: fc.constantFrom('en', 'kn'),
    variables: fc.array(texts, { maxLength: 4 }),
    header: fc.option(
      fc.oneof(
        fc.record({ type: fc.constant('text' as const), text: texts }),
        fc.record({ type: fc.constantFrom('image', 'video', 'document'), url: fileUrl }),
      ),
      { nil: undefined },
    ),
    buttons: fc.uniqueArray(
      fc.record({
        index: fc.integer({ min: 0, max: 9 }),
        type: fc.constantFrom('quickReply', 'url', 'copyCode'),
        value: fc.constantFrom('later', 'A1'),
      }),
      { maxLength: 3, selector: ({ index }) => index },
    ),
  }),
);

/** What can be seen of a text: blanks come and go where it is cut. */
function inked(text: string): string {
  return text.replace(/\s/g, '');
}

function bodyOf(payload: ChannelPayload): string {
  if (payload.type === 'interactive') return payload.interactive.body.text;
  return payload.type === 'text' ? payload.text.body : '';
}

function idsOf(payload: ChannelPayload): string[] {
  if (payload.type !== 'interactive') return [];
  const { interactive } = payload;
  if (interactive.type === 'button') return interactive.action.buttons.map(({ reply }) => reply.id);
  if (interactive.type !== 'list') return [];
  return interactive.action.sections.flatMap(({ rows }) => rows.map(({ id }) => id));
}
